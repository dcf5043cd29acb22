import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fingerprint } from '../../../../src/contract/fingerprint';
import { CallError } from '../../../../static/src/forge';
import { resetBridge } from '../../../support/bridge';
import { payloadsOf, Refusal } from '../../support/app';
import { aRecord, candidate } from './items';
import { showKill, type KillSite } from './site';

beforeEach(resetBridge);

type Begun = { itemId: string; decision: Record<string, unknown>; seen: Record<string, unknown> };
const begun = (): Begun[] => payloadsOf('decision.begin') as Begun[];

/** Opens the fix of the first item by its key. */
async function fix(site: Partial<KillSite>, way: RegExp | null) {
  const user = userEvent.setup();
  const shown = showKill({ issues: [candidate(1, { points: 3, parent: 90 })], ...site });
  (await screen.findByRole('button', { name: 'Fix SHOP-1' })).focus();
  await user.keyboard('f');
  if (way) await user.click(screen.getByRole('radio', { name: way }));
  return { user, ...shown };
}

/** Said in the note and aloud. */
const fixedAs = async (how: string): Promise<void> => {
  expect(await screen.findAllByText(`SHOP-1 is fixed: ${how}.`)).toHaveLength(2);
};

test('it is answered in place, by the key of the goal, and the fix is recorded', async () => {
  const { user, items } = await fix({}, null);
  await user.keyboard('1');
  await user.type(screen.getByLabelText('we expect'), 'more orders');
  await user.keyboard('{Enter}');
  await fixedAs('Answered');
  expect(payloadsOf('answer.save')).toEqual([
    expect.objectContaining({
      itemId: '1',
      seen: null,
      answer: expect.objectContaining({ goal: 'g1', by: 'Wish 1', expect: 'more orders' }),
    }),
  ]);
  const value = items.get('1')?.properties?.['ladder-answer'];
  expect(begun()).toEqual([
    {
      itemId: '1',
      decision: { kind: 'fix', fix: 'answer', reason: 'It has an answer now', effort: 3 },
      seen: {
        statusId: '1',
        flag: { reason: 'aged', since: '2026-11-01' },
        answer: fingerprint(value),
        rev: 0,
      },
    },
  ]);
  expect(screen.getByText('Fixed since the last look: 1')).toBeDefined();
});

