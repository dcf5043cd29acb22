// The first step of applying: what a conflict means to whoever tries, and what a refusal says.
import { describe, expect, test } from '@jest/globals';
import type { DecisionView } from '../../../src/contract/decision-procedures';
import type { Decided } from '../../../src/domain/decision';
import { AppError, type ErrorCode } from '../../../src/domain/errors';
import {
  ABANDONED_MS,
  beginOne,
  refusalOf,
  standsTheSame,
  type Applying,
} from '../../../src/usecases/applying/begin';
import type { ApplyPorts } from '../../../src/usecases/applying/ports';
import { entry, patienceOf } from '../apply-world';

const NOW = 1_000_000;
const LOST = new AppError('jira_unavailable', 'lost');
const decided = (more: Partial<Decided> = {}): Decided => ({
  ...{ kind: 'kill', reason: 'Nobody asks for it', by: 'ann', at: NOW, forum: '', flag: null },
  wasIn: '11',
  ...more,
});
const view = (more: Partial<DecisionView> = {}): DecisionView => ({
  ...{ itemId: '1', rev: 5, now: null, intent: null, written: true, past: [] },
  ...more,
});
const intent = (id: string, more: Partial<Decided> = {}) => ({ id, decided: decided(more) });
const conflict = (changed: string[], seen: DecisionView | null) =>
  new AppError('conflict', 'changed', { details: { changed, view: seen } });

/** Begins while Ladder answers with these in turn, and then takes it. */
async function begin(one: ReturnType<typeof entry>, ...answers: Error[]) {
  const revs: number[] = [];
  let now = NOW;
  const ports = {
    ...{ me: 'ann', now: () => now },
    sleep: async (ms: number) => void (now += ms),
    begin: async (_itemId: string, _decision: unknown, { rev }: { rev: number }) => {
      revs.push(rev);
      const answer = answers[revs.length - 1];
      if (answer !== undefined) throw answer;
      return view({ rev: 9 });
    },
  } as unknown as ApplyPorts;
  const applying: Applying = {
    ...{ ports, patience: patienceOf(ports), entry: one, projectId: '1' },
    ...{ rev: one.seen.rev, attempt: 'try', begunAt: 0 },
  };
  return { outcome: await beginOne(applying), revs, applying };
}

test('what Ladder takes is begun, over the revision that was seen', async () => {
  const { outcome, revs, applying } = await begin(entry('kill'));
  expect(outcome).toEqual({ kind: 'begun', view: view({ rev: 9 }) });
  expect([revs, applying.begunAt]).toEqual([[0], NOW]);
});

describe('a conflict after a lost reply', () => {
  test('is a kill that was begun, when its intent is that of this try', async () => {
    const own = view({ intent: intent('try') });
    const { outcome, applying } = await begin(entry('kill'), LOST, conflict(['decision'], own));
    expect(outcome).toEqual({ kind: 'begun', view: own });
    // Begun at the first try at the earliest.
    expect(applying.begunAt).toBe(NOW);
  });

  test('is the same decision, when it stands in these very words', async () => {
    const made = { kind: 'park' as const, until: '2026-12-01' };
    const after = async (now: Partial<Decided> | null) => {
      const seen = view({ now: now && decided({ ...made, ...now }) });
      const one = entry('park', { reason: ' Nobody asks for it ' });
      return (await begin(one, LOST, conflict(['decision'], seen))).outcome.kind;
    };
    expect(await after({})).toBe('begun');
    expect(await after({ by: 'ben' })).toBe('changed');
    expect(await after({ kind: 'keep' })).toBe('changed');
    expect(await after({ reason: 'Later' })).toBe('changed');
    expect(await after({ until: '2026-12-02' })).toBe('changed');
    expect(await after(null)).toBe('changed');
  });

  test('is a fix, when it is the last of what was decided', async () => {
    const fixed = { decided: decided({ kind: 'fix' }), ended: null };
    const other = { decided: decided({ kind: 'keep' }), ended: null };
    const after = async (past: DecisionView['past']) =>
      (await begin(entry('fix'), LOST, conflict(['decision'], view({ past })))).outcome.kind;
    expect(await after([other, fixed])).toBe('begun');
    expect(await after([fixed, other])).toBe('changed');
    expect(await after([])).toBe('changed');
  });

  test('is none of one’s own without a lost reply, or without a view', async () => {
    const made = view({ now: decided({ kind: 'park', until: '2026-12-01' }) });
    const kindOf = async (...answers: Error[]) => (await begin(entry('park'), ...answers)).outcome;
    expect(await kindOf(conflict(['decision'], made))).toMatchObject({ kind: 'changed', rev: 5 });
    expect(await kindOf(LOST, conflict(['answer'], null))).toEqual({
      ...{ kind: 'changed', changed: ['answer'], rev: undefined },
    });
  });
});

