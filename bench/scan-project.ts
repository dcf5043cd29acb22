// A project of any size in which 3 of 100 items are old and answer nothing, as many come of age every
// night, and the same parents answer for some of the rest.
import type { Site, SiteIssue } from '../local/jira/api';
import { writeAnswer } from '../src/contract/properties';
import type { KeptAnswer } from '../src/domain/answer';
import { bareIssue } from '../test/support/bare-issue';
import { kept, type Keep } from './scan-kept';
import { addShop, STATUS, TYPE, VIEWER } from './shop';

export const DAY = 86_400_000;
/** The first night. */
export const START = Date.parse('2026-11-02T03:00:00Z');
/** Parents with an answer, and as many without one. */
const ANSWERED_PARENTS = 60;
const PARENTS = 2 * ANSWERED_PARENTS;
/** The day, counted from the first, on which items come of age, are ripe and are answered. */
export const STEADY_DAY = 15;
const WARN_DAYS = 90;
const FLAG_DAYS = 180;
/** Ages of the old items: from `WARN_DAYS` over so many days. */
const OLD_SPREAD = 300;
/** Coprime with the spread, so that all ages are taken in turn. */
const STRIDE = 77;
const BATCH = 5_000;

/** How many items come of age in a night, become ripe in it, and are answered before it. */
const aNight = (items: number): number => Math.max(1, Math.round(items / 10_000));

export const ANSWER: KeptAnswer = {
  why: 'move',
  state: 'answered',
  goal: 'g1',
  by: 'asking once',
  expect: 'fewer to give up',
  checkBy: '2026-12-15',
  when: 'before',
  answered: '2026-10-20',
};

/** Whole days of age on the first night, by what sort of item it is. */
interface Sort {
  age: number;
  statusId?: string;
  parentId?: string;
  answer?: KeptAnswer;
  /** Days since it was finished. */
  finished?: number;
  /** Days since it was touched. */
  touched?: number;
}

/** The items of every hundred: 3 old, 1 young, 6 answered, 5 below an answered parent, 85 finished. */
function sortOf(n: number, items: number): Sort {
  const [hundred, place] = [Math.floor(n / 100), n % 100];
  if (place < 3) {
    const turn = Math.floor((3 * hundred + place) / aNight(items));
    const past = (FLAG_DAYS - STEADY_DAY - WARN_DAYS + turn * STRIDE) % OLD_SPREAD;
    return { age: WARN_DAYS + past, ...(n % 2 === 0 && { parentId: parentId(n, false) }) };
  }
  // Comes of age on the first morning after the first night, or on a later one.
  if (place === 3) return { age: Math.max(0, WARN_DAYS - 1 - Math.floor(hundred / aNight(items))) };
  if (place < 10) return { age: 200 + (n % 90), touched: n % 20, answer: ANSWER };
  if (place < 15) return { age: 200 + (n % 90), touched: n % 20, parentId: parentId(n, true) };
  return { age: 800, statusId: STATUS.done, finished: 1 + (n % 700) };
}

const parentId = (n: number, answered: boolean): string =>
  String(10_001 + (n % ANSWERED_PARENTS) + (answered ? 0 : ANSWERED_PARENTS));

const moved = (id: string, created: number, from: string, to: string) => ({
  id,
  created,
  authorAccountId: VIEWER.accountId,
  items: [{ field: 'status', fieldId: 'status', from, fromString: from, to, toString: to }],
});

function issue(number: number, typeId: string, sort: Sort): SiteIssue {
  const { age, statusId = STATUS.todo, parentId = null, answer, finished, touched } = sort;
  const created = START - age * DAY - DAY / 4;
  const done = finished === undefined ? null : START - finished * DAY;
  return {
    ...bareIssue(),
    id: String(10_000 + number),
    key: `SHOP-${number}`,
    projectId: '1',
    typeId,
    statusId,
    summary: `Item ${number}`,
    parentId,
    created,
    updated: touched === undefined ? (done ?? created) : START - touched * DAY,
    resolved: done,
    categoryChanged: done ?? created,
    properties: answer ? { 'ladder-answer': writeAnswer(answer) } : {},
    // The team's pace is read from the newest only; the rest would only fill the memory.
    history:
      done !== null && finished !== undefined && finished < 30
        ? [
            moved(`${number}1`, done - 12 * DAY, STATUS.todo, STATUS.doing),
            moved(`${number}2`, done, STATUS.doing, STATUS.done),
          ]
        : [],
  };
}

const numberOf = (n: number): number => PARENTS + 1 + n;

/** Items that are warned by the steady night and far from ripe then, as many as one night has. */
export function toAnswer(items: number): string[] {
  const keys: string[] = [];
  for (let n = 0; keys.length < aNight(items) && n < items; n += 1) {
    const { age } = sortOf(n, items);
    if (n % 100 < 3 && age < FLAG_DAYS - 2 * STEADY_DAY) keys.push(`SHOP-${numberOf(n)}`);
  }
  return keys;
}

/** Fills the site. @returns what the app has to keep of its items, and how many are old */
export function fillProject(site: Site, items: number): { keep: Keep[]; old: number } {
  addShop(site, { zone: 'UTC', role: 'editor' });
  site.addIssues(
    Array.from({ length: PARENTS }, (_, n) =>
      issue(n + 1, TYPE.parent, { age: 300, ...(n < ANSWERED_PARENTS && { answer: ANSWER }) }),
    ),
  );
  const keep: Keep[] = [];
  let old = 0;
  let finished = 0;
  for (let from = 0; from < items; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, items - from) }, (_, place) => {
      const n = from + place;
      const made = issue(numberOf(n), TYPE.item, sortOf(n, items));
      const said = n % 100 < 15 ? null : kept(finished, made.id, START);
      if (n % 100 >= 15) finished += 1;
      if (said) {
        keep.push(said);
        Object.assign(made.properties, said.properties);
      }
      if (n % 100 < 3) old += 1;
      return made;
    });
    site.addIssues(batch);
  }
  return { keep, old };
}
