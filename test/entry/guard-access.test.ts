// Who may do what, as the guard alone decides it: every kind of access over every set of Jira's rights
// and every part that the project's own rules give somebody.
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@jest/globals';
import { procedures, type Procedure, type ProcedureName } from '../../src/contract/procedures';
import { AppError } from '../../src/domain/errors';
import { MESSAGES } from '../../src/domain/messages';
import { guard } from '../../src/entry/resolvers/guard';
import type { Permission, Ports } from '../../src/ports';
import { aGoal, someRules } from '../support/builders';

/** The contract's entry without its particular types. */
const procedureOf = (name: ProcedureName): Procedure => procedures[name];
const NAMES = Object.keys(procedures) as ProcedureName[];

const ME = 'acc-me';
const OTHER = 'acc-other';
const RIGHTS: Permission[] = [
  'BROWSE_PROJECTS',
  'EDIT_ISSUES',
  'TRANSITION_ISSUES',
  'ADMINISTER_PROJECTS',
  'ADMINISTER',
];

/** Every set of rights. */
const SETS: Permission[][] = Array.from({ length: 2 ** RIGHTS.length }, (_none, n) =>
  RIGHTS.filter((_right, bit) => (n >> bit) % 2 === 1),
);

interface Site {
  rights: readonly Permission[];
  owner: string | undefined;
  named: string[];
  forum: string[];
  /** Items that Jira shows the caller. */
  seen: string[];
}
const SITE_OF: Site = { rights: [], owner: OTHER, named: [OTHER], forum: [], seen: [] };

const anAgreement = (personIds: string[]) => ({
  id: 'a1',
  firstDay: '2026-01-01',
  lastDay: '2026-03-31',
  personIds,
  agreedOn: '2026-01-01',
});

/** @returns the ports of a site, and what was asked of them */
function portsOf({ rights, owner, named, forum, seen }: Site) {
  const asked: string[] = [];
  const answer = <T>(what: string, value: T): Promise<T> => {
    asked.push(what);
    return Promise.resolve(value);
  };
  const ports = {
    rights: {
      me: () => Promise.resolve(OTHER),
      onItem: (id: string) => answer(`item ${id}`, new Set(rights)),
      onProject: (id: string) => answer(`project ${id}`, new Set(rights)),
      seen: (ids: string[]) => answer(`items ${ids.join(' ')}`, new Set(seen)),
    },
    items: { projectOf: (id: string) => answer(`project of ${id}`, '7') },
    settings: {
      load: (projectId: string) =>
        answer(`settings ${projectId}`, {
          projectId,
          rev: 1,
          goals: [aGoal({ id: 'g0', ownerAccountId: ME }), aGoal({ ownerAccountId: owner })],
          agreements: [{ ...anAgreement([ME]), id: 'a0' }, anAgreement(named)],
          rules: someRules({ forum: { name: '', memberIds: forum, cadence: 'none', next: null } }),
        }),
    },
    ids: { next: () => 'request-1' },
    log: { info: () => undefined, error: () => undefined },
  };
  return { ports: ports as unknown as Ports, asked };
}

/** What the guard did with a call: the use case ran, or the code and sentence of the refusal. */
async function outcome(name: ProcedureName, payload: unknown, site: Site) {
  const { ports, asked } = portsOf(site);
  let caller: unknown;
  const answer = await guard(ports, name, (_input, given) => {
    caller = given;
    throw new AppError('limit_reached', 'far enough');
  })({ payload, context: { accountId: ME } });
  if (answer.ok) throw new Error('nothing here succeeds');
  const { code, message, fields = {} } = answer.error;
  return { ran: caller !== undefined, caller, asked, code, message, fields };
}

const REPORT = { projectId: '7', goalId: 'g1', value: 1, note: '' };
const SIGN = { projectId: '7', agreementId: 'a1', says: 'signed', wording: 'x' };
const SAVE = { itemId: '42', seen: null, answer: { why: 'run' } };
const BEGIN = {
  itemId: '42',
  seen: { statusId: '1', flag: null, answer: null, rev: 0 },
  decision: { kind: 'keep', until: '2027-01-01', reason: 'x' },
};

interface Kind {
  name: ProcedureName;
  payload: object;
  /** What is asked of Jira first. */
  first: string;
  /** What is looked up after that, where Browse is there. */
  then?: string[];
  /** Said here anew, from the words of the contract. */
  may: (has: (right: Permission) => boolean, site: Site) => boolean;
}

