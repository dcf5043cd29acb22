// The fields that are planted, and the values of each.
import { HOSTILE } from '../../../support/hostile';
import { sharesOf, type Share, type Size } from './shares';

/** Each field with its size. */
const FIELDS = {
  summary: { most: 255, line: true },
  achieve: { most: 300 },
  way: { most: 300 },
  metric: { most: 100 },
  by: { most: 1_000 },
  expect: { most: 1_000 },
  measure: { most: 500 },
  whom: { most: 500 },
  because: { most: 500 },
  note: { most: 500 },
  stream: { most: 60 },
  forum: { most: 100 },
  ruleGoal: { most: 300 },
  ruleNote: { most: 500 },
  reason: { most: 500 },
  pass: { most: 500 },
  resultNote: { most: 500 },
  person: { most: 255, line: true },
  project: { most: 80, line: true },
  status: { most: 60, line: true },
  type: { most: 60, line: true },
  component: { most: 255, line: true },
  sprint: { most: 255, line: true },
  sprintGoal: { most: 500 },
} as const satisfies Record<string, Size>;
export type Field = keyof typeof FIELDS;
export const ALL_FIELDS = Object.keys(FIELDS) as Field[];

/** As it comes back: half a pair is kept by nobody. */
const kept = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');

/** As many values of each field as every text takes that it can hold. */
const SHARES = Object.fromEntries(
  Object.entries<Size>(FIELDS).map(([field, size]) => [field, sharesOf(field, HOSTILE, size)]),
) as Record<Field, Share[]>;

/** Values of a field, without an end: after the last comes the first. */
export const valueOf = (field: Field, n: number): string => {
  const all = SHARES[field];
  return all[n % all.length]?.all ?? '';
};
export const shareCount = (field: Field): number => SHARES[field].length;

/** As every page shows it: where a line is one line, the end of a line is a blank or nothing. */
const flat = (text: string): string => kept(text).replace(/[\r\n ]/g, '');
const VALUES = ALL_FIELDS.flatMap((field) =>
  SHARES[field].map(({ all, texts }) => ({ field, texts, all: flat(all) })),
);

/** The values that stand whole in what a page shows. */
export const seenIn = (shown: string): { field: Field; texts: readonly string[] }[] => {
  const text = flat(shown);
  return VALUES.filter(({ all }) => text.includes(all));
};

/** The texts that a field can hold. */
export const textsOf = (field: Field): string[] => SHARES[field].flatMap(({ texts }) => texts);
