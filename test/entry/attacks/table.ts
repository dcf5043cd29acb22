// The attacks, each a way to bend a call that is right in everything but who makes it. The numbers are
// those of the threat model (SECURITY.md). What comes of each is said by its `ends`.
import type { ProcedureName } from '../../../src/contract/procedures';
import { OTHER_PROJECT, PROJECT } from '../../support/loop';
import { procedureOf } from '../calls';

export type Fields = Record<string, unknown>;

interface Bent {
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
  /** Null where the procedure has nothing to bend in this way. */
  bend(payload: Fields, name: ProcedureName): Bent | null;
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

const listsOf = (payload: Fields): string[] =>
  Object.keys(payload).filter((key) => Array.isArray(payload[key]));

/** As it comes from a page: with `__proto__` as a key of its own. */
const parsed = (text: string): Fields => JSON.parse(text) as Fields;
const deep = (levels: number): unknown =>
  JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);

const gains = (id: string, what: string, bend: Attack['bend']): Attack => ({
  ...{ id, what, bend, ends: 'gains nothing' },
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
    what: `the id as ${what}`,
    ends: 'is malformed',
    bend: (payload, name) => ({ payload: withId(payload, name, spelled(idIn(payload, name))) }),
  })),
  {
    id: 'A5',
    what: 'a list without an end',
    ends: 'is malformed',
    bend(payload) {
      const [list] = listsOf(payload);
      if (list === undefined) return null;
      const [one = '1'] = payload[list] as unknown[];
      return { payload: { ...payload, [list]: Array.from({ length: 1_001 }, () => one) } };
    },
  },
  {
    id: 'A5',
    what: 'an empty list of items',
    ends: 'is malformed',
    bend: (payload, name) =>
      subjectOf(name) === 'itemIds' ? { payload: { ...payload, itemIds: [] } } : null,
  },
  ...[null, 'text', 7, [], [[]], true].map((payload): Attack => ({
    id: 'A15',
    what: `${JSON.stringify(payload)} for a payload`,
    ends: 'is malformed',
    bend: () => ({ payload }),
  })),
  {
    id: 'A15',
    what: 'a subject that only the prototype has',
    ends: 'is malformed',
    bend(payload, name) {
      const { [subjectOf(name)]: subject, ...rest } = payload;
      const inherited = JSON.stringify({ [subjectOf(name)]: subject });
      return { payload: { ...rest, ...parsed(`{"__proto__":${inherited}}`) } };
    },
  },
  gains('A15', 'more levels than anybody needs', (payload) => ({
    payload: { ...payload, more: deep(2_000) },
  })),
];
