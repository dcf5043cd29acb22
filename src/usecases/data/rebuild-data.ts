// Shows on every item what storage holds of it, a few items a call: results, decisions, passes, then
// the gate. Properties only show, so this can be done at any time and any number of times.
import type { Output } from '../../contract/procedures';
import { canonical } from '../../contract/properties';
import { SHOWN_SECTIONS, type ShownSection } from '../../domain/data';
import { AppError } from '../../domain/errors';
import type { KeptJob, Ports } from '../../ports';
import { showDecision, propertyOf } from '../keep-decision';
import { showResult, shownOf } from '../keep-result';
import { tryPublishGate } from '../publish-gate';
import { openBudget } from '../scan/budget';
import { tellPass } from '../start-anyway';
import { beginJob, freshJob, jobUnderWay, keepJob, viewOf } from './jobs';

/** What one call takes: a function ends after 25 seconds. */
const ITEMS = 25;
const TIME_MS = 8_000;

interface Place {
  itemId: string;
  projectId: string;
}

/** What a kind of record needs to be shown again. */
interface Shown<T extends { written: boolean }> {
  read: (itemId: string) => Promise<T | null>;
  /** Writes the item's property and nothing else. */
  write: (itemId: string, kept: T) => Promise<void>;
  /** Shows a record that is marked as not shown, and marks it. */
  show: (place: Place, kept: T) => Promise<{ written: boolean }>;
}

/** How often a record is shown anew because somebody changed it meanwhile. */
const TRIES = 5;

/**
 * Shows what is kept. A record that is marked as shown keeps its revision: nothing was said.
 * @returns whether the item shows it; null where nothing is kept any more
 * @throws AppError rate_limited
 */
async function showOne<T extends { written: boolean }>(
  ports: Ports,
  place: Place,
  { read, write, show }: Shown<T>,
): Promise<boolean | null> {
  for (let made = 1; ; made += 1) {
    const kept = await read(place.itemId);
    if (!kept) return null;
    if (!kept.written || made === TRIES) return (await show(place, kept)).written;
    try {
      await write(place.itemId, kept);
    } catch (error) {
      if (error instanceof AppError && error.code === 'rate_limited') throw error;
      return (await show(place, { ...kept, written: false })).written;
    }
    const now = await read(place.itemId);
    if (canonical(now) === canonical(kept)) return true;
  }
}

function shower(ports: Ports, section: ShownSection): (place: Place) => Promise<boolean | null> {
  const { items } = ports;
  switch (section) {
    case 'results':
      return (place) =>
        showOne(ports, place, {
          read: (itemId) => ports.results.read(itemId),
          write: (itemId, { given }) => items.writeResult(itemId, shownOf(given)),
          show: (at, kept) => showResult(ports, at, kept, 'night'),
        });
    case 'decisions':
      return (place) =>
        showOne(ports, place, {
          read: (itemId) => ports.decisions.read(itemId),
          write: (itemId, { now }) => items.writeDecision(itemId, propertyOf(now)),
          show: (at, kept) => showDecision(ports, at, kept, 'night'),
        });
    case 'passes':
      return (place) =>
        showOne(ports, place, {
          read: (itemId) => ports.passes.read(itemId),
          write: (itemId, { until, untilAt }) => items.writePass(itemId, { until, untilAt }),
          show: (at, kept) => tellPass(ports, at, kept, 'night'),
        });
  }
}

const after = (section: ShownSection): KeptJob['step'] =>
  SHOWN_SECTIONS[SHOWN_SECTIONS.indexOf(section) + 1] ?? 'gate';

async function showSome(ports: Ports, projectId: string, job: KeptJob): Promise<Partial<KeptJob>> {
  const section = SHOWN_SECTIONS.find((one) => one === job.step);
  if (!section) {
    const settings = await ports.settings.load(projectId);
    if (settings.rev > 0) await tryPublishGate(ports, settings);
    return { step: null, state: 'done', after: null };
  }
  const show = shower(ports, section);
  const { values, next } = await ports.data.page(projectId, section, job.after, ITEMS);
  let { done, left } = job;
  for (const { key } of values) {
    const written = await show({ itemId: key, projectId });
    if (written !== null) done += 1;
    if (written === false) left += 1;
  }
  return next === null
    ? { step: after(section), after: null, done, left }
    : { after: next, done, left };
}

/** Goes on showing, or begins anew, as far as one call comes and the hour's budget allows. */
export async function rebuildData(
  ports: Ports,
  by: string,
  { projectId, begin }: { projectId: string; begin: boolean },
): Promise<Output<'data.rebuild'>> {
  let open = begin
    ? await beginJob(ports, projectId, freshJob(ports, by, { kind: 'rebuild', step: 'results' }))
    : await jobUnderWay(ports, projectId, 'rebuild');
  const budget = await openBudget(ports);
  const metered = ports.metered(budget.meter);
  const began = ports.clock.now();
  try {
    do {
      open = await keepJob(ports, projectId, open, await showSome(metered, projectId, open.job));
    } while (open.job.state === 'open' && ports.clock.now() - began < TIME_MS);
  } finally {
    await budget.keep();
  }
  return { job: viewOf(open.job) };
}
