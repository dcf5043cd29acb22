// How people decide about items, come back to what they left open, and take decisions back: as the page
// does it, with what the page tells them of each decision.
import type { DecisionView } from '../../../src/contract/decision-procedures';
import { fingerprint } from '../../../src/contract/fingerprint';
import { addDays, dayOf } from '../../../src/domain/days';
import type { DecisionInput, DecisionKind, DraftEntry } from '../../../src/domain/decision';
import { flagShown } from '../../../src/domain/item';
import type { Ports } from '../../../src/ports';
import { applyDecisions, takeBack, type RunOptions } from '../../../src/usecases/apply-decisions';
import { ABANDONED_MS } from '../../../src/usecases/applying/begin';
import type { BackOutcome, ApplyOutcome } from '../../../src/usecases/applying/outcome';
import type { ApplyPorts } from '../../../src/usecases/applying/ports';
import { resumeOne } from '../../../src/usecases/applying/resume';
import type { Way } from '../process';
import { bodyOf } from '../watch/evidence';
import { HOUR, MINUTE, PEOPLES_SKEW, type World } from '../world';
import { browserOf } from './browser';

/** Who decides about items. */
export const DECIDERS = ['ann', 'ben', 'eve'];

/** What somebody was told is done. */
export interface Acknowledged {
  itemId: string;
  kind: DecisionKind | 'undo';
  by: string;
  reason: string;
  /** What was decided; of an undo null. */
  decision: DecisionInput | null;
}

/** What somebody was told is as it was before, and how the item stands now. */
interface ToldNothing {
  itemId: string;
  by: string;
  /** When they began, and how it ended. */
  since: number;
  outcome: string;
  reason: string;
}

/** A page is open for so long at most. */
const PAGE_MS = 3 * HOUR;
const OUTCOMES_OF_NOTHING = ['changed', 'refused', 'left'];

