// The shell's own script: makes the frames of the app, and follows the theme switch without a reload.
import { mountFrame, tellFrames } from './frames.js';

for (const place of document.querySelectorAll('[data-module]')) {
  if (!place.closest('details')) mountFrame(place);
}

// A section's frame starts when it is first opened; sections may come and go with a refresh.
document.addEventListener(
  'toggle',
  ({ target }) => {
    const place = target.open ? target.querySelector('[data-module]') : null;
    if (place && !place.querySelector('iframe')) mountFrame(place);
  },
  true,
);

document.querySelector('[data-focus]')?.focus();
if (document.querySelector('[data-drop]')) void import('./data.js');
if (document.querySelector('[data-rule]')) void import('./automation.js');

const switcher = document.querySelector('[data-theme-switch]');
switcher?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = switcher.querySelector('button');
  const mode = button.value;
  const body = new URLSearchParams({ mode, back: '/projects' });
  await fetch(switcher.action, { method: 'POST', body, redirect: 'manual' });
  document.documentElement.dataset.colorMode = mode;
  const next = mode === 'dark' ? 'light' : 'dark';
  button.value = next;
  button.textContent = next === 'dark' ? 'Dark theme' : 'Light theme';
  tellFrames('themeChanged', mode);
});
