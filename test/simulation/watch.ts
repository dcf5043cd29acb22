// Holds a run to the invariants: some at each write, the others when the last night is over. Their
// wording stands in docs/simulation.md.
import { DAY_MS, addDays, dayOf } from '../../src/domain/days';
import type { JiraCall } from '../../src/adapters/jira/transport';
import { decisionView } from '../../src/contract/decision-procedures';
import { projectSettings } from '../../src/contract/goals';
import type { Answer } from './jira/answers';
import { dueOf, isAnswered, isCounted, isFlagged, statesIn, type Settings } from './oracle';
import type { People } from './people';
import type { Running } from './process';
import type { Row } from './jira/site';
import { CANARY, HOUR, LONGEST_LAG, MINUTE, PROJECTS, type World } from './world';

const OWN_KEYS = ['ladder-flag', 'ladder-result', 'ladder-decision', 'ladder-pass'];
/** The app's and Jira's clocks may differ by this. */
const SKEW = 6 * MINUTE;

const bodyOf = (value: Record<string, unknown>): Record<string, unknown> =>
  (value['body'] ?? {}) as Record<string, unknown>;
const parsed = (text: string | null): Record<string, unknown> => {
  const value = text === null ? null : (JSON.parse(text) as unknown);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
};

export function watch(world: World) {
  const { kernel, site, states } = world;
  const violations: string[] = [];
  const say = (text: string): void => {
    if (violations.length < 5) violations.push(text);
  };
  const writes = new Map<string, number[]>();
  /** When each warning was first written by the app: item and its `since`. */
  const warned = new Map<string, number>();
  /** Until when a run may not ask. */
  const banned = new Map<Running, number>();
  const outcomes = new Map<string, Record<string, unknown>>();

  const settingsIn = (projectId: string, from: number, to: number): Settings[] => {
    const all = world.settings.get(projectId) ?? [];
    const before = all.filter(({ at }) => at <= from).at(-1);
    return [...(before ? [before] : []), ...all.filter(({ at }) => at > from && at <= to)];
  };

  world.watch = {
    wrote({ item, key, before, text, by }) {
      if (by !== null) return;
      if (!OWN_KEYS.includes(key)) say(`I9: the app wrote ${key}`);
      if (text?.includes(CANARY)) say(`I8: ${key} of ${item.id} tells what must not be told`);
      const times = [...(writes.get(item.id) ?? []), kernel.now()];
      writes.set(item.id, times);
      const within = (ms: number) => times.filter((at) => at > kernel.now() - ms).length;
      if (within(2_000) > 20 || within(30_000) > 100) say(`I6: too many writes to ${item.id}`);
      if (key !== 'ladder-flag') return;
      const [was, now] = [parsed(before), parsed(text)];
      if (typeof was['v'] === 'number' && was['v'] > 1)
        say(`I9: a later version of ${key} is lost`);
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
        else if (dayOf(at, world.zone) > addDays(today, -Math.min(...graces)))
          say(`I5: ${item.id} is a candidate before its grace is over`);
      }
    },
    moved(item, _from, by) {
      if (by === null) say(`nothing ends by itself: ${item.id} was moved by the app`);
    },
    asked(run: Running, call: JiraCall, answer: Answer) {
      if (call.as !== 'app' || !run.name.startsWith('scan')) return;
      const until = banned.get(run);
      if (until !== undefined && kernel.now() < until)
        say(`I6: asked again before ${String(until)}`);
      if (answer.status !== 429) return;
      const after = Number(answer.headers?.['retry-after'] ?? 0) * 1_000;
      banned.set(run, kernel.now() + Math.max(after, 1_000));
    },
    kept(entity, key, value, run) {
      if (entity === 'revision' && key.startsWith('settings:')) {
        const body = projectSettings.pick({ rules: true, goals: true }).safeParse(bodyOf(value));
        const known = world.settings.get(key.slice('settings:'.length));
        if (body.success) known?.push({ at: kernel.now(), ...body.data });
      }
      if (entity === 'scan' && PROJECTS.some((id) => id === key)) {
        const last = bodyOf(value)['last'] as Record<string, unknown> | null;
        if (last && last['lastAt'] !== outcomes.get(key)?.['lastAt']) outcomes.set(key, last);
      }
      if (entity === 'snapshot') published(bodyOf(value), run);
    },
  };

  /** I3: each number lies between what every moment and what any moment would give. */
  function published(body: Record<string, unknown>, run: Running | null): void {
    const projectId = String(body['projectId']);
    const from = (run?.began ?? kernel.now()) - LONGEST_LAG;
    const to = kernel.now();
    const known = settingsIn(projectId, from, to);
    const parentsAnswered = new Map<string, boolean[]>();
    for (const [id, list] of states)
      parentsAnswered.set(
        id,
        statesIn(list, from - 8 * DAY_MS, to).map((row) =>
          known.some((one) => isAnswered(row, one)),
        ),
      );
    const counts: Record<string, (row: Row, settings: Settings) => boolean> = {
      asked: isCounted,
      own: (row, settings) => isCounted(row, settings) && isAnswered(row, settings),
      warned: (row) => !row.gone && isFlagged(row, 'warned'),
      candidates: (row) => !row.gone && isFlagged(row, 'candidate'),
    };
    for (const [name, holds] of Object.entries(counts)) {
      let [least, most] = [0, 0];
      for (const [id, list] of states) {
        const rows = statesIn(list, from, to);
        // Who becomes hidden or shown is not in the rows: such an item may count or not.
        const hidden = site.items.get(id)?.visibleTo !== null || shownLately(id);
        const says = rows.flatMap((row) =>
          known.map((one) => row.projectId === projectId && holds(row, one)),
        );
        if (says.some(Boolean)) most += 1;
        const first = list[0];
        const isNew = first !== undefined && first.at > from;
        if (says.length > 0 && says.every(Boolean) && !hidden && !isNew) least += 1;
      }
      const number = Number(body[name]);
      if (number < least || number > most)
        say(`I3: ${name} is ${String(number)}, not ${String(least)} to ${String(most)}`);
    }
  }

  const hidings = new Set<string>();
  const shownLately = (id: string): boolean => hidings.has(id);
  for (const item of site.items.values()) if (item.visibleTo !== null) hidings.add(item.id);

  /** I4: what the page says of the last scan is what its snapshot says. */
  function compareOutcomes(): void {
    for (const [projectId, last] of outcomes) {
      const key = `${projectId}:${String(last['lastDay'])}`;
      const snapshot = world.store.all('snapshot').find((one) => one.key === key);
      if (!snapshot) say(`I4: no snapshot of ${key}`);
      else
        for (const name of ['warned', 'candidates'])
          if (bodyOf(snapshot.value)[name] !== last[name]) say(`I4: ${name} of ${key} differs`);
    }
  }

  function compareDecisions({ acknowledged, closedFor }: People): void {
    const known = new Map(world.store.all('decision').map(({ key, value }) => [key, value]));
    for (const { itemId, reason } of acknowledged)
      if (!known.get(itemId)?.['rev']) say(`I1: nothing is kept of ${reason} on ${itemId}`);
    const acts = world.store.all('act').map(({ value }) => value);
    for (const { key: itemId, value } of world.store.all('decision')) {
      if (value['rev'] === 0) continue;
      const view = decisionView.parse({ itemId, ...bodyOf(value) });
      const made = [...view.past, ...(view.now ? [{ decided: view.now, ended: null }] : [])];
      const actsOf = (kind: string) =>
        acts.filter((one) => one['subject'] === itemId && one['kind'] === `decision.${kind}`);
      const bys = (list: readonly { by: string }[]) =>
        list
          .map(({ by }) => by)
          .sort()
          .join();
      const sameActs = (kind: string, list: readonly { by: string }[]): void => {
        const records = actsOf(kind).map((one) => ({ by: String(one['by']) }));
        if (bys(records) !== bys(list)) say(`I2: acts ${kind} of ${itemId} are not its decisions`);
      };
      for (const kind of ['kill', 'park', 'keep', 'fix'] as const)
        sameActs(
          kind,
          made.filter(({ decided }) => decided.kind === kind).map(({ decided }) => decided),
        );
      for (const [how, kind] of [
        ['undone', 'undo'],
        ['woken', 'wake'],
        ['reopened', 'reopen'],
      ])
        sameActs(
          kind ?? '',
          made.flatMap(({ ended }) => (ended && ended.how === how ? [ended] : [])),
        );
      const reasons = made.map(({ decided }) => decided.reason);
      if (new Set(reasons).size < reasons.length) say(`I2: a decision on ${itemId} stands twice`);
      for (const { decided } of made)
        if (!['ann', 'ben'].includes(decided.by)) say(`I2: ${decided.by} decided on ${itemId}`);
      for (const one of acknowledged.filter((known) => known.itemId === itemId)) {
        const found = made.find(({ decided }) => decided.reason === one.reason);
        if (one.kind === 'undo') {
          if (found?.ended?.how !== 'undone') say(`I1: an undo of ${one.reason} is lost`);
        } else if (found?.decided.by !== one.by || found.decided.kind !== one.kind)
          say(`I1: ${one.kind} ${one.reason} on ${itemId} is lost`);
      }
      const item = site.find(itemId);
      const reachable =
        item &&
        item.visibleTo === null &&
        !hidings.has(itemId) &&
        item.projectId === value['projectId'];
      if (!reachable) continue;
      if (!view.written) say(`I1: the decision on ${itemId} is not shown after the tail`);
      if (view.intent) say(`I2: an intent on ${itemId} is never settled`);
      const shown = parsed(item.properties.get('ladder-decision') ?? null)['decision'];
      const wanted =
        view.now && { kill: 'killed', park: 'parked', keep: 'kept', fix: undefined }[view.now.kind];
      if ((shown ?? null) !== (wanted ?? null)) say(`I1: ${itemId} shows ${String(shown)}`);
      for (const one of closedFor.filter((known) => known.itemId === itemId))
        if (
          site.categoryOf(item) === 'done' &&
          !reasons.includes(one.reason) &&
          view.now?.kind !== 'kill'
        )
          say(`I2: ${itemId} was closed for ${one.reason}, which nobody knows`);
    }
  }

  /** I5, when the last night is over. */
  function compareFlags(lastScan: number): void {
    for (const item of site.items.values()) {
      const project = site.projects.get(item.projectId);
      const settings = world.settings.get(item.projectId)?.at(-1);
      if (item.deleted || item.visibleTo !== null || hidings.has(item.id) || !settings || !project)
        continue;
      const list = states.get(item.id) ?? [];
      const row = statesIn(list, lastScan, lastScan)[0];
      const parentItem = item.parentId === null ? undefined : site.find(item.parentId);
      if (parentItem && (hidings.has(parentItem.id) || parentItem.visibleTo !== null)) continue;
      if (!row) continue;
      const parent = parentItem ? site.rowOf(parentItem) : null;
      const today = dayOf(lastScan, world.zone);
      const at = (now: number) => dueOf(row, parent, settings, { now, today });
      const flag = parsed(item.properties.get('ladder-flag') ?? null);
      if (typeof flag['v'] === 'number' && flag['v'] > 1) continue;
      const isFlaggedNow = flag['flag'] === 'warned' || flag['flag'] === 'candidate';
      if (isFlaggedNow && !at(lastScan + SKEW).due && !at(lastScan - SKEW - HOUR).due)
        say(`I5: ${item.id} has a flag without a reason: ${JSON.stringify(flag)}`);
      // A warning that is listed for the second time in vain waits for up to 13 days.
      if (!isFlaggedNow && at(lastScan - SKEW).due) say(`I5: ${item.id} is not warned`);
      const longWarned =
        flag['flag'] === 'warned' &&
        String(flag['since']) <= addDays(today, -settings.rules.graceDays) &&
        (flag['notBefore'] === undefined || String(flag['notBefore']) <= today);
      if (longWarned && at(lastScan - SKEW).ripe) say(`I5: ${item.id} is not a candidate`);
    }
  }

  function compareTexts(): void {
    if (world.store.text().includes(CANARY)) say('I8: storage tells what must not be told');
    if (world.logs.some((line) => line.includes(CANARY))) say('I8: the log tells what it must not');
    for (const [name, text] of world.foreign) {
      const [id = '', key = ''] = name.split('/');
      if ((site.items.get(id)?.properties.get(key) ?? null) !== text)
        say(`I9: ${name} was changed`);
    }
  }

  return {
    violations,
    say,
    hide: (id: string) => hidings.add(id),
    outcomes,
    finish(people: People, lastScan: number): void {
      compareOutcomes();
      compareDecisions(people);
      compareFlags(lastScan);
      compareTexts();
    },
  };
}

export type Watched = ReturnType<typeof watch>;
