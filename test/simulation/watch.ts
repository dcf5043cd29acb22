// Holds a run to the invariants: some at each write, the others when the last night is over. Their
// wording stands in docs/simulation.md.
import { addDays, dayOf } from '../../src/domain/days';
import type { JiraCall } from '../../src/adapters/jira/transport';
import { projectSettings } from '../../src/contract/goals';
import type { Answer } from './jira/answers';
import type { People } from './people';
import type { Running } from './process';
import { compareDecisions } from './watch/decisions';
import { bodyOf, collectEvidence, parsed } from './watch/evidence';
import { flagWritten } from './watch/flag-writes';
import { compareFlags, type CalmNights } from './watch/flags';
import { compareMails } from './watch/mails';
import { compareOutcomes, published } from './watch/numbers';
import { watchPace } from './watch/pace';
import { watchPoints } from './watch/points';
import { watchRevisions } from './watch/revisions';
import { CANARY, HOUR, LONGEST_SKEW, PROJECTS, SITE_NAMES, type World } from './world';

/** As long as it takes the app at most from reading a flag to writing it. */
const A_TURN = 5_000;
const OWN_KEYS = ['ladder-flag', 'ladder-result', 'ladder-decision', 'ladder-pass'];

export function watch(world: World) {
  const { kernel, site } = world;
  const evidence = collectEvidence(world);
  const { violations, say, outcomes, settingsIn } = evidence;
  const writes = new Map<string, number[]>();
  /** When each warning was first written by the app: item and its `since`. */
  const warned = new Map<string, number>();
  /** Flags that somebody else wrote over, and when. */
  const overwritten = new Map<string, { at: number; before: string | null }>();
  const points = watchPoints(evidence);
  const pace = watchPace(evidence);
  const revisions = watchRevisions(evidence);
  /** Until when a run may not ask. */
  const banned = new Map<Running, number>();

  world.watch = {
    wrote({ item, key, before, text, by }) {
      if (by !== null) {
        if (key === 'ladder-flag') overwritten.set(item.id, { at: kernel.now(), before });
        if (key === 'ladder-decision') evidence.handWritten.add(item.id);
        return;
      }
      if (!OWN_KEYS.includes(key)) say(`I9: the app wrote ${key}`);
      if (text?.includes(CANARY)) say(`I8: ${key} of ${item.id} tells what must not be told`);
      const times = [...(writes.get(item.id) ?? []), kernel.now()];
      writes.set(item.id, times);
      const within = (ms: number) => times.filter((at) => at > kernel.now() - ms).length;
      if (within(2_000) > 20 || within(30_000) > 100) say(`I6: too many writes to ${item.id}`);
      if (key !== 'ladder-flag') return;
      flagWritten(evidence, { item, text });
      const other = overwritten.get(item.id);
      // What somebody has just written over, the app may have read before.
      const reads = [before, ...(other && other.at > kernel.now() - A_TURN ? [other.before] : [])];
      const flags = reads.map(parsed);
      const now = parsed(text);
      const was =
        flags.find((flag) => warned.has(`${item.id}/${String(flag['since'])}`)) ?? parsed(before);
      const since = String(was['since']);
      if (now['flag'] === 'warned') {
        const name = `${item.id}/${String(now['since'])}`;
        if (!warned.has(name)) warned.set(name, kernel.now());
      }
      if (now['flag'] === 'candidate' && was['flag'] !== 'candidate') {
        const at = warned.get(`${item.id}/${since}`);
        const graces = settingsIn(item.projectId, kernel.now() - HOUR, kernel.now()).map(
          ({ rules }) => rules.graceDays,
        );
        const today = dayOf(kernel.now(), world.zone);
        if (was['flag'] !== 'warned' || at === undefined)
          say(`I5: ${item.id} is a candidate and was never warned`);
        // The clock that named the day of the warning may have been behind.
        else if (dayOf(at - LONGEST_SKEW, world.zone) > addDays(today, -Math.min(...graces)))
          say(`I5: ${item.id} is a candidate before its grace is over`);
      }
    },
    moved(item, _from, by) {
      if (by === null) say(`nothing ends by itself: ${item.id} was moved by the app`);
    },
    asked(run: Running, call: JiraCall, answer: Answer) {
      if (call.as !== 'app' || !run.name.startsWith('scan')) return;
      points.asked(run, call, answer);
      const until = banned.get(run);
      if (until !== undefined && kernel.now() < until)
        say(`I6: asked again before ${String(until)}`);
      if (answer.status !== 429) return;
      const after = Number(answer.headers?.['retry-after'] ?? 0) * 1_000;
      banned.set(run, kernel.now() + Math.max(after, 1_000));
    },
    kept(entity, key, value, run) {
      revisions.kept(entity, key, value);
      if (entity === 'revision' && key.startsWith('settings:')) {
        const body = projectSettings.pick({ rules: true, goals: true }).safeParse(bodyOf(value));
        const known = world.settings.get(key.slice('settings:'.length));
        if (body.success) known?.push({ at: kernel.now(), ...body.data });
      }
      if (entity === 'scan' && PROJECTS.some((id) => id === key)) {
        pace.kept(key, bodyOf(value), run);
        const last = bodyOf(value)['last'] as Record<string, unknown> | null;
        if (last && last['lastAt'] !== outcomes.get(key)?.['lastAt']) outcomes.set(key, last);
      }
      if (entity === 'decision') evidence.decidedOn.set(key, kernel.now());
      if (entity === 'job') points.kept(key, value);
      if (entity === 'snapshot') published(evidence, bodyOf(value), run);
    },
  };

  function compareTexts(): void {
    const stored = world.store.text();
    if (stored.includes(CANARY)) say('I8: storage tells what must not be told');
    if (world.logs.some((line) => line.includes(CANARY))) say('I8: the log tells what it must not');
    const own = [...site.items.values()].flatMap(({ properties }) =>
      OWN_KEYS.flatMap((key) => properties.get(key) ?? []),
    );
    const gates = [...site.projects.values()].flatMap(({ properties }) => [...properties.values()]);
    for (const text of [stored, ...world.logs, ...own, ...gates])
      for (const [name] of text.matchAll(SITE_NAMES))
        if (name !== world.name) say(`I8: something of ${name} is known to ${world.name}`);
    for (const [name, text] of world.foreign) {
      const [id = '', key = ''] = name.split('/');
      if ((site.items.get(id)?.properties.get(key) ?? null) !== text)
        say(`I9: ${name} was changed`);
    }
  }

  return {
    violations,
    say,
    outcomes,
    /** Nights in a row have passed without faults, and nobody has changed anything. */
    rested(nights: CalmNights): void {
      compareFlags(evidence, nights);
      pace.compare(nights.lastDay);
    },
    finish(people: People): void {
      compareOutcomes(evidence);
      compareDecisions(evidence, people);
      compareTexts();
      compareMails(evidence);
    },
  };
}
