// One item, its Jira and Ladder's storage in memory, for whoever applies decisions about it: the
// production use cases of the backend behind the ports of the browser.
import type { DecisionView } from '../../src/contract/decision-procedures';
import { fingerprint } from '../../src/contract/fingerprint';
import type { DecisionKind, DraftEntry, SeenOnList } from '../../src/domain/decision';
import { AppError } from '../../src/domain/errors';
import type { Exit, ExitField } from '../../src/domain/exits';
import { moverSince, type StatusMove } from '../../src/domain/moves';
import type { Act, KeptDecision, Ports } from '../../src/ports';
import type { Patience } from '../../src/usecases/applying/calls';
import type { ApplyOptions, ApplyPorts } from '../../src/usecases/applying/ports';
import { beginDecision } from '../../src/usecases/begin-decision';
import { dropDecision, finishDecision, settleIntents } from '../../src/usecases/finish-decision';
import { undoDecision } from '../../src/usecases/undo-decision';
import { anItem, someRules, value } from '../support/builders';

export const TO_DO = '11';
export const DONE = '13';
export const WONT_DO = '15';
export const FLAG = { reason: 'aged' as const, since: '2026-05-01' };

/** Runs one call under its name: at once, later, or not at all. */
export type Step = <T>(name: string, run: () => T | Promise<T>) => Promise<T>;
const atOnce: Step = async (_name, run) => run();

interface World {
  projectId: string;
  statusId: string;
  gone: boolean;
  resolutionId: string | null;
  answer: unknown;
  flag: SeenOnList['flag'];
  moves: { by: string; at: number; to: string }[];
  comments: { by: string; at: number; text: string }[];
  kept: KeptDecision | null;
  acts: Act[];
  now: number;
  /** Ways from anywhere, also from a status to itself. */
  exits: Exit[];
}

export const exitTo = (
  id: string,
  name: string,
  isDone: boolean,
  more: Partial<Exit> = {},
): Exit => ({
  id: `to-${id}`,
  name,
  to: { id, name, isDone },
  hasScreen: false,
  fields: [],
  ...more,
});

export const resolutionField: ExitField = {
  id: 'resolution',
  name: 'Resolution',
  required: false,
  allowed: [
    { id: '1', name: 'Done' },
    { id: '2', name: "Won't Do" },
  ],
};

const isDone = ({ statusId }: World): boolean => statusId === DONE || statusId === WONT_DO;

const movesOf = ({ moves }: World): StatusMove[] =>
  moves.map(({ by, at }) => ({ by, byApp: by === 'rule', at }));

const backendOf = (world: World): Ports =>
  ({
    items: {
      read: async () => {
        if (world.gone) throw new AppError('not_found', 'It is not there.');
        const { flag } = world;
        return {
          facts: anItem({
            id: '1',
            statusId: world.statusId,
            category: isDone(world) ? 'done' : 'new',
            ...(flag && { flag: value({ flag: 'candidate' as const, ...flag }) }),
          }),
          projectId: world.projectId,
          answerValue: world.answer,
        };
      },
      writeDecision: async () => undefined,
      moves: async () => movesOf(world),
    },
    backlog: {
      moves: async () => movesOf(world),
      item: async () =>
        world.gone ? null : { facts: anItem({ category: isDone(world) ? 'done' : 'new' }) },
    },
    decisions: {
      read: async () => structuredClone(world.kept),
      save: async (
        _id: string,
        _project: string,
        next: KeptDecision,
        over: number,
        act: Act | null,
      ) => {
        if ((world.kept?.rev ?? 0) !== over) throw new AppError('conflict', 'somebody was faster');
        world.kept = structuredClone(next);
        if (act) world.acts.push(act);
      },
      unsettled: async () => [{ itemId: '1', projectId: '1', kept: world.kept }],
    },
    settings: {
      load: async () => ({ projectId: '1', rev: 1, goals: [], agreements: [], rules: someRules() }),
    },
    ids: { next: () => 'made by the backend' },
    clock: { now: () => world.now },
    log: { info: () => undefined, error: () => undefined },
  }) as unknown as Ports;

