// The page Automation: what the app's form submits becomes the inputs of the rule.
import { emit } from './bridge-handlers.js';

for (const rule of document.querySelectorAll('[data-rule]')) {
  const form = rule.querySelector('form');
  const said = rule.querySelector('[data-said]');
  rule.querySelector('[data-next]')?.addEventListener('click', () => {
    said.textContent = '';
    emit({ event: 'AUTOMATION_ACTION_SUBMIT' });
  });
  rule.addEventListener('submitinputs', ({ detail }) => {
    const { values, refuse } = detail;
    const unknown = Object.keys(values).filter((name) => !form.elements[`input.${name}`]);
    if (unknown.length > 0) return refuse(`The action has no input "${unknown[0]}".`);
    for (const [name, value] of Object.entries(values))
      form.elements[`input.${name}`].value = value ?? '';
    said.textContent = 'The form has given its inputs to the rule.';
  });
}