test('“keep it running” is asked for once more, and answers', async () => {
  const { user } = await fix({}, null);
  await user.keyboard('r');
  expect(screen.getByText(/SHOP-1 keeps things running/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Keep it running' }));
  await fixedAs('Answered');
});

test('it is reworded at once, and the old words can be put back', async () => {
  const { user, items } = await fix({}, /^Reword it/);
  const field = screen.getByLabelText('New summary');
  await user.click(screen.getByRole('button', { name: 'Reword it' }));
  expect(screen.getByText(/words it has already/)).toBeDefined();
  await user.clear(field);
  await user.type(field, 'Orders on one page{Enter}');
  await screen.findByText('SHOP-1 says now: “Orders on one page”.');
  expect(items.get('1')?.fields?.summary).toBe('Orders on one page');
  expect(begun()[0]?.decision).toMatchObject({
    fix: 'reword',
    reason: 'It says now what is wanted',
  });
  await user.click(screen.getByRole('button', { name: 'Put the old words back' }));
  expect(await screen.findAllByText('The old words are back: “Wish 1”.')).toHaveLength(2);
  expect(items.get('1')?.fields?.summary).toBe('Wish 1');
  await waitFor(() =>
    expect(begun()[1]?.decision).toMatchObject({ reason: 'The old words were put back' }),
  );
  expect(begun()[1]?.seen.rev).toBe(1);
});

test('words that somebody else changed meanwhile are shown and not overwritten', async () => {
  const { user, items } = await fix({}, /^Reword it/);
  const other = candidate(1);
  items.set('1', { ...other, fields: { ...other.fields, summary: 'Theirs' } });
  await user.clear(screen.getByLabelText('New summary'));
  await user.type(screen.getByLabelText('New summary'), 'Mine{Enter}');
  expect(await screen.findByText(/changed the summary meanwhile: “Theirs”/)).toBeDefined();
  expect(items.get('1')?.fields?.summary).toBe('Theirs');
  await user.click(screen.getByRole('button', { name: 'Reword it' }));
  await screen.findByText('SHOP-1 says now: “Mine”.');
});

test('an item that is gone meanwhile says so and nothing is recorded', async () => {
  const { user, items } = await fix({}, /^Reword it/);
  items.delete('1');
  await user.type(screen.getByLabelText('New summary'), ' anew{Enter}');
  expect(await screen.findByText('SHOP-1 was not reworded')).toBeDefined();
  expect(begun()).toEqual([]);
});

const partly = () => {
  let left = 1;
  return {
    linkIssues: ({ body }: { body: unknown }) => {
      const { outwardIssue } = body as { outwardIssue: { key: string } };
      if (outwardIssue.key === 'SHOP-902' && left-- > 0)
        throw new CallError('forbidden', 'No link for you.');
      return undefined;
    },
  };
};

test('it is split into linked items; what failed is tried again, what was created is not', async () => {
  const { user, calls } = await fix({ jira: partly() }, /^Split it/);
  await user.click(screen.getByRole('button', { name: 'Create 2 items' }));
  expect(screen.getAllByText(/Give at least two summaries/).length).toBeGreaterThan(0);
  await user.type(screen.getByLabelText('Item 1'), 'Smaller');
  await user.type(screen.getByLabelText('Item 2'), 'Smallest');
  await user.click(screen.getByRole('button', { name: 'Create 2 items' }));
  expect(await screen.findByText(/SHOP-902 created, not linked: No link for you\./)).toBeDefined();
  expect(begun()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Try again what failed' }));
  await fixedAs('Split');
  expect(begun()[0]?.decision).toMatchObject({ fix: 'split', into: ['SHOP-901', 'SHOP-902'] });
  const created = calls.filter(({ name }) => name === 'createIssue');
  expect(created.map(({ body }) => body)).toEqual(
    ['Smaller', 'Smallest'].map((summary) => ({
      fields: {
        project: { id: '10' },
        issuetype: { id: '10001' },
        summary,
        parent: { id: '90' },
      },
    })),
  );
  expect(calls.filter(({ name }) => name === 'linkIssues')).toHaveLength(3);
});

test('a part that may exist says so before it is tried again', async () => {
  let lost = true;
  let n = 905;
  const createIssue = () => {
    if (lost) throw new CallError('jira_unavailable', 'No answer.');
    n += 1;
    return { id: String(n), key: `SHOP-${n}` };
  };
  const { user } = await fix({ jira: { createIssue } }, /^Split it/);
  await user.type(screen.getByLabelText('Item 1'), 'Smaller');
  await user.type(screen.getByLabelText('Item 2'), 'Smallest');
  await user.click(screen.getByRole('button', { name: 'Create 2 items' }));
  expect(await screen.findAllByText(/Look whether it exists/)).toHaveLength(2);
  expect(screen.queryByRole('button', { name: /Record the split/ })).toBeNull();
  lost = false;
  await user.click(screen.getByRole('button', { name: 'Try again what failed' }));
  await fixedAs('Split');
});

test('a fix that could not be recorded is recorded later, and mended once', async () => {
  let first = true;
  const { user, calls } = await fix(
    {
      handlers: {
        'decision.begin': ({ itemId }) => {
          if (!first) return aRecord(itemId, { rev: 8 });
          first = false;
          throw new Refusal({
            code: 'conflict',
            message: 'This item has changed since the list was loaded.',
            details: { changed: ['decision'], view: aRecord(itemId, { rev: 7 }) },
          });
        },
      },
    },
    /^Reword it/,
  );
  await user.type(screen.getByLabelText('New summary'), ' anew{Enter}');
  await screen.findByText('SHOP-1 was mended, but Ladder could not record it');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText(/SHOP-1 says now/);
  expect(begun().map(({ seen }) => seen.rev)).toEqual([0, 7]);
  expect(calls.filter(({ name }) => name === 'editIssue')).toHaveLength(1);
});