const KINDS: Kind[] = [
  {
    name: 'item.open',
    payload: { itemId: '42' },
    first: 'item 42',
    may: (has) => has('BROWSE_PROJECTS'),
  },
  {
    name: 'answer.save',
    payload: SAVE,
    first: 'item 42',
    may: (has) => has('BROWSE_PROJECTS') && has('EDIT_ISSUES'),
  },
  {
    name: 'result.give',
    payload: { itemId: '42', result: 'moved', rev: 0 },
    first: 'item 42',
    may: (has) => has('BROWSE_PROJECTS') && (has('EDIT_ISSUES') || has('TRANSITION_ISSUES')),
  },
  {
    name: 'decision.begin',
    payload: BEGIN,
    first: 'item 42',
    then: ['project of 42', 'settings 7'],
    may: (has, { forum }) =>
      has('BROWSE_PROJECTS') &&
      (has('EDIT_ISSUES') || has('TRANSITION_ISSUES')) &&
      (forum.length === 0 || forum.includes(ME)),
  },
  {
    name: 'reading.report',
    payload: REPORT,
    first: 'project 7',
    then: ['settings 7'],
    may: (has, { owner }) => has('BROWSE_PROJECTS') && (owner === ME || has('ADMINISTER_PROJECTS')),
  },
  {
    name: 'agreement.sign',
    payload: SIGN,
    first: 'project 7',
    then: ['settings 7'],
    may: (has, { named }) => has('BROWSE_PROJECTS') && named.includes(ME),
  },
  {
    ...{ name: 'project.open', payload: { projectId: '7' }, first: 'project 7' },
    may: (has) => has('BROWSE_PROJECTS'),
  },
  {
    ...{ name: 'settings.open', payload: { projectId: '7' }, first: 'project 7' },
    may: (has) => has('ADMINISTER_PROJECTS'),
  },
  {
    name: 'panel.pin',
    payload: { projectId: '7', pinned: true },
    first: 'project 7',
    may: (has) => has('BROWSE_PROJECTS') && has('ADMINISTER'),
  },
];

const SITES: Site[] = SETS.flatMap((rights) => [
  { ...SITE_OF, rights },
  { ...SITE_OF, rights, owner: ME },
  { ...SITE_OF, rights, owner: undefined },
  { ...SITE_OF, rights, named: [OTHER, ME] },
  { ...SITE_OF, rights, forum: [OTHER] },
  { ...SITE_OF, rights, forum: [OTHER, ME] },
]);

test.each(KINDS)('$name runs for whom the contract says, and for nobody else', async (kind) => {
  const { name, payload, first, then = [], may } = kind;
  const sentence = MESSAGES.denied[procedureOf(name).access.right];
  const wrong: unknown[] = [];
  for (const site of SITES) {
    const has = (right: Permission) => site.rights.includes(right);
    const { fields: _fields, ...did } = await outcome(name, payload, site);
    const asked = [first, ...(has('BROWSE_PROJECTS') ? then : [])];
    const caller = { accountId: ME, rights: new Set(site.rights) };
    const should = may(has, site)
      ? { ran: true, caller, asked, code: 'limit_reached', message: 'far enough' }
      : { ran: false, caller: undefined, asked, code: 'forbidden', message: sentence };
    if (!isDeepStrictEqual(did, should)) wrong.push({ site, did, should });
  }
  expect(wrong).toEqual([]);
});

test('every kind of access that the contract knows is among these', () => {
  const kindOf = (name: ProcedureName) => {
    const { on, right } = procedureOf(name).access;
    return `${on} ${right}`;
  };
  const here = [...KINDS.map(({ name }) => kindOf(name)), kindOf('passes.read')];
  expect([...new Set(NAMES.map(kindOf))].sort()).toEqual(here.sort());
});

test('a list of items is read when Jira shows every one of them, and only then', async () => {
  const itemIds = ['42', '43', '44'];
  for (let n = 0; n < 8; n += 1) {
    const seen = itemIds.filter((_id, bit) => (n >> bit) % 2 === 1);
    const did = await outcome('passes.read', { itemIds }, { ...SITE_OF, rights: RIGHTS, seen });
    expect([seen, did.ran, did.asked]).toEqual([seen, seen.length === 3, ['items 42 43 44']]);
    // What else Jira would allow plays no part.
    expect(did.caller).toEqual(
      did.ran ? { accountId: ME, rights: new Set(['BROWSE_PROJECTS']) } : undefined,
    );
    if (!did.ran) expect([did.code, did.message]).toEqual(['forbidden', MESSAGES.denied.browse]);
  }
});

test.each([
  ['reading.report', { ...REPORT, goalId: 'gone' }, MESSAGES.goal.unknown],
  ['agreement.sign', { ...SIGN, agreementId: 'gone' }, MESSAGES.agreement.unknown],
] as const)('%s for what is not there is told so to who sees the project', async (...of) => {
  const [name, payload, sentence] = of;
  for (const rights of SETS) {
    const did = await outcome(name, payload, { ...SITE_OF, rights });
    expect(did.ran).toBe(false);
    expect([did.code, did.message]).toEqual(
      rights.includes('BROWSE_PROJECTS')
        ? ['not_found', sentence]
        : ['forbidden', MESSAGES.denied[procedureOf(name).access.right]],
    );
  }
});

test('what a payload lacks is told at its field, before anybody is asked', async () => {
  const payload = { ...SIGN, projectId: 'SHOP', says: 'maybe' };
  const did = await outcome('agreement.sign', payload, { ...SITE_OF, rights: RIGHTS });
  expect([did.ran, did.asked]).toEqual([false, []]);
  expect([did.code, did.message]).toEqual(['invalid_input', MESSAGES.input]);
  expect(Object.keys(did.fields).sort()).toEqual(['projectId', 'says']);
  const inside = { ...SAVE, answer: { why: 'no', by: 5 } };
  const { fields } = await outcome('answer.save', inside, { ...SITE_OF, rights: RIGHTS });
  expect(Object.keys(fields).sort()).toEqual(['answer.by', 'answer.why']);
});