describe('an intent of one’s own', () => {
  const after = (one: ReturnType<typeof entry>, own: DecisionView, changed = ['decision']) =>
    begin(one, conflict(changed, own));

  test('of another window is left alone for a minute', async () => {
    const age = (ms: number) => view({ intent: intent('other', { at: NOW - ms }) });
    expect((await after(entry('kill'), age(ABANDONED_MS - 1))).outcome).toEqual({
      ...{ kind: 'failed', code: 'elsewhere', words: '' },
    });
    const { outcome, revs } = await after(entry('kill'), age(ABANDONED_MS));
    expect(outcome.kind).toBe('begun');
    expect(revs).toEqual([0, 5]);
  });

  test('of this very try is tried over its revision at once', async () => {
    const { outcome, revs } = await after(entry('kill'), view({ intent: intent('try') }));
    expect([outcome.kind, revs]).toEqual(['begun', [0, 5]]);
  });

  test('of somebody else stands in the way', async () => {
    const others = view({ intent: intent('other', { by: 'ben', at: 0 }) });
    expect((await after(entry('kill'), others)).outcome).toEqual({
      ...{ kind: 'changed', changed: ['decision'], rev: 5 },
    });
  });

  test('of a kill whose item is closed by now is taken up; of a decision that ends nothing it is not', async () => {
    const old = view({ intent: intent('other', { at: 0 }) });
    const { outcome, applying } = await after(entry('kill'), old, ['decision', 'closed']);
    expect(outcome).toEqual({ kind: 'begun', view: old });
    // Whenever the item was moved, it was by this kill.
    expect(applying.begunAt).toBe(-Infinity);
    expect((await after(entry('park'), old, ['closed'])).outcome.kind).toBe('changed');
  });

  test('does not hide what else has changed, and one revision is not tried twice', async () => {
    const old = view({ intent: intent('other', { at: 0 }) });
    expect((await after(entry('kill'), old, ['decision', 'answer'])).outcome.kind).toBe('changed');
    const same = { ...old, rev: 0 };
    expect((await after(entry('kill'), same)).outcome.kind).toBe('changed');
  });
});

test('a conflict that says nothing of use is a decision that has changed', async () => {
  const odd = new AppError('conflict', 'changed', { details: { changed: 'x' } });
  expect((await begin(entry('kill'), odd)).outcome).toEqual({
    ...{ kind: 'changed', changed: ['decision'] },
  });
});

test('what nobody foresaw is thrown on after it was tried again', async () => {
  const odd = new Error('odd');
  await expect(begin(entry('kill'), odd, odd, odd, odd)).rejects.toBe(odd);
});

test('a refusal is told by its code: gone, refused in words, or failed', () => {
  const refusal = (code: ErrorCode, fields?: Record<string, string>) =>
    refusalOf(new AppError(code, 'words', fields ? { fields } : {}));
  expect(refusal('not_found')).toEqual({ kind: 'changed', changed: ['gone'] });
  const words = { kind: 'refused', why: { kind: 'words', words: 'words' } };
  for (const code of ['invalid_input', 'forbidden', 'limit_reached'] as const)
    expect(refusal(code)).toEqual(words);
  expect(refusal('invalid_input', { a: 'One.', b: 'Two.' })).toEqual({
    kind: 'refused',
    why: { kind: 'words', words: 'One. Two.' },
  });
  expect(refusal('jira_unavailable')).toEqual({
    ...{ kind: 'failed', code: 'jira_unavailable', words: 'words' },
  });
  expect(refusalOf(new Error('odd'))).toEqual({ kind: 'failed', code: 'internal', words: '' });
});

test('intents that came and went change nothing; a decision, its moment, its person or its end do', () => {
  const one = view({ now: decided() });
  expect(standsTheSame(one, view({ rev: 8, now: decided(), intent: intent('x') }))).toBe(true);
  expect(standsTheSame(one, view({ now: decided({ at: NOW + 1 }) }))).toBe(false);
  expect(standsTheSame(one, view({ now: decided({ by: 'ben' }) }))).toBe(false);
  expect(standsTheSame(one, view())).toBe(false);
  const past = [{ decided: decided(), ended: null }];
  expect(standsTheSame(one, view({ now: decided(), past }))).toBe(false);
  expect(standsTheSame(view(), view())).toBe(true);
});
