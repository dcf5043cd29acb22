// Hostile texts in every field that takes a text, of every procedure: taken as text or refused in words,
// never a failure; and as conditions and labels in searches.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { projectJql } from '../../../src/adapters/jira/jql';
import type { ProcedureName } from '../../../src/contract/procedures';
import { clauseProblem } from '../../../src/domain/stream-clause';
import { HOSTILE } from '../../support/hostile';
import { issue, PROJECT, startLoop, STATUS, type Loop } from '../../support/loop';
import { answerOf, NAMES } from '../calls';
import { addGoals, idOf, payloadNow, type Goals } from '../payloads';
import { placesOf, sendHostile } from './hostile-fields';

let loop: Loop;
let goals: Goals;
beforeAll(async () => {
  loop = await startLoop([issue(1), issue(2, { statusId: STATUS.done, resolutionId: '1' })]);
  goals = await addGoals(loop);
}, 60_000);
afterAll(() => loop.close());

const ERASING: ProcedureName = 'data.erase';

let used = 0;
/** The next few: over all fields each one has its turn. At night each field gets all of them (test/nightly). */
const someTexts = (): string[] =>
  Array.from({ length: 2 }, () => HOSTILE[(used += 1) % HOSTILE.length] ?? '');

test.each(NAMES)('of every field of %s that takes a text, a payload has one', async (name) => {
  const places = await placesOf({ loop, goals }, name);
  expect(places.filter(({ place }) => place === null)).toEqual([]);
});

test.each(NAMES.filter((name) => name !== ERASING))(
  '%s takes a hostile text as text',
  async (name) => {
    await sendHostile({ loop, goals }, name, someTexts, true);
  },
);

test('most fields have had their turn', () => {
  expect(HOSTILE.length).toBeGreaterThan(200);
  expect(used).toBeGreaterThan(HOSTILE.length / 2);
});

const found = async (jql: string): Promise<string[] | 'refused'> => {
  const body = { jql, fields: ['summary'], maxResults: 50 };
  const { status, json } = await loop.rest('admin', 'POST', '/search/jql', body);
  expect([200, 400]).toContain(status);
  if (status === 400) return 'refused';
  return (json as { issues: { id: string }[] }).issues.map(({ id }) => id);
};

test('hostile labels find nothing and break no search', async () => {
  const some = 8;
  for (let from = 0; from < HOSTILE.length; from += some) {
    const ids = HOSTILE.slice(from, from + some);
    const jql = projectJql(PROJECT, { kind: 'in', field: 'label', ids }, 'UTC');
    expect([ids, await found(jql)]).toEqual([ids, []]);
  }
});

test('a hostile condition is refused, or stays within its project', async () => {
  for (const jql of HOSTILE) {
    if (clauseProblem(jql)) continue;
    const ids = await found(projectJql(PROJECT, { kind: 'saved', id: 's1', jql }, 'UTC'));
    if (ids !== 'refused') expect([jql, ids.filter((id) => id === '19999')]).toEqual([jql, []]);
  }
});

const rule = (inputs: object) =>
  loop.host.functions.run('report-reading', inputs, {
    ...{ moduleKey: 'ladder-reading', moduleType: 'core:action', accountId: 'acc-po' },
  }) as Promise<{ errors?: { message: string }[] }>;
/** No sentence at all, or the one of what nobody foresaw. */
const FAILED = /^$|Something went wrong/;

test('a hostile text in a rule is refused in a sentence, or taken as the note that it is', async () => {
  const right = { project: 'SHOP', goal: 'Order value', day: '2026-05-01', value: '2.4' };
  const fields = ['project', 'goal', 'day', 'value'] as const;
  const kept = () => loop.records('reading', 'by-project', [PROJECT]);
  const before = kept();
  for (const [at, text] of HOSTILE.entries()) {
    const field = fields[at % fields.length] ?? 'goal';
    // Nothing for a day is today.
    if (field === 'day' && text.trim() === '') continue;
    // Goals may well be called so by now.
    const given = field === 'goal' ? `no ${text}` : text;
    const { errors = [] } = await rule({ ...right, [field]: given });
    const said = errors.map(({ message }) => message).join(' ');
    expect([field, text, said]).not.toEqual([field, text, expect.stringMatching(FAILED)]);
  }
  expect(kept()).toEqual(before);
  const note = HOSTILE.join(' ').slice(0, 400).trim();
  expect(await rule({ ...right, note })).toMatchObject({ change: 'added' });
  expect(JSON.stringify(kept())).toContain(JSON.stringify(note));
});

test('whatever was sent, a refusal is one line of JSON in the log', async () => {
  const BREAKING = HOSTILE.filter((text) => /\p{Cc}|[\u2028\u2029]/u.test(text));
  const { log } = loop.host.functions;
  for (const [at, name] of NAMES.entries()) {
    const text = BREAKING[at % BREAKING.length] ?? '';
    const right = (await payloadNow(loop, goals, name))({ itemId: idOf(1), projectId: PROJECT });
    const texts = Object.fromEntries(Object.keys(right).map((key) => [key, text]));
    const payload = { ...texts, note: text, reason: text, [text]: text };
    expect(await answerOf(loop, 'viewer', name, payload)).toMatchObject({ ok: false });
    const lines = log.newest()[0]?.lines ?? [];
    expect([name, lines.length]).toEqual([name, 1]);
    for (const line of lines) {
      expect(line.text).not.toMatch(/\p{Cc}|[\u2028\u2029]/u);
      expect(JSON.parse(line.text)).toMatchObject({
        message: 'procedure refused',
        procedure: name,
      });
    }
  }
});
