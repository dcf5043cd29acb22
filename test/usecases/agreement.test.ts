import { beforeEach, expect, test } from '@jest/globals';
import { fingerprint } from '../../src/contract/fingerprint';
import { wordingOf } from '../../src/domain/agreement';
import { addGoal, goalInput, PROJECT } from '../support/loop';
import { loop, open } from './settings-site';

const DAYS = { firstDay: '2026-04-01', lastDay: '2026-06-30' };
const AGREED = { ...DAYS, personIds: ['acc-dev', 'acc-po'], agreedOn: '2026-04-02' };

let agreementId: string;
beforeEach(async () => {
  await addGoal(loop);
  agreementId = await agree();
});

async function agree(more: object = {}): Promise<string> {
  const { rev } = await open();
  const agreement = { ...AGREED, ...more };
  const saved = await loop.call('po', 'agreement.save', { projectId: PROJECT, rev, agreement });
  return saved.agreements.at(-1)?.id ?? '';
}

async function refusedFields(more: object) {
  const { rev } = await open();
  const agreement = { ...AGREED, firstDay: '2027-01-01', lastDay: '2027-03-31', ...more };
  const payload = { projectId: PROJECT, rev, agreement };
  return Object.keys((await loop.refusal('po', 'agreement.save', payload)).fields ?? {});
}

const wording = async () => fingerprint(wordingOf(DAYS, (await open()).goals)) ?? '';
const sign = async (as: 'dev' | 'po', says: 'signed' | 'declined' | 'withdrawn', note?: string) =>
  loop.call(as, 'agreement.sign', {
    ...{ projectId: PROJECT, agreementId, says, wording: await wording() },
    ...(note !== undefined && { note }),
  });
const read = () => loop.call('viewer', 'signatures.read', { projectId: PROJECT, agreementId });
const acts = (kind: string) => loop.records('act', 'by-kind', [PROJECT, kind]);

test('everybody who sees the project sees with whom it was agreed, and who signed', async () => {
  const { agreements } = await loop.call('viewer', 'project.open', { projectId: PROJECT });
  expect(agreements).toEqual([{ id: agreementId, ...AGREED }]);
  expect(await read()).toEqual({ signatures: [], mine: null });
  expect(await sign('dev', 'withdrawn')).toEqual({ signatures: [], mine: 'acc-dev' });
  await sign('dev', 'signed', 'With pleasure');
  expect(await read()).toMatchObject({
    signatures: [{ accountId: 'acc-dev', says: 'signed', note: 'With pleasure' }],
  });
  expect(acts('agreement.save')).toMatchObject([{ by: 'acc-po', subject: agreementId }]);
  expect(acts('agreement.sign')).toMatchObject([{ by: 'acc-dev', subject: agreementId }]);
});

test('two people who sign at the same moment both have signed', async () => {
  await Promise.all([sign('dev', 'signed'), sign('po', 'declined', 'Too much at once')]);
  expect((await read()).signatures).toMatchObject([
    { accountId: 'acc-dev', says: 'signed' },
    { accountId: 'acc-po', says: 'declined', note: 'Too much at once' },
  ]);
});

test('a signature is taken back, and saying the same twice is one act', async () => {
  await sign('dev', 'withdrawn');
  expect((await read()).signatures).toEqual([]);
  await sign('dev', 'signed');
  await sign('dev', 'signed');
  expect(acts('agreement.sign')).toHaveLength(1);
  const { signatures } = await sign('dev', 'withdrawn');
  expect(signatures).toMatchObject([{ says: 'withdrawn' }]);
  expect(acts('agreement.unsign')).toHaveLength(1);
});

test('a signature stays for the wording of its day; a page with an older wording cannot sign', async () => {
  const seen = await wording();
  await sign('dev', 'signed');
  const { rev, goals } = await open();
  const goal = goalInput({ target: 2.9 });
  const goalId = goals[0]?.id ?? '';
  await loop.call('po', 'goal.save', { projectId: PROJECT, rev, goalId, goal });
  expect((await read()).signatures[0]?.wording).toBe(seen);
  expect(await wording()).not.toBe(seen);
  const payload = { projectId: PROJECT, agreementId, says: 'signed', wording: seen };
  expect((await loop.refusal('po', 'agreement.sign', payload)).code).toBe('conflict');
});

test('only who is named signs, also among administrators', async () => {
  const payload = { projectId: PROJECT, agreementId, says: 'signed', wording: await wording() };
  for (const who of ['admin', 'viewer'] as const)
    expect((await loop.refusal(who, 'agreement.sign', payload)).code).toBe('forbidden');
  expect((await loop.refusal('outsider', 'agreement.sign', payload)).code).toBe('not_found');
});

