import { expect, test } from '@jest/globals';
import type { ApplyOutcome, RefusedWhy } from '../../../../../src/usecases/applying/outcome';
import { isAppliedAlready } from '../../../../../static/src/surfaces/project/kill/apply/come-back';
import {
  entryAfter,
  outcomeWords,
  whyWords,
} from '../../../../../static/src/surfaces/project/kill/apply/outcome-words';
import { decided, draftEntry, viewOf } from './decisions';

const applied = (more: Partial<ApplyOutcome> = {}): ApplyOutcome => ({
  kind: 'applied',
  view: viewOf('1', { rev: 4 }),
  unrecorded: false,
  uncommented: false,
  ...(more as object),
});

test('what was applied says what of it is not done yet', () => {
  expect(outcomeWords(applied())).toBe('Applied');
  expect(outcomeWords({ ...applied(), unrecorded: 'night' } as ApplyOutcome)).toContain('at night');
  expect(outcomeWords({ ...applied(), uncommented: true } as ApplyOutcome)).toContain('comment');
  const unwritten = viewOf('1', { written: false });
  expect(outcomeWords({ ...applied(), view: unwritten } as ApplyOutcome)).toContain(
    'Kept in Ladder',
  );
});

test('what changed, what the transition needs and what Jira says is told by name', () => {
  expect(outcomeWords({ kind: 'changed', changed: ['closed', 'answer'] })).toBe(
    'Nothing was done: it is closed, somebody answered it.',
  );
  const fields = ['Components', 'Team'];
  const needs: RefusedWhy = { kind: 'needs', fields, to: 'Done' };
  expect(whyWords(needs)).toBe(
    'The way to Done needs more: Components, Team. Close it in Jira by hand.',
  );
  expect(whyWords({ kind: 'words', words: 'Only leads.' })).toBe('Not taken: Only leads.');
  expect(whyWords({ kind: 'no-way', statusId: '1' }, true)).toContain('no way back');
  expect(outcomeWords({ kind: 'failed', code: 'elsewhere', words: '' })).toContain(
    'Another window',
  );
});

test('an entry keeps how it went and over which revision it is tried again', () => {
  const entry = draftEntry('1');
  expect(entryAfter(entry, applied())).toMatchObject({ state: 'applied', seen: { rev: 4 } });
  const failed = entryAfter(entry, { kind: 'failed', code: 'rate_limited', words: '', rev: 2 });
  expect(failed).toMatchObject({ state: 'failed', seen: { rev: 2 }, note: /busy/ });
  const left = entryAfter(failed, { kind: 'left' });
  expect(left).toMatchObject({ state: 'open', seen: { rev: 2 } });
  expect(left).not.toHaveProperty('note');
});

test('a decision that Ladder already has is known after the page was closed', () => {
  const entry = draftEntry('1');
  expect(isAppliedAlready(entry, viewOf('1'), 'ann')).toBe(true);
  expect(isAppliedAlready(entry, viewOf('1'), 'bob')).toBe(false);
  expect(isAppliedAlready(entry, viewOf('1', { now: null }), 'ann')).toBe(false);
  const parked = draftEntry('1', { kind: 'park', until: '2026-12-01' });
  const other = viewOf('1', { now: decided({ kind: 'park', until: '2027-01-01' }) });
  expect(isAppliedAlready(parked, other, 'ann')).toBe(false);
});
