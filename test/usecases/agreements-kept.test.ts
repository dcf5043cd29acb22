// Agreements that are written down: how many, by whom, with whom, and what is refused.
import { expect, test } from '@jest/globals';
import { AGREEMENTS_LIMIT } from '../../src/contract/limits';
import type { JiraCall, JiraReply } from '../../src/adapters/jira/transport';
import { addDays } from '../../src/domain/days';
import { MESSAGES, withLimit } from '../../src/domain/messages';
import { saveAgreement } from '../../src/usecases/save-agreement';
import { saveGoal } from '../../src/usecases/save-goal';
import { goalInput, PROJECT } from '../support/loop';
import { appPorts } from './app-ports';
import { keepSettings, loop, open } from './settings-site';

const SAY = MESSAGES.agreement;
const AGREED = {
  ...{ firstDay: '2026-04-01', lastDay: '2026-06-30' },
  ...{ personIds: ['acc-dev'], agreedOn: '2026-04-02' },
};

const payload = async (more: object = {}, agreementId?: string) => ({
  ...{ projectId: PROJECT, rev: (await open()).rev, agreementId },
  agreement: { ...AGREED, ...more },
});

test('who has left stays in an agreement that is changed; who is named anew has to be there', async () => {
  await keepSettings({ agreements: [{ ...AGREED, id: 'a1', personIds: ['acc-left'] }] });
  const left = await payload({ personIds: ['acc-left', 'acc-po'] }, 'a1');
  const { agreements } = await loop.call('po', 'agreement.save', left);
  expect(agreements).toMatchObject([{ id: 'a1', personIds: ['acc-left', 'acc-po'] }]);
  const stranger = await payload({ personIds: ['acc-left', 'acc-outsider'] }, 'a1');
  expect(await loop.refusal('po', 'agreement.save', stranger)).toMatchObject({
    ...{ code: 'invalid_input', message: SAY.notSaved },
    fields: { 'agreement.personIds': SAY.personGone },
  });
});

/** Without the permission to browse users, Jira names nobody. */
const nobody = ({ path }: JiraCall): JiraReply | null =>
  path.includes('/user/viewissue/search')
    ? { status: 200, header: () => null, text: async () => '[]' }
    : null;

test('who saves can name themselves, also where Jira tells them of nobody', async () => {
  const ports = appPorts(loop, nobody);
  await saveGoal(ports, 'acc-po', {
    ...{ projectId: PROJECT, rev: 0, goal: goalInput({ ownerAccountId: 'acc-po' }) },
  });
  const others = saveAgreement(ports, 'acc-po', await payload());
  await expect(others).rejects.toMatchObject({ fields: { 'agreement.personIds': SAY.personGone } });
  await saveAgreement(ports, 'acc-po', await payload({ personIds: ['acc-po'] }));
  expect(await open()).toMatchObject({
    goals: [{ ownerAccountId: 'acc-po' }],
    agreements: [{ personIds: ['acc-po'] }],
  });
});

test('a project that keeps as many agreements as it can takes no more, and they can still be changed', async () => {
  const dayOf = (n: number) => addDays('2020-01-01', n);
  const agreements = Array.from({ length: AGREEMENTS_LIMIT - 1 }, (_none, n) => ({
    ...{ ...AGREED, id: `a${n}`, firstDay: dayOf(n), lastDay: dayOf(n) },
  }));
  await keepSettings({ agreements });
  const last = (await loop.call('po', 'agreement.save', await payload())).agreements.at(-1)?.id;
  const next = { firstDay: '2026-07-01', lastDay: '2026-09-30' };
  expect(await loop.refusal('po', 'agreement.save', await payload(next))).toMatchObject({
    ...{ code: 'limit_reached', message: withLimit(SAY.limit, AGREEMENTS_LIMIT) },
  });
  const changed = await loop.call('po', 'agreement.save', await payload(next, last));
  expect(changed.agreements).toHaveLength(AGREEMENTS_LIMIT);
});

test('an agreement that the project does not have can’t be changed', async () => {
  const unknown = await payload({}, 'elsewhere');
  expect(await loop.refusal('po', 'agreement.save', unknown)).toMatchObject({
    ...{ code: 'not_found', message: SAY.unknown },
  });
  expect((await open()).agreements).toEqual([]);
});
