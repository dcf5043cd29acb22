// The attacks, each a way to bend a call that is right in everything but who makes it. The numbers are
// those of the threat model (SECURITY.md). What comes of each is said by its `ends`.
import type { ProcedureName } from '../../../src/contract/procedures';
import { OTHER_PROJECT, PROJECT } from '../../support/loop';
import { procedureOf } from '../calls';
import { foundIn, keyOf, withAt, type Found } from './contract-places';

export type Fields = Record<string, unknown>;

export interface Bent {
  payload: unknown;
  /** What the page says of where it stands, and of itself. */
  context?: object;
}

export interface Attack {
  id: string;
  what: string;
  /**
   * `gains nothing`: who may not is refused as without it. `is malformed`: refused for everybody, before
   * Jira is asked.
   */
  ends: 'gains nothing' | 'is malformed';
  /** Only where a payload has the like: made on some procedures, not on all. */
  rare?: true;
  /** Each way to bend it so; none where the procedure has nothing to bend in this way. */
  bend(payload: Fields, name: ProcedureName): Bent[];
}

const FORGED = 'acc-forged';
const ITEM = '10001';

const CLAIMS = {
  accountId: FORGED,
  userAccountId: FORGED,
  by: FORGED,
  owner: FORGED,
  isAdmin: true,
  role: 'admin',
  cloudId: 'another-site',
  principal: { accountId: FORGED },
  rights: ['BROWSE_PROJECTS', 'EDIT_ISSUES', 'ADMINISTER_PROJECTS', 'ADMINISTER'],
  permissions: { ADMINISTER: { havePermission: true } },
  license: { isActive: true },
};
const PO = { ...CLAIMS, accountId: 'acc-po', principal: { accountId: 'acc-po' }, owner: 'acc-po' };
const standing = (projectId: string, itemId: string) => ({
  extension: {
    project: { id: projectId, key: projectId === PROJECT ? 'SHOP' : 'LAB' },
    issue: { id: itemId, key: 'SHOP-1' },
  },
});

/** Where the id stands that the guard asks Jira about. */
const subjectOf = (name: ProcedureName): 'itemId' | 'itemIds' | 'projectId' => {
  const { on } = procedureOf(name).access;
  if (on === 'item') return 'itemId';
  return on === 'items' ? 'itemIds' : 'projectId';
};
const idIn = (payload: Fields, name: ProcedureName): string => {
  const found = payload[subjectOf(name)];
  return String(Array.isArray(found) ? found[0] : found);
};
const withId = (payload: Fields, name: ProcedureName, id: unknown): Fields => {
  const key = subjectOf(name);
  return { ...payload, [key]: key === 'itemIds' ? [id] : id };
};

const placesOf = (payload: Fields, name: ProcedureName): Found[] =>
  foundIn(procedureOf(name).input, payload);

/** Ids of Jira, of goals and agreements, of workflows and what they have, of accounts. */
const IDS = /(^|[a-z])ids?$|^(follows|goal)$/i;
/** The goal of a draft is what somebody types. */
const idsOf = (payload: Fields, name: ProcedureName): Found[] =>
  placesOf(payload, name).filter(
    ({ place, type }) => type === 'string' && IDS.test(keyOf(place)) && !place.includes('texts'),
  );
const listsOf = (payload: Fields, name: ProcedureName): Found[] =>
  placesOf(payload, name).filter(({ type }) => type === 'array');

/** What Jira numbers has digits alone; what the app numbers has no more than this; others are any text. */
const NUMBERED = /^(item|project|type|status|resolution|exemptType)Ids?$/;
const OWN = /^(goal|goalIds?|agreementId|successorId|follows)$/;
const isId = (key: string, id: unknown): boolean => {
  if (typeof id !== 'string') return false;
  // An empty owner is none.
  if (key === 'ownerAccountId' && id === '') return true;
  if (NUMBERED.test(key)) return /^(0|[1-9]\d{0,18})$/.test(id);
  return OWN.test(key) ? /^[A-Za-z0-9-]{1,64}$/.test(id) : id !== '' && id.length <= 255;
};

/** Each way to write an id that is not the way in which it is kept. */
const SPELLINGS: Record<string, (id: string) => unknown> = {
  'a zero in front': (id) => `0${id}`,
  'a sign': (id) => `+${id}`,
  'a blank': (id) => ` ${id}`,
  'a line break': (id) => `${id}\n`,
  'a fraction': (id) => `${id}.0`,
  'an exponent': (id) => `${id}e0`,
  'digits of another script': (id) => id.replaceAll('1', '١'),
  'a key': () => 'SHOP-1',
  'a number': Number,
  'a list': (id) => [id],
  'an object': (id) => ({ id, toString: id }),
  'a path upwards': (id) => `../issue/${id}`,
  'an encoded path': (id) => `%2e%2e%2f${id}`,
  'a query': (id) => `${id}?expand=all`,
  'a fragment': (id) => `${id}#1`,
  'a condition': (id) => `${id}) OR (1`,
  'an empty text': () => '',
  nothing: () => null,
  'ten thousand digits': (id) => id.padEnd(10_000, '0'),
};

