// Hostile texts in every field that takes a text, of every procedure: taken as text or refused in words,
// never a failure; and as conditions and labels in searches.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { projectJql } from '../../../src/adapters/jira/jql';
import { procedures, type ProcedureName } from '../../../src/contract/procedures';
import { clauseProblem } from '../../../src/domain/stream-clause';
import { HOSTILE } from '../../support/hostile';
import { issue, PROJECT, startLoop, STATUS, type Loop } from '../../support/loop';
import { ALLOWED } from '../allowed';
import { answerOf, NAMES } from '../calls';
import { addGoals, idOf, payloadNow, type Goals } from '../payloads';

let loop: Loop;
let goals: Goals;
beforeAll(async () => {
  loop = await startLoop([issue(1), issue(2, { statusId: STATUS.done, resolutionId: '1' })]);
  goals = await addGoals(loop);
}, 60_000);
afterAll(() => loop.close());

type Path = readonly (string | number)[];

/** Where texts stand in a value. */
function textsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

function withText(value: unknown, [key, ...rest]: Path, text: string): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value))
    return value.map((one: unknown, at) => (String(at) === key ? withText(one, rest, text) : one));
  const fields = value as Record<string, unknown>;
  return { ...fields, [key]: withText(fields[key], rest, text) };
}

/** Texts that may be left out, so that no payload has them by itself. */
const MORE: Partial<Record<ProcedureName, object>> = {
  'answer.save': {
    answer: { why: 'run', whom: 'x', because: 'x', measure: 'x', by: 'x', expect: 'x' },
  },
  'result.give': { note: 'x' },
  'result.later': { note: 'x' },
  'reading.save': { note: 'x', link: 'https://x.example' },
  'reading.report': { note: 'x' },
  'decisions.list': { after: 'x' },
  'acts.list': { after: 'x', kinds: ['x'] },
  'data.read': { after: 'x' },
  'data.count': { after: 'x' },
  'settings.history': { after: 'x' },
  'decision.begin': { attempt: 'x' },
};
const ERASING: ProcedureName = 'data.erase';

/** Enough to see whether a field takes texts at all: a few of all kinds, and all that are addresses. */
const PROBES = HOSTILE.filter((text, at) => at % 12 === 0 || text.startsWith('https'));

let used = 0;
/** The next few: over all fields each one has its turn. */
const someTexts = (): string[] =>
  Array.from({ length: 3 }, () => HOSTILE[(used += 1) % HOSTILE.length] ?? '');

test.each(NAMES.filter((name) => name !== ERASING))(
  '%s takes a hostile text as text',
  async (name) => {
    const who = ALLOWED[name].at(-1) ?? 'admin';
    const itemId = idOf(name.startsWith('result') || name.startsWith('sort.') ? 2 : 1);
    const right = async () => ({
      ...(await payloadNow(loop, goals, name))({ itemId, projectId: PROJECT }),
      ...MORE[name],
    });
    for (const path of textsIn(await right())) {
      const takes = (text: string, payload: unknown) =>
        procedures[name].input.safeParse(withText(payload, path, text)).success;
      const payload = await right();
      // Ids, days and choices take none of them.
      if (!PROBES.some((text) => takes(text, payload))) continue;
      for (const text of someTexts()) {
        const now = await right();
        const answer = await answerOf(loop, who, name, withText(now, path, text));
        const code = answer.ok ? 'taken' : answer.error.code;
        expect([path, text, code]).toEqual([
          path,
          text,
          expect.not.stringMatching(/internal|forbidden/),
        ]);
        if (!takes(text, now)) expect([path, text, code]).toEqual([path, text, 'invalid_input']);
      }
    }
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
