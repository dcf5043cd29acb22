// The stories of the shop, one epic each: what became of it and what is left. Days count back from
// the demo's present; the numbers are items of the standard level beneath the epic.

import type { AnsweredWhen } from '../../../src/domain/answer';
import type { ResultValue } from '../../../src/domain/item';
import type { GoalName } from './goals';
import type { Phase } from './draft';

export interface EpicAnswer {
  why: 'move' | 'test' | 'run' | 'half';
  goal?: GoalName;
  when?: AnsweredWhen;
  /** Days from now to the check date. */
  checkIn?: number;
}

export interface Recipe {
  component: string;
  /** Place of the epic in its part's list. */
  epic: number;
  /** Set when the epic is finished: its last child was done this many days ago. */
  finished?: number;
  answer?: EpicAnswer;
  result?: { value: ResultValue; daysAgo: number };
  children: Partial<Record<Phase, number>>;
  notable?: string;
}

export const RECIPES: readonly Recipe[] = [
  {
    component: 'Checkout',
    epic: 0,
    finished: 62,
    answer: { why: 'move', goal: 'conversion', when: 'before', checkIn: -30 },
    result: { value: 'moved', daysAgo: 28 },
    children: { recent: 6 },
    notable: 'moved-epic',
  },
  {
    component: 'Checkout',
    epic: 1,
    answer: { why: 'move', goal: 'conversion', when: 'before', checkIn: 48 },
    children: { recent: 5, running: 2, open: 6, old: 1 },
    notable: 'answered-epic',
  },
  {
    component: 'Checkout',
    epic: 2,
    children: { recent: 3, open: 9, old: 4 },
    notable: 'unanswered-epic',
  },
  {
    component: 'Delivery',
    epic: 0,
    answer: { why: 'move', goal: 'contacts', when: 'before', checkIn: 23 },
    children: { recent: 7, running: 2, open: 5 },
  },
  {
    component: 'Payments',
    epic: 1,
    finished: 20,
    answer: { why: 'move', goal: 'conversion', when: 'started', checkIn: -3 },
    children: { recent: 4 },
    notable: 'due-epic',
  },
  {
    component: 'Back office',
    epic: 2,
    children: { old: 7 },
    notable: 'unwanted-epic',
  },
  {
    component: 'Platform',
    epic: 0,
    answer: { why: 'run', when: 'before' },
    children: { recent: 4, past: 6, running: 1, open: 4 },
  },
  {
    component: 'Mobile',
    epic: 0,
    finished: 230,
    answer: { why: 'move', goal: 'speed', when: 'before', checkIn: -200 },
    result: { value: 'moved', daysAgo: 195 },
    children: { past: 9 },
  },
  {
    component: 'Mobile',
    epic: 1,
    answer: { why: 'move', goal: 'speed', when: 'before', checkIn: 40 },
    children: { past: 5, open: 4 },
    notable: 'ended-goal-epic',
  },
  {
    component: 'Checkout',
    epic: 3,
    finished: 41,
    answer: { why: 'test', goal: 'conversion', when: 'before', checkIn: -12 },
    result: { value: 'flat', daysAgo: 11 },
    children: { recent: 5 },
  },
  {
    component: 'Payments',
    epic: 0,
    answer: { why: 'move', goal: 'conversion', when: 'before', checkIn: 64 },
    children: { recent: 6, running: 2, open: 6 },
  },
  { component: 'Payments', epic: 2, children: { recent: 4, open: 7 } },
  {
    component: 'Product pages',
    epic: 0,
    finished: 75,
    answer: { why: 'test', goal: 'conversion', when: 'started', checkIn: -40 },
    result: { value: 'unclear', daysAgo: 38 },
    children: { recent: 4, past: 3 },
  },
  {
    component: 'Product pages',
    epic: 1,
    answer: { why: 'half', goal: 'conversion' },
    children: { recent: 2, open: 8 },
    notable: 'half-epic',
  },
  { component: 'Product pages', epic: 2, children: { past: 4, open: 2, old: 6 } },
  { component: 'Search', epic: 0, finished: 260, children: { past: 9 } },
  {
    component: 'Search',
    epic: 1,
    answer: { why: 'test', goal: 'conversion', when: 'before', checkIn: 31 },
    children: { recent: 2, open: 5 },
  },
  { component: 'Delivery', epic: 1, children: { recent: 3, open: 4, old: 5 } },
  {
    component: 'Delivery',
    epic: 2,
    finished: 52,
    answer: { why: 'move', goal: 'contacts', when: 'before', checkIn: -20 },
    result: { value: 'moved', daysAgo: 18 },
    children: { recent: 5 },
  },
  {
    component: 'Returns',
    epic: 0,
    answer: { why: 'test', goal: 'contacts', when: 'before', checkIn: 55 },
    children: { open: 5, running: 1 },
  },
  {
    component: 'Returns',
    epic: 1,
    finished: 9,
    answer: { why: 'move', goal: 'contacts', when: 'before', checkIn: 26 },
    children: { recent: 5 },
    notable: 'waiting-epic',
  },
  { component: 'Help', epic: 0, children: { recent: 4, open: 6 } },
  { component: 'Help', epic: 1, children: { old: 6 } },
  { component: 'Accounts', epic: 0, finished: 310, children: { past: 8 } },
  { component: 'Accounts', epic: 1, children: { recent: 3, open: 4, old: 3 } },
  { component: 'Marketing', epic: 0, children: { recent: 4, past: 4, open: 4, old: 5 } },
  { component: 'Marketing', epic: 1, finished: 205, children: { past: 6 } },
  {
    component: 'Back office',
    epic: 0,
    answer: { why: 'run', when: 'started' },
    children: { recent: 4, past: 4, open: 3 },
  },
  {
    component: 'Platform',
    epic: 1,
    answer: { why: 'run', when: 'done' },
    children: { recent: 3, past: 5, open: 2 },
  },
];

/** Items that a recipe makes: the epic and its children. */
export function recipeSize(recipe: Recipe): number {
  return 1 + Object.values(recipe.children).reduce((sum, count) => sum + count, 0);
}
