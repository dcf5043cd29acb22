// Hands a text over as a file.

/** How long the browser may take to begin, in milliseconds, before the text is let go of. */
const KEPT_FOR = 10_000;

/** Lets the browser save `text` under `name`; `type` is its media type, such as `text/csv`. */
export function downloadText(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR);
}
