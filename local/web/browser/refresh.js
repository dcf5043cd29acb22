// `view.refresh`: reads the page again and renews what Jira shows, without touching the frames.

/** Replaces the parts marked `data-live` by their newest form. */
export async function refreshPage() {
  const response = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
    // A part with a running frame stays: the page inside knows best what it shows.
    if (next && !part.querySelector('iframe')) part.replaceWith(document.adoptNode(next));
  }
}