/** As it comes from a page: with `__proto__` as a key of its own. */
const parsed = (text: string): Fields => JSON.parse(text) as Fields;
const deep = (levels: number): unknown =>
  JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);

type Bend = (payload: Fields, name: ProcedureName) => Bent;
const gains = (id: string, what: string, bend: Bend): Attack => ({
  ...{ id, what, ends: 'gains nothing' },
  bend: (payload, name) => [bend(payload, name)],
});

export const ATTACKS: readonly Attack[] = [
  gains('A1', 'the call as it should be', (payload) => ({ payload })),
  gains('A2', 'rights and a name that the payload claims', (payload) => ({
    payload: { ...payload, ...PO },
  })),
  gains('A2', 'rights and a name that the payload hides in its prototype', (payload) => ({
    payload: {
      ...parsed(`{"__proto__":${JSON.stringify(PO)}}`),
      ...payload,
      constructor: { prototype: PO },
    },
  })),
  gains('A3', 'a name and a place that the page claims', (payload) => ({
    payload,
    context: { ...PO, ...standing(PROJECT, ITEM) },
  })),
  gains('A3', 'a place where more is allowed', (payload) => ({
    payload,
    context: standing(OTHER_PROJECT, '19999'),
  })),
  gains('A4', 'two subjects, of which one may be touched', (payload, name) => {
    const open = { itemId: '19999', projectId: OTHER_PROJECT, issueId: '19999', id: '19999' };
    return {
      payload: {
        ...open,
        item: open,
        subject: open,
        ...withId(payload, name, idIn(payload, name)),
      },
    };
  }),
  ...Object.entries(SPELLINGS).map(([what, spelled]): Attack => ({
    id: /path|query|fragment/.test(what) ? 'A13' : what === 'a condition' ? 'A12' : 'A4',
    what: `each id as ${what}`,
    ends: 'is malformed',
    bend: (payload, name) =>
      idsOf(payload, name).flatMap(({ place, value, nullable }) => {
        const id = spelled(typeof value === 'string' && value !== '' ? value : ITEM);
        if (isId(keyOf(place), id) || (id === null && nullable)) return [];
        return [{ payload: withAt(payload, place, id) }];
      }),
  })),
  {
    id: 'A5',
    what: 'each list without an end',
    ends: 'is malformed',
    rare: true,
    bend: (payload, name) =>
      listsOf(payload, name).map(({ place, value }) => {
        const [one = '1'] = Array.isArray(value) ? (value as unknown[]) : [];
        const endless = Array.from({ length: 1_001 }, () => one);
        return { payload: withAt(payload, place, endless) };
      }),
  },
  {
    id: 'A5',
    what: 'the same twice in each list',
    ends: 'gains nothing',
    rare: true,
    bend: (payload, name) =>
      listsOf(payload, name).flatMap(({ place, value }) => {
        const [one] = Array.isArray(value) ? (value as unknown[]) : [];
        const twice = withAt(payload, place, [one, one]);
        // Some lists take nothing twice: then it is malformed, and no call of this kind.
        const takes = procedureOf(name).input.safeParse(twice).success;
        return one !== undefined && takes ? [{ payload: twice }] : [];
      }),
  },
  {
    id: 'A5',
    what: 'an empty list of items',
    ends: 'is malformed',
    rare: true,
    bend: (payload, name) =>
      listsOf(payload, name)
        .filter(({ place }) => keyOf(place) === 'itemIds')
        .map(({ place }) => ({ payload: withAt(payload, place, []) })),
  },
  ...[null, 'text', 7, [], [[]], true].map((payload): Attack => ({
    id: 'A15',
    what: `${JSON.stringify(payload)} for a payload`,
    ends: 'is malformed',
    bend: () => [{ payload }],
  })),
  {
    id: 'A15',
    what: 'a subject that only the prototype has',
    ends: 'is malformed',
    bend(payload, name) {
      const { [subjectOf(name)]: subject, ...rest } = payload;
      const inherited = JSON.stringify({ [subjectOf(name)]: subject });
      return [{ payload: { ...rest, ...parsed(`{"__proto__":${inherited}}`) } }];
    },
  },
  gains('A15', 'more levels than anybody needs', (payload) => ({
    payload: { ...payload, more: deep(2_000) },
  })),
];
