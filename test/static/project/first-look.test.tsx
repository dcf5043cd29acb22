// What the project page shows before its own code is there.
import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { readAddress } from '../../../static/src/surfaces/project/address';
import { createFormat } from '../../../static/src/format';
import { drawFirst } from '../../../static/src/surfaces/project/first-draw';
import { firstPage } from '../../../static/src/surfaces/project/first-look';
import { withAhead } from '../../../static/src/surfaces/project/gather/ahead';
import { askFirst } from '../../../static/src/surfaces/project/gather/first-questions';
import { on } from './report-run';
import { fakeJira, finished, STORY } from './site';

const today = '2026-09-30';
const look = (value: number, from = '2026-07-03', to = today) => ({ from, to, today, value });
const format = createFormat('en-US', 'UTC');
const reader = { locale: 'en-US', timezone: 'UTC' };

/** The page as it is drawn before React has begun. */
async function drawn(value: ReturnType<typeof look> | null): Promise<HTMLElement> {
  const element = document.createElement('main');
  document.body.replaceChildren(element);
  const finished = { soon: Promise.resolve(value), known: () => value };
  await drawFirst(element, reader, finished, new AbortController().signal);
  return element;
}

test('until the count is there only places are shown', async () => {
  await drawn(null);
  expect(screen.getByRole('status', { name: 'Loading' })).toBeDefined();
  expect(screen.queryByText(/finished/)).toBeNull();
});

test.each([
  [1, 'In the last 90 days 1 item was finished.'],
  [212, 'In the last 90 days 212 items were finished.'],
  [2_001, 'In the last 90 days about 2,001 items were finished.'],
])('what was finished is said as that, not as shipped: %d', async (value, sentence) => {
  const element = await drawn(look(value));
  expect(element.querySelector('section p')?.textContent).toBe(sentence);
});

/** A count that comes when it is told to. */
function awaited() {
  let known: ReturnType<typeof look> | null = null;
  let count = (): void => undefined;
  const soon = new Promise<ReturnType<typeof look>>((resolve) => {
    count = () => resolve((known = look(7)));
  });
  return { finished: { soon, known: () => known }, count: () => count() };
}

test('the number comes into the places that were drawn before it', async () => {
  const element = document.createElement('main');
  const { finished, count } = awaited();
  const done = drawFirst(element, reader, finished, new AbortController().signal);
  expect(element.querySelector('h1')?.textContent).toBe('Ladder');
  expect(element.querySelector('section')).toBeNull();
  count();
  await done;
  expect(element.querySelector('section p')?.textContent).toContain('7 items');
});

test('a number that comes late leaves the page alone that was drawn meanwhile', async () => {
  const element = document.createElement('main');
  const { finished, count } = awaited();
  const taken = new AbortController();
  const done = drawFirst(element, reader, finished, taken.signal);
  element.replaceChildren('the page');
  taken.abort();
  count();
  await done;
  expect(element.textContent).toBe('the page');
});

test('the page draws the same again by React, so that nothing jumps', async () => {
  for (const value of [null, look(1), look(2_001, '2026-01-01', '2026-03-31')]) {
    const plainly = (await drawn(value)).innerHTML;
    expect(render(firstPage(value, format)).container.innerHTML).toBe(plainly);
  }
});

const asked = (search: string, refuse = false) => {
  const issues = [finished({ n: 1, at: on(1) }), finished({ n: 2, at: on(2) })];
  const { jira } = fakeJira({ issues, refuse: () => refuse });
  const types = {
    typeIds: [STORY.id],
    standardTypeIds: [STORY.id],
    standardTypes: [STORY],
    aboveTypeIds: [],
  };
  const early = withAhead(jira, () => undefined);
  return askFirst(early, { projectId: '1', zone: 'UTC' }, types, readAddress(search, today));
};

test('the count is known ahead where the address asks for the whole window', async () => {
  expect(await asked('')).toBe(2);
  expect(await asked('?label=billing')).toBeNull();
  expect(await asked('?tab=goals')).toBeNull();
  expect(await asked('?weight=estimate')).toBeNull();
});

test('a count that Jira refuses is nobody’s first number', async () => {
  await expect(asked('', true)).rejects.toThrow();
});
