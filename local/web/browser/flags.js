// Short messages at the edge of the shell, where Jira shows them.

const SECONDS = 8;

/** @param {object} flag what `showFlag` of the bridge sends */
export function showFlag({ id, title, description, type = 'info', actions = [], isAutoDismiss }) {
  closeFlag({ id });
  const flag = document.createElement('div');
  flag.className = `flag ${['success', 'warning', 'error'].includes(type) ? type : 'info'}`;
  flag.dataset.flag = id;

  const heading = document.createElement('strong');
  heading.textContent = title ?? '';
  flag.append(heading);
  if (description) {
    const text = document.createElement('p');
    text.textContent = description;
    flag.append(text);
  }
  for (const { text, onClick } of actions) flag.append(button(text, () => onClick?.()));
  flag.append(button('Dismiss', () => flag.remove()));
  document.querySelector('#flags').append(flag);
  if (isAutoDismiss) setTimeout(() => flag.remove(), SECONDS * 1000);
  return true;
}

/** @param {{ id: string | number }} flag */
export function closeFlag({ id }) {
  for (const flag of document.querySelectorAll('[data-flag]')) {
    if (flag.dataset.flag === String(id)) flag.remove();
  }
  return true;
}

function button(text, onClick) {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.addEventListener('click', onClick);
  return element;
}
