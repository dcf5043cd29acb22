// The ports that saving on one item needs, over memory; `step` orders the calls and lets them fail.
import { readAnswer, writeAnswer } from '../../src/contract/properties';
import type { KeptAnswer } from '../../src/domain/answer';
import { AppError } from '../../src/domain/errors';
import type { Decision, ItemFacts, Result } from '../../src/domain/item';
import type { StatusMove } from '../../src/domain/moves';
import type {
  Act,
  AnswerRevision,
  KeptDecision,
  KeptPass,
  KeptResult,
  Ports,
} from '../../src/ports';
import type { Rules } from '../../src/domain/rules';
import { aGoal, anItem, none, someRules, value } from '../support/builders';

/** Runs one call of a port, under its name: at once, later, or not at all. */
export type Step = <T>(name: string, run: () => T) => Promise<T>;

/** Every call of this name from the `nth` on, `times` times, fails; `after` it has taken effect. */
export function failing(call: string, { nth = 1, times = Infinity, after = false } = {}): Step {
  let calls = 0;
  return async (name, run) => {
    if (name === call) calls += 1;
    const fails = name === call && calls >= nth && calls < nth + times;
    if (fails && !after) throw new AppError('jira_unavailable', 'lost');
    const result = run();
    if (fails) throw new AppError('jira_unavailable', 'lost');
    return result;
  };
}

/** Two steps for the same calls: what the first lets through meets the second. */
export const both =
  (first: Step, second: Step): Step =>
  async (name, run) => {
    await first(name, () => undefined);
    return second(name, run);
  };

/** Something happens just before the `nth` call of this name. */
export function meanwhile(call: string, change: () => void, nth = 1): Step {
  let left = nth;
  return async (name, run) => {
    if (name === call && (left -= 1) === 0) change();
    return run();
  };
}

/** What Jira and storage hold of the item. */
export interface OneItem {
  property: unknown;
  revision: AnswerRevision | null;
  draft: boolean;
  pass: KeptPass | null;
  /** The pass as the item's property shows it. */
  shown: unknown;
  result: KeptResult | null;
  /** The result as the item's property shows it. */
  shownResult: Result | null;
  decision: KeptDecision | null;
  /** The decision as the item's property shows it. */
  shownDecision: Decision | null;
  /** What Jira says of the item beyond its properties. */
  facts: Partial<ItemFacts>;
  hiddenFromApp: boolean;
  /** Who moved it last; undefined for whoever means to end it. */
  mover: string | undefined;
  rules: Partial<Rules>;
  acts: Act[];
  logged: string[];
  now: number;
}

export function oneItem(step: Step, facts: Partial<ItemFacts> = {}) {
  const held: OneItem = {
    property: undefined,
    revision: null,
    draft: true,
    pass: null,
    shown: undefined,
    result: null,
    shownResult: null,
    decision: null,
    shownDecision: null,
    facts,
    hiddenFromApp: false,
    mover: undefined,
    rules: {},
    acts: [],
    logged: [],
    now: Date.parse('2026-06-10T12:00:00Z'),
  };
  const factsNow = () =>
    anItem({
      id: '1',
      answer: readAnswer(held.property),
      decision: held.shownDecision ? value(held.shownDecision) : none,
      ...held.facts,
    });
  const moves = (): StatusMove[] => {
    const by = held.mover ?? held.decision?.intent?.decided.by ?? null;
    return [{ by, byApp: false, at: held.now }];
  };
  /** What storage holds of its decisions, where it fits. */
  const decided = (fits: (kept: KeptDecision) => boolean) =>
    held.decision && fits(held.decision)
      ? [{ itemId: '1', projectId: '1', kept: held.decision }]
      : [];
  let ids = 0;
  /** Records stand under the item and its project. */
  const expectPlace = (...place: string[]) => {
    if (place.join() !== '1,1') throw new Error(`kept under ${place.join()}`);
  };
  const expectRev = (now: { rev: number } | null, over: number) => {
    if ((now?.rev ?? 0) !== over) throw new AppError('conflict', 'somebody was faster');
  };
  const ports = {
    items: {
      read: () =>
        step('read', () => ({
          facts: factsNow(),
          projectId: '1',
          answerValue: held.property,
        })),
      moves: () => step('moves', moves),
      wasIn: () => step('history', () => false),
      answerValue: () => step('value', () => held.property),
      parent: () => step('parent', () => null),
      writeAnswer: (_id: string, answer: KeptAnswer | null) =>
        step('write', () => {
          held.property = answer === null ? undefined : writeAnswer(answer);
        }),
      putBackAnswer: (_id: string, stood: unknown) =>
        step('write', () => {
          held.property = stood;
        }),
      writeResult: (_id: string, result: Result | null) =>
        step('show result', () => {
          held.shownResult = result;
        }),
      writeDecision: (_id: string, decision: Decision | null) =>
        step('show decision', () => {
          held.shownDecision = decision;
        }),
      writePass: (_id: string, pass: unknown) =>
        step('show', () => {
          held.shown = pass;
        }),
    },
    backlog: {
      moves: () => step('moves', moves),
      item: () =>
        step('look', () => (held.hiddenFromApp ? null : { facts: factsNow(), projectId: '1' })),
    },
    decisions: {
      read: () => step('decision', () => held.decision),
      save: (id: string, project: string, next: KeptDecision, over: number, act: Act | null) =>
        step('decide', () => {
          expectPlace(id, project);
          expectRev(held.decision, over);
          held.decision = next;
          if (act) held.acts.push(act);
        }),
      due: (_project: string, today: string) =>
        step('due', () => decided(({ now }) => now?.until !== undefined && now.until <= today)),
      unsettled: () =>
        step('unsettled', () => decided(({ written, intent }) => !written || intent !== null)),
      ofProject: () => step('decisions', () => decided(() => true)),
    },
    results: {
      read: () => step('result', () => held.result),
      save: (id: string, project: string, next: KeptResult, over: number, act: Act | null) =>
        step('store', () => {
          expectPlace(id, project);
          expectRev(held.result && { rev: held.result.writes }, over);
          held.result = next;
          if (act) held.acts.push(act);
        }),
    },
    answers: {
      read: () => step('revision', () => held.revision),
      write: (id: string, project: string, next: AnswerRevision, over: number) =>
        step('lock', () => {
          expectPlace(id, project);
          expectRev(held.revision, over);
          held.revision = next;
        }),
    },
    passes: {
      read: () => step('pass', () => held.pass),
      save: (id: string, project: string, next: KeptPass, over: number, act: Act | null) =>
        step('keep', () => {
          expectPlace(id, project);
          expectRev(held.pass, over);
          held.pass = next;
          if (act) held.acts.push(act);
        }),
    },
    personal: {
      discardDraft: () =>
        step('draft', () => {
          held.draft = false;
        }),
    },
    settings: {
      load: () =>
        step('settings', () => ({
          projectId: '1',
          rev: 1,
          goals: [aGoal()],
          rules: someRules(held.rules),
        })),
    },
    projects: { statuses: () => step('statuses', () => []) },
    ids: { next: () => `id-${(ids += 1)}` },
    clock: { now: () => held.now },
    log: {
      info: () => undefined,
      error: (message: string) => {
        held.logged.push(message);
      },
    },
  };
  return { ports: ports as unknown as Ports, held };
}