export function createDeciders(world: World) {
  const { kernel, site } = world;
  const { random } = kernel;
  const acknowledged: Acknowledged[] = [];
  /** Items that were closed for a decision that Ladder could not record, as their decider was told. */
  const unrecorded: { itemId: string; by: string; reason: string }[] = [];
  const lies: string[] = [];
  let reasons = 0;

  const page = (
    by: string,
    lifeMs: number,
    work: (browser: ApplyPorts, ports: Ports) => Promise<unknown>,
  ): void => {
    const open = (ports: Ports, way: Way) => work(browserOf(world, by, ports, way), ports);
    world.run({ name: `page of ${by}`, account: by, lifeMs }, open, () => undefined);
  };

  /** Nothing was done, somebody was told: then they have not moved the item meanwhile. */
  function toldNothing({ itemId, by, since, outcome, reason }: ToldNothing): void {
    if (!OUTCOMES_OF_NOTHING.includes(outcome)) return;
    const last = site.items.get(itemId)?.history.at(-1);
    const kept = world.store.all('decision').find(({ key }) => key === itemId)?.value;
    const { now, past } = bodyOf(kept ?? {}) as Partial<DecisionView>;
    const ended = past?.at(-1)?.ended;
    // They decided in another window as well, and that is the kill which is recorded, or took one back.
    const isOther =
      (now?.kind === 'kill' && now.by === by && now.reason !== reason) ||
      (ended?.how === 'undone' && ended.by === by && ended.at >= since - PEOPLES_SKEW);
    if (last && last.by === by && last.at >= since && !isOther)
      lies.push(`${by} is told ${outcome} of ${itemId} and has moved it`);
  }

  const hears = <T>(): RunOptions<T> => ({ onStart: () => undefined, onPause: () => undefined });
  /** Sometimes somebody stops the run. */
  function stopping(run: { stop: () => void; done: Promise<void> }): Promise<void> {
    if (random.chance(0.05)) kernel.at(kernel.now() + random.below(5_000), run.stop);
    return run.done;
  }

  function someDecision(today: string): DecisionInput {
    const kind = random.pick(['kill', 'kill', 'park', 'keep', 'fix'] as const);
    reasons += 1;
    const until = addDays(today, 1 + random.below(20));
    const effort = random.pick([undefined, 3, 8]);
    const fix = random.pick(['answer', 'reword', 'split'] as const);
    return {
      ...{ kind, reason: `r${String(reasons)}` },
      ...((kind === 'park' || kind === 'keep') && { until }),
      ...(effort !== undefined && { effort }),
      ...(kind === 'fix' && { fix }),
      ...(kind === 'fix' && fix === 'split' && { into: ['SHOP-1', 'SHOP-2'] }),
    };
  }

  const optionsFor = (projectId: string) => ({
    projectId,
    kill: { statusId: null, resolutionId: null },
    undelivered: { statusIds: [], resolutionIds: [] },
    comment: (reason: string) => `Ended by the forum. ${reason}`,
  });

  /** An intent of an earlier visit is brought to its end, once no other window can be in the middle. */
  async function comeBack(browser: ApplyPorts, ports: Ports, itemId: string): Promise<boolean> {
    const kept = await ports.decisions.read(itemId);
    const intent = kept?.intent;
    if (!kept || intent?.decided.by !== browser.me) return false;
    await browser.sleep(Math.max(0, intent.decided.at + ABANDONED_MS + 1_000 - browser.now()));
    const { sleep, now } = browser;
    const patience = {
      ...{ sleep, nap: sleep, now },
      ...{ busyUntil: 0, stopped: false, onPause: () => undefined },
    };
    await resumeOne(browser, patience, { ...kept, itemId }, optionsFor(''));
    return true;
  }

  const someThought = (): number => random.below(20_000);

  function decideAs(by: string, itemId: string, think = someThought()): void {
    // Some pages are closed in the middle.
    const lifeMs = random.chance(0.3) ? think + 500 + random.below(4_000) : PAGE_MS;
    page(by, lifeMs, async (browser, ports) => {
      const item = await ports.items.read(itemId);
      if (await comeBack(browser, ports, itemId)) return;
      const kept = await ports.decisions.read(itemId);
      if (item.facts.category === 'done' || item.facts.level < 0) return;
      await browser.sleep(think);
      const since = kernel.now();
      const decision = someDecision(dayOf(browser.now(), world.zone));
      const seen = {
        statusId: item.facts.statusId,
        flag: flagShown(item.facts.flag),
        answer: fingerprint(item.answerValue),
        rev: kept?.rev ?? 0,
      };
      const entry: DraftEntry = { itemId, itemKey: item.facts.key, seen, decision, state: 'open' };
      const onOutcome = (_entry: unknown, outcome: ApplyOutcome): void => {
        const { kind, reason } = decision;
        toldNothing({ itemId, by, since, outcome: outcome.kind, reason });
        if (outcome.kind !== 'applied') return;
        if (outcome.unrecorded === 'never') unrecorded.push({ itemId, by, reason });
        if (!outcome.unrecorded) acknowledged.push({ itemId, kind, by, reason, decision });
      };
      const options = optionsFor(item.projectId);
      await stopping(
        applyDecisions([entry], browser, options, { ...hears<DraftEntry>(), onOutcome }),
      );
    });
    // In another window, or on another visit.
    if (random.chance(0.25)) {
      const later = kernel.now() + think + random.below(random.pick([2 * MINUTE, 2 * HOUR]));
      kernel.at(later, () =>
        page(by, PAGE_MS, (browser, ports) => comeBack(browser, ports, itemId)),
      );
    }
  }

  function undoAs(by: string, itemId: string): void {
    page(by, PAGE_MS, async (browser, ports) => {
      const kept = await ports.decisions.read(itemId);
      const reason = kept?.now?.reason;
      if (!kept || reason === undefined) return;
      // What is shown on the page may be long past.
      await browser.sleep(random.below(random.pick([5_000, 5_000, 90 * MINUTE])));
      const since = kernel.now();
      const standing = { itemId, itemKey: itemId, view: { itemId, ...kept } };
      const onOutcome = (_one: unknown, outcome: BackOutcome): void => {
        toldNothing({ itemId, by, since, outcome: outcome.kind, reason });
        // Without a view something else has ended it meanwhile.
        if (outcome.kind === 'undone' && outcome.view)
          acknowledged.push({ itemId, kind: 'undo', by, reason, decision: null });
      };
      await stopping(takeBack([standing], browser, { ...hears<typeof standing>(), onOutcome }));
    });
  }

  return { acknowledged, unrecorded, lies, someThought, decideAs, undoAs };
}

export type Deciders = ReturnType<typeof createDeciders>;