export function applyWorld(more: Partial<World> = {}) {
  const world: World = {
    projectId: '1',
    statusId: TO_DO,
    gone: false,
    resolutionId: null,
    answer: undefined,
    flag: FLAG,
    moves: [],
    comments: [],
    kept: null,
    acts: [],
    now: Date.parse('2026-06-10T12:00:00Z'),
    exits: [exitTo(TO_DO, 'To Do', false), exitTo(DONE, 'Done', true)],
    ...more,
  };
  const backend = backendOf(world);
  let ids = 0;
  /** The browser of a person; `step` orders its calls and lets them fail. */
  const browser = (me: string, step: Step = atOnce): ApplyPorts => ({
    me,
    look: () =>
      step('look', () => {
        if (world.gone) return null;
        const { projectId, statusId, resolutionId, flag, answer } = world;
        return {
          projectId,
          statusId,
          resolutionId,
          flag,
          isDone: isDone(world),
          answer: fingerprint(answer),
        };
      }),
    exits: () => step('exits', () => world.exits),
    move: (_id, exitId, { resolutionId, comment }) =>
      step('move', () => {
        const exit = world.exits.find(({ id }) => id === exitId);
        if (!exit) throw new AppError('invalid_input', 'This transition is not valid.');
        world.statusId = exit.to.id;
        world.resolutionId = exit.to.isDone ? (resolutionId ?? '1') : null;
        world.moves.push({ by: me, at: world.now, to: exit.to.id });
        if (exit.hasScreen && comment !== undefined)
          world.comments.push({ by: me, at: world.now, text: comment });
      }),
    movedBy: (_id, account, since) =>
      step('history', () => {
        return moverSince(movesOf(world), since) === account;
      }),
    comment: async (_id, text, since) => {
      const there = await step('comments', () =>
        world.comments.some((one) => one.by === me && one.at >= since && one.text === text),
      );
      if (!there)
        await step('comment', () => void world.comments.push({ by: me, at: world.now, text }));
    },
    begin: (itemId, decision, seen, attempt) =>
      step('begin', () => beginDecision(backend, me, { itemId, decision, seen, attempt })),
    finish: (itemId, intent) =>
      step('finish', () => finishDecision(backend, me, { itemId, intent })),
    drop: (itemId, intent) => step('drop', () => dropDecision(backend, me, { itemId, intent })),
    undo: (itemId, rev) => step('undo', () => undoDecision(backend, me, { itemId, rev })),
    sleep: (ms) => step('sleep', () => void (world.now += ms)),
    now: () => world.now,
    newId: () => `attempt-${(ids += 1)}`,
  });
  return {
    world,
    browser,
    /** What the nightly round makes of intents whose page was closed. */
    async night(): Promise<void> {
      world.now += 2 * 3_600_000;
      await settleIntents(backend, '1');
    },
  };
}

export const patienceOf = (ports: ApplyPorts): Patience => ({
  sleep: ports.sleep,
  nap: ports.sleep,
  now: ports.now,
  busyUntil: 0,
  stopped: false,
  onPause: () => undefined,
});

export const options = (more: Partial<ApplyOptions> = {}): ApplyOptions => ({
  projectId: '1',
  kill: { statusId: null, resolutionId: null },
  undelivered: { statusIds: [], resolutionIds: [] },
  comment: (reason) => `Ended by the forum. ${reason}`,
  ...more,
});

export const entry = (
  kind: DecisionKind,
  more: Partial<DraftEntry['decision']> = {},
): DraftEntry => ({
  itemId: '1',
  itemKey: 'SHOP-1',
  seen: { statusId: TO_DO, flag: FLAG, answer: null, rev: 0 },
  decision: {
    kind,
    reason: 'Nobody asks for it',
    ...((kind === 'park' || kind === 'keep') && { until: '2026-12-01' }),
    ...(kind === 'fix' && { fix: 'reword' as const }),
    ...more,
  },
  state: 'open',
});

/** The view of what is kept, as a page has it. */
export const viewOf = (kept: KeptDecision | null): DecisionView => {
  if (!kept) throw new Error('nothing is kept');
  return { itemId: '1', ...kept };
};

/** Calls of this name fail from the first one on, so often. */
export const failing = (call: string, error: AppError, { times = 1, made = false } = {}): Step => {
  let left = times;
  return async (name, run) => {
    const fails = name === call && left > 0;
    if (fails) left -= 1;
    if (fails && !made) throw error;
    const result = await run();
    if (fails) throw error;
    return result;
  };
};