test('people and days of an agreement are checked at their fields', async () => {
  expect(await refusedFields({ personIds: ['acc-outsider'] })).toEqual(['agreement.personIds']);
  expect(await refusedFields({ personIds: ['nobody'] })).toEqual(['agreement.personIds']);
  expect(await refusedFields({ personIds: [] })).toEqual(['agreement.personIds']);
  expect(await refusedFields({ lastDay: '2026-12-31' })).toEqual(['agreement.lastDay']);
  expect(await refusedFields(DAYS)).toEqual(['agreement.firstDay']);
  expect(await refusedFields({ agreedOn: '2026-06-11' })).toEqual(['agreement.agreedOn']);
  const twelve = Array.from({ length: 12 }, (_, n) => `acc-${n}`);
  expect(await refusedFields({ personIds: twelve })).toEqual(['agreement.personIds']);
});

test('an agreement that is changed stays the same one, beside the others, and its act says what it was', async () => {
  const LATER = { firstDay: '2026-07-01', lastDay: '2026-09-30' };
  const later = await agree(LATER);
  const agreement = { ...AGREED, personIds: ['acc-dev'] };
  const save = { projectId: PROJECT, rev: (await open()).rev, agreementId, agreement };
  loop.clock.set(loop.clock.now() + 1_000);
  const { agreements } = await loop.call('po', 'agreement.save', save);
  expect(agreements).toEqual([
    { ...AGREED, ...LATER, id: later },
    { ...agreement, id: agreementId },
  ]);
  expect(acts('agreement.save').at(-1)).toMatchObject({
    subject: agreementId,
    body: { before: AGREED, after: agreement },
  });
});

test('of two agreements the one that is meant is signed, and deleted', async () => {
  const first = agreementId;
  agreementId = await agree({
    firstDay: '2026-07-01',
    lastDay: '2026-09-30',
    personIds: ['acc-po'],
  });
  const says = { projectId: PROJECT, agreementId, says: 'signed' as const };
  const { agreements, goals } = await open();
  const days = agreements[1] ?? DAYS;
  const seen = fingerprint(wordingOf(days, goals)) ?? '';
  const { signatures } = await loop.call('po', 'agreement.sign', { ...says, wording: seen });
  expect(signatures).toMatchObject([{ accountId: 'acc-po', says: 'signed' }]);
  const remove = { projectId: PROJECT, rev: (await open()).rev, agreementId };
  expect((await loop.call('po', 'agreement.remove', remove)).agreements).toMatchObject([
    { id: first },
  ]);
  expect(acts('agreement.remove')).toMatchObject([{ body: { before: { id: agreementId } } }]);
});

test('what is said anew, with other words or of another wording, is another act', async () => {
  await sign('dev', 'signed', 'With pleasure');
  await sign('dev', 'signed', 'With doubts');
  expect((await read()).signatures).toMatchObject([{ note: 'With doubts' }]);
  const goalId = (await open()).goals[0]?.id ?? '';
  const goal = goalInput({ target: 2.9 });
  await loop.call('po', 'goal.save', { projectId: PROJECT, rev: (await open()).rev, goalId, goal });
  await sign('dev', 'signed', 'With doubts');
  expect((await read()).signatures).toMatchObject([{ wording: await wording() }]);
  expect(acts('agreement.sign')).toHaveLength(3);
});

test('a signature is taken back from a page that shows an older wording, too', async () => {
  const seen = await wording();
  await sign('dev', 'signed');
  await addGoal(loop, { metric: 'Calls' });
  const withdrawn = { projectId: PROJECT, agreementId, says: 'withdrawn' as const, wording: seen };
  const { signatures } = await loop.call('dev', 'agreement.sign', withdrawn);
  expect(signatures).toMatchObject([{ says: 'withdrawn' }]);
});

test('an agreement is taken out with its act; saved again it is a new one that nobody has signed', async () => {
  await sign('dev', 'signed');
  const remove = async () => ({ projectId: PROJECT, rev: (await open()).rev, agreementId });
  const { agreements } = await loop.call('po', 'agreement.remove', await remove());
  expect(agreements).toEqual([]);
  const before = { id: agreementId, ...AGREED };
  expect(acts('agreement.remove')).toMatchObject([
    { by: 'acc-po', subject: agreementId, body: { before, after: null } },
  ]);
  const gone = { projectId: PROJECT, agreementId };
  expect((await loop.refusal('viewer', 'signatures.read', gone)).code).toBe('not_found');
  expect((await loop.refusal('po', 'agreement.remove', await remove())).code).toBe('not_found');
  expect((await loop.refusal('po', 'agreement.remove', { ...gone, rev: 0 })).code).toBe('conflict');
  agreementId = await agree();
  expect(agreementId).not.toBe(before.id);
  expect((await read()).signatures).toEqual([]);
});

test('settings of before there were agreements are read as having none', async () => {
  const { goals } = await open();
  expect(goals).toHaveLength(1);
  const { agreements } = await loop.call('outsider', 'project.open', { projectId: '2' });
  expect(agreements).toEqual([]);
});
