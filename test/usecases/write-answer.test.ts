// The write of an answer under its revision, step by step: what Jira holds in the end decides what is told
// and what the revision says.
import { expect, test } from '@jest/globals';
import { fingerprint } from '../../src/contract/fingerprint';
import { writeAnswer } from '../../src/contract/properties';
import { AppError } from '../../src/domain/errors';
import { MESSAGES } from '../../src/domain/messages';
import type { AnswerRevision } from '../../src/ports';
import { writeUnderRevision } from '../../src/usecases/write-answer';
import { anAnswer } from '../support/builders';
import { both, failing, meanwhile, oneItem, type OneItem, type Step } from './one-item';

const STOOD = writeAnswer(anAnswer({ expect: 'what stood there' }));
const NEXT = anAnswer({ expect: 'what is saved' });
const THEIRS = writeAnswer(anAnswer({ expect: 'what somebody else wrote' }));
const hashOf = (value: unknown) => fingerprint(value);
const WRITTEN = hashOf(writeAnswer(NEXT));
const atOnce: Step = (_name, run) => Promise.resolve(run());

function site(step: Step, last: AnswerRevision | null = null) {
  const { ports, held } = oneItem(step);
  held.property = STOOD;
  held.revision = last;
  const write = async (also?: () => Promise<void>) => {
    const item = { ...(await ports.items.read('1')), answerValue: STOOD };
    const rest = { seen: hashOf(STOOD), last, by: 'po', at: held.now, also };
    return writeUnderRevision(ports, item, { next: NEXT, ...rest });
  };
  return { ports, held, write };
}
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => {
      throw new Error('it was written');
    },
    (error: unknown) => error,
  );
const confirmed = ({ revision }: OneItem) => [revision?.status, revision?.hash, revision?.by];

const revision = (more: Partial<AnswerRevision>, at: number): AnswerRevision => ({
  ...{ rev: 4, hash: hashOf(STOOD), previous: null, status: 'confirmed', by: 'ann', at },
  ...more,
});

test('what is written is confirmed two revisions on, with its value', async () => {
  const before = revision({}, 0);
  const { held, write } = site(atOnce, before);
  expect(await write()).toEqual(writeAnswer(NEXT));
  expect(held.revision).toEqual({
    ...{ rev: 6, hash: WRITTEN, previous: hashOf(STOOD), status: 'confirmed' },
    ...{ by: 'po', at: held.now },
  });
});

test('while another save is under way nobody writes, for thirty seconds', async () => {
  const { now } = oneItem(atOnce).held;
  const pending = (age: number) => revision({ status: 'pending' }, now - age);
  const early = site(atOnce, pending(29_999));
  expect(await refusalOf(early.write())).toMatchObject({
    ...{ code: 'rate_limited', message: MESSAGES.answer.beingSaved },
  });
  expect(early.held.property).toEqual(STOOD);
  expect(await site(atOnce, pending(30_000)).write()).toEqual(writeAnswer(NEXT));
  // One that was confirmed a moment ago is nothing to wait for.
  expect(await site(atOnce, revision({}, now)).write()).toEqual(writeAnswer(NEXT));
});

test('an answer stays saved where only its revision can’t be confirmed, and that is noted', async () => {
  const { held, write } = site(failing('lock', { nth: 2 }));
  expect(await write()).toEqual(writeAnswer(NEXT));
  expect([held.revision?.status, held.logged]).toEqual(['pending', ['revision left pending']]);
});

test('one read of the item that fails is nothing, two leave it as it was', async () => {
  expect(await site(failing('value', { times: 1 })).write()).toEqual(writeAnswer(NEXT));
  for (const [last, by] of [
    [null, 'po'],
    [revision({}, 0), 'ann'],
  ] as const) {
    const { held, write } = site(failing('value', { times: 2 }), last);
    expect(await refusalOf(write())).toMatchObject({ code: 'jira_unavailable', message: 'lost' });
    expect(held.property).toEqual(STOOD);
    expect(confirmed(held)).toEqual(['confirmed', hashOf(STOOD), by]);
  }
});

test('what somebody wrote in Jira just before stays, and is nobody’s in Ladder', async () => {
  const { held, write } = site(meanwhile('value', () => (held.property = THEIRS)));
  expect(await refusalOf(write())).toMatchObject({ code: 'conflict' });
  expect(held.property).toEqual(THEIRS);
  expect(confirmed(held)).toEqual(['confirmed', hashOf(THEIRS), '']);
});

test('what somebody wrote in Jira just after stays, too', async () => {
  const { held, write } = site(meanwhile('value', () => (held.property = THEIRS), 2));
  expect(await refusalOf(write())).toMatchObject({ code: 'conflict' });
  expect(confirmed(held)).toEqual(['confirmed', hashOf(THEIRS), '']);
});

test.each([
  ['was saved, with who saved it', 'ann', { by: 'ann', at: 0 }],
  ['came from outside, with nobody', '', {}],
])('a conflict shows what %s', async (_what, by, told) => {
  const { held, write } = site(atOnce, revision({ hash: hashOf(THEIRS), by }, 0));
  held.property = THEIRS;
  const found = { kind: 'value', answer: THEIRS };
  expect(await refusalOf(write())).toHaveProperty('details', {
    ...{ seen: hashOf(THEIRS), found },
    ...told,
  });
});

test('a write that Jira refuses leaves what stood, with its author, and the refusal is told', async () => {
  const { held, write } = site(failing('write'), revision({}, 0));
  expect(await refusalOf(write())).toMatchObject({ code: 'jira_unavailable', message: 'lost' });
  expect(held.property).toEqual(STOOD);
  expect(confirmed(held)).toEqual(['confirmed', hashOf(STOOD), 'ann']);
});

test('a write that Jira takes and does not do is told as one that failed', async () => {
  const idle: Step = async (name, run) => (name === 'write' ? (undefined as never) : run());
  const { held, write } = site(idle);
  expect(await refusalOf(write())).toMatchObject({
    ...{ code: 'jira_unavailable', message: MESSAGES.jira.jira_unavailable },
  });
  expect(confirmed(held)).toEqual(['confirmed', hashOf(STOOD), 'po']);
});

test('where nobody can tell what became of a write, that is what is told, and the next save goes by the item', async () => {
  const refused = both(failing('write'), failing('value', { nth: 2 }));
  for (const step of [refused, failing('value', { nth: 2 })]) {
    const { held, write } = site(step);
    const error = await refusalOf(write());
    expect(error).toMatchObject({
      ...{ code: 'jira_unavailable', message: MESSAGES.answer.notSure },
      cause: { message: 'lost' },
    });
    expect(held.revision?.status).toBe('pending');
  }
});

test('what belongs to an answer and can’t be kept takes the answer back', async () => {
  const full = () => Promise.reject(new AppError('limit_reached', 'full'));
  const { held, write } = site(atOnce, revision({}, 0));
  expect(await refusalOf(write(full))).toMatchObject({ code: 'limit_reached' });
  expect(held.property).toEqual(STOOD);
  expect(confirmed(held)).toEqual(['confirmed', hashOf(STOOD), 'ann']);

  const stuck = site(failing('write', { nth: 2 }));
  expect(await refusalOf(stuck.write(full))).toMatchObject({ code: 'limit_reached' });
  expect(stuck.held.logged).toEqual(['answer left behind']);
  expect(confirmed(stuck.held)).toEqual(['confirmed', WRITTEN, 'po']);
});
