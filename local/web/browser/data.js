// The page Data: takes a file by button or by drag and drop, and follows what the host does with it.
import { refreshPage } from './refresh.js';

const EVERY = 500;
const place = document.querySelector('[data-drop]');
const input = place.querySelector('input');
const trouble = place.querySelector('[role="alert"]');
const said = document.querySelector('#data-said');
const desk = () => document.querySelector('[data-live="desk"]');
const isBusy = () => desk().dataset.busy === 'yes';

let following = false;

/** Shows the newest state until nothing is under way; each step is said, and its end takes the focus. */
async function follow() {
  if (following) return;
  following = true;
  try {
    do {
      await refreshPage().catch(() => undefined);
      const { says } = desk().dataset;
      if (said.textContent !== says) said.textContent = says;
      input.disabled = isBusy();
      if (isBusy()) await new Promise((resolve) => setTimeout(resolve, EVERY));
    } while (isBusy());
    document.querySelector('[data-step]')?.focus();
  } finally {
    following = false;
  }
}

async function send(file) {
  trouble.textContent = '';
  if (isBusy()) {
    trouble.textContent = 'Another file is being read. Wait until it is done.';
    return;
  }
  if (file.size > Number(place.dataset.most)) {
    const megabytes = Math.round(Number(place.dataset.most) / 1_000_000);
    trouble.textContent = `The file is larger than ${megabytes} MB. Start the local host with --data and its path instead.`;
    return;
  }
  said.textContent = `${file.name} is being sent.`;
  const address = `/__host/data?name=${encodeURIComponent(file.name)}`;
  try {
    const response = await fetch(address, { method: 'POST', body: file });
    if (!response.ok) trouble.textContent = await response.text();
  } catch {
    trouble.textContent =
      'The file could not be sent. Is the local host still running? Choose the file again.';
  }
  input.value = '';
  await follow();
}

input.addEventListener('change', () => {
  const [file] = input.files;
  if (file) void send(file);
});

const mark = (on) => place.classList.toggle('over', on);
for (const name of ['dragenter', 'dragover'])
  place.addEventListener(name, (event) => {
    event.preventDefault();
    mark(true);
  });
place.addEventListener('dragleave', (event) => {
  if (!place.contains(event.relatedTarget)) mark(false);
});
place.addEventListener('drop', (event) => {
  event.preventDefault();
  mark(false);
  const [file, second] = event.dataTransfer.files;
  if (second) trouble.textContent = 'Drop one file at a time.';
  else if (file) void send(file);
});
// A file that is dropped beside the place would take the place of the page.
for (const name of ['dragover', 'drop'])
  document.addEventListener(name, (event) => event.preventDefault());

if (isBusy()) void follow();
else document.querySelector('[data-step]')?.focus();
