import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReaderProvider } from '../../../static/src/components/reader';
import { createFormat } from '../../../static/src/format';
import type { NumberState } from '../../../static/src/surfaces/project/gather/number-state';
import { NumberLink } from '../../../static/src/surfaces/project/number-link';

const format = createFormat('de-DE', 'UTC');

function show(state: NumberState | undefined, more: { jql?: string; first?: boolean } = {}) {
  const opened: string[] = [];
  let retries = 0;
  const { container } = render(
    <ReaderProvider
      value={{
        format,
        siteUrl: 'https://site.example',
        navigate: () => undefined,
        open: (href) => opened.push(href),
      }}
    >
      <NumberLink
        state={state}
        jql={more.jql ?? 'project = 1 AND issuetype in (1,2)'}
        what="items shipped"
        first={more.first ?? false}
        onRetry={() => {
          retries += 1;
        }}
      />
    </ReaderProvider>,
  );
  return { container, opened, retries: () => retries };
}

test('a known number opens its list in a new tab, written as the reader writes numbers', async () => {
  const { opened } = show({ kind: 'known', value: 1234, about: false });
  const link = screen.getByRole('link', { name: /^1\.234 items shipped/ });
  await userEvent.click(link);
  expect(opened).toEqual([
    'https://site.example/issues/?jql=project%20%3D%201%20AND%20issuetype%20in%20(1,2)',
  ]);
});

test('an estimate says so, with a capital where a sentence begins', () => {
  expect(show({ kind: 'known', value: 3, about: true }).container.textContent).toBe('about 3');
  const first = show({ kind: 'known', value: 3, about: true }, { first: true });
  expect(first.container.textContent).toBe('About 3');
});

test('a number that is being counted keeps its place, and shows what there is so far', () => {
  expect(show(undefined).container.querySelector('[aria-hidden="true"]')).not.toBeNull();
  expect(show({ kind: 'counting', soFar: 12 }).container.textContent).toBe('12');
  expect(screen.queryByRole('link')).toBeNull();
});

test('a failed number says so in its place and can be counted again', async () => {
  const { container, retries } = show({ kind: 'failed' });
  expect(container.textContent).toBe('not counted, try again');
  await userEvent.click(screen.getByRole('button', { name: /items shipped/ }));
  expect(retries()).toBe(1);
});

test('a number that was left out, and one whose search is too long, are no links', () => {
  expect(show({ kind: 'left-out' }).container.textContent).toBe('not counted');
  const jql = `project = 1 AND parent in (${'10001,'.repeat(2000)}1)`;
  expect(show({ kind: 'known', value: 7, about: false }, { jql }).container.textContent).toBe('7');
  expect(screen.queryByRole('link')).toBeNull();
});
