// Reads Playwright's report: which stories failed, and which passed only at their second try.
import { existsSync, readFileSync } from 'node:fs';
import { plain } from './failures.mjs';

const PAGE_LINES = 60;

function storiesOf(suites, file = '') {
  return suites.flatMap((suite) => {
    const place = suite.file ?? file;
    const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
      tests.map(({ status, results }) => ({ title: `${place}: ${title}`, status, results })),
    );
    return [...own, ...storiesOf(suite.suites ?? [], place)];
  });
}

const textOf = ({ errors = [] }) =>
  errors.map(({ message, value }) => plain(message ?? value ?? '')).join('\n');

/** What Playwright kept of the page at the moment of the error. */
function pageOf({ attachments = [] }) {
  const file = attachments.find(({ name }) => name === 'error-context')?.path;
  if (!file || !existsSync(file)) return '';
  return /# Page snapshot\n([^]*?)(?=\n# |$)/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
}

const ofStatus = (suites, wanted) =>
  storiesOf(suites)
    .filter(({ status }) => status === wanted)
    .map(({ title, results }) => ({ title, text: textOf(results[0]), page: pageOf(results[0]) }));

/** Stories that failed at both tries, with the error of the first. */
export const failedStories = (suites) => ofStatus(suites, 'unexpected');

/** Stories that failed first and then passed, with the error and the page of the first try. */
export const flakyStories = (suites) => ofStatus(suites, 'flaky');

/** A story that needed its second try, for the output of the step. */
export function shownStory({ title, text, page }) {
  const lines = [
    `Passed only at the second try: ${title}`,
    ...text.split('\n'),
    ...page.split('\n').slice(0, PAGE_LINES),
  ];
  return lines.map((line) => `    ${line}`.trimEnd()).join('\n');
}
