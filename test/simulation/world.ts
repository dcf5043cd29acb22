// What a world is: its parts, and the words and spans of time that all who live in it share.
import type { Goal } from '../../src/domain/goal';
import type { Rules } from '../../src/domain/rules';
import type { Ports, ScanOrder } from '../../src/ports';
import type { MemoryJira } from './jira/memory-jira';
import type { Mail, PropertyWrite } from './jira/options';
import type { Item, MemorySite, Row } from './jira/site';
import type { Kernel } from './kernel';
import type { MemoryStore } from './memory-driver';
import type { Ending, Running, Surroundings, Way } from './process';

/** Stands in every text that must not leave Jira. */
export const CANARY = 'canary-7f3';
/** Names of sites; each stands in the goals of its own. */
export const SITE_NAMES = /site-\d+-/g;
/** Wants no messages of the app. */
export const SILENT = 'bea';
export const PROJECTS = ['1', '2'] as const;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
/** By how much the clock of a function may be off. */
export const LONGEST_SKEW = 5 * MINUTE;
/** By how much the clocks of what people use may be off: these are a browser's and Forge's. */
export const PEOPLES_SKEW = 4_000;
/** Until when people let items rest past Ladder, by a property that they write themselves. */
export const FORGED_DAY = '2031-06-06';
/** Longest time until search shows a change. */
export const LONGEST_LAG = 120_000;

/** How much there is, and happens, in the world of a seed. */
export interface Size {
  /** Items of a project: at least, and how many more there may be. */
  items: readonly [number, number];
  parents: number;
  /** Items that were finished before, at most: their stays give a pace. */
  finished: number;
  /** Share of worlds with two projects. */
  pairs: number;
  /** Nights on which anything may fail: at least, and how many more there may be. */
  nights: readonly [number, number];
  /** Hourly triggers of such a night, and of a calm one. */
  hours: readonly [number, number];
  /** What people do around one of them, at most. */
  acts: number;
  /** The days after the last of them on which the calm ones lie. */
  tail: readonly number[];
}

const LARGE: Size = {
  ...{
    items: [10, 30],
    parents: 3,
    finished: 50,
    pairs: 0.5,
    nights: [2, 3],
    hours: [5, 5],
    acts: 12,
  },
  tail: [1, 2, 17, 18, 33],
};
const SMALL: Size = {
  ...{
    items: [3, 8],
    parents: 2,
    finished: 50,
    pairs: 0.2,
    nights: [1, 3],
    hours: [5, 5],
    acts: 6,
  },
  tail: [1, 17],
};
/** One night on which anything may fail, and the one on which the grace is over. */
const TINY: Size = {
  ...{
    items: [2, 5],
    parents: 1,
    finished: 0,
    pairs: 0.05,
    nights: [1, 1],
    hours: [3, 2],
    acts: 3,
  },
  tail: [16],
};

/** Most worlds are tiny, so that there can be many; each twentieth is small, each hundredth large. */
export function sizeOf(seed: number): Size {
  if (seed % 100 === 0) return LARGE;
  return seed % 20 === 0 ? SMALL : TINY;
}

export interface State {
  at: number;
  /** From when on search shows it. */
  shownAt: number;
  row: Row;
}

/** What is told to who watches. */
export interface Watch {
  wrote(write: PropertyWrite): void;
  moved(item: Item, from: string, by: string | null): void;
  asked: Surroundings['asked'];
  kept(entity: string, key: string, value: Record<string, unknown>, by: Running | null): void;
}

export interface World {
  /** Like no other site's. */
  name: string;
  kernel: Kernel;
  size: Size;
  /** Whether calls to the outside may fail now. */
  stormy: boolean;
  site: MemorySite;
  jira: MemoryJira;
  store: MemoryStore;
  zone: string;
  /** The project's first day. */
  firstDay: string;
  /** All states of each item, the oldest first. */
  states: Map<string, State[]>;
  /** Settings as they were from a moment on. */
  settings: Map<string, { at: number; rules: Rules; goals: Goal[] }[]>;
  /** What people wrote last to properties that are not the app's own. */
  foreign: Map<string, string | null>;
  /** Messages that went out to people. */
  mails: Mail[];
  logs: string[];
  watch: Watch;
  run(
    what: { name: string; account?: string | null; lifeMs?: number },
    work: (ports: Ports, way: Way) => Promise<unknown>,
    ended: (ending: Ending) => void,
  ): Running;
  /** Where orders of scans go. */
  onPush(listener: (order: ScanOrder) => void): void;
  newItem(projectId: string, more?: Partial<Item>): Item;
  write(item: Item, key: string, value: unknown, by: string): void;
  settingsNow(projectId: string): { rules: Rules; goals: Goal[] };
}

/** A complete answer for a goal, as its property says it. */
export const answerFor = (goal: string, more: object = {}) => ({
  ...{ v: 1, why: 'move', state: 'answered', goal, by: `${CANARY} a`, expect: 'b', measure: 'c' },
  ...{ checkBy: '2029-01-01', extra: 'kept as it is' },
  ...more,
});
