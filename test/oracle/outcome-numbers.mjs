// Numbers of a window as one person sees them, read straight from a file of Jira REST issues (one a
// line, with `properties` and `visibleTo`). It shares no code with the app or the local host, so that
// both can be held against it.
//
//   node test/oracle/outcome-numbers.mjs FILE SETTINGS
//
// SETTINGS is JSON: { user, zone, projectZone, from, to, today, at, goals: [{ id, first, last, ended,
// complete }], exemptTypes, exemptLabels, oldDays, filter: { goal, component, type, label } }; days as
// yyyy-MM-dd, `ended` a day or null, `at` the moment in milliseconds, `component` null for items
// without one. A list of settings gives a list of numbers.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { isUndelivered, readBacklog } from './backlog-numbers.mjs';

const DAY = 24 * 60 * 60 * 1000;

const formats = new Map();
function dayIn(zone, ms) {
  const known = formats.get(zone);
  const format = known ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  if (!known) formats.set(zone, format);
  return format.format(ms);
}

const ours = (value) =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && value.v === 1
    ? value
    : null;
const property = ({ row }, name) => ours(row.properties?.[`ladder-${name}`]);
const componentsOf = ({ row }) => (row.fields.components ?? []).map(({ name }) => name);
const typeOf = ({ row }) => row.fields.issuetype;
const isAbove = (issue) => (typeOf(issue).hierarchyLevel ?? typeOf(issue).name === 'Epic') > 0;

/** What is known of each item: its answer that counts, its band, and where it belongs. */
function judge(issues, { user, zone, projectZone, goals, exemptTypes, exemptLabels }) {
  const sees = ({ row }) => !Array.isArray(row.visibleTo) || row.visibleTo.includes(user);
  const seen = issues.filter(sees);
  const above = new Map(seen.filter(isAbove).map((issue) => [issue.key, issue]));
  const goalById = new Map(goals.map((goal) => [goal.id, goal]));

  const whole = (issue) => {
    const said = property(issue, 'answer');
    if (said?.state !== 'answered') return null;
    return said.why === 'run' || goalById.has(said.goal) ? said : null;
  };
  const active = (goal, day) => {
    const last = goal.ended !== null && goal.ended < goal.last ? goal.ended : goal.last;
    return goal.complete && goal.first <= day && day <= last;
  };
  const judged = (issue) => {
    const parent = above.get(issue.row.fields.parent?.key);
    const own = whole(issue);
    const speaker = own ? issue : parent && whole(parent) ? parent : null;
    const said = speaker && whole(speaker);
    const goal = said && said.why !== 'run' ? goalById.get(said.goal) : undefined;
    const result = property(speaker ?? issue, 'result')?.result;
    const exempt =
      exemptTypes.includes(typeOf(issue).name) ||
      (issue.row.fields.labels ?? []).some((label) => exemptLabels.includes(label));
    const aimed = goal !== undefined && active(goal, dayIn(projectZone, issue.categoryChanged));
    let band = 'unsorted';
    if (result !== undefined) band = result === 'moved' ? 'moved' : 'tested';
    else if (said?.why === 'run' || (said === null && exempt)) band = 'run';
    else if (aimed) band = 'waiting';
    return {
      issue,
      said,
      goal,
      result,
      exempt,
      aimed,
      band,
      bet: goal === undefined ? null : speaker.key,
      betDone: speaker?.category === 'done',
      day: dayIn(zone, issue.categoryChanged),
      done: issue.category === 'done',
      parked: property(issue, 'decision')?.decision === 'parked',
      dropped: property(issue, 'decision')?.decision === 'killed' || isUndelivered(issue),
      components: componentsOf(issue),
      points: pointsOf(issue),
    };
  };
  return seen.filter((issue) => issue.standard).map(judged);
}

function pointsOf({ row }) {
  const [field] = Object.entries(row.names ?? {}).find(([, name]) => name === 'Story points') ?? [];
  const points = field === undefined ? null : row.fields[field];
  return typeof points === 'number' ? points : 0;
}

function meets({ goal, components, issue }, filter) {
  if (filter.goal !== undefined && goal?.id !== filter.goal) return false;
  if (filter.component === null && components.length > 0) return false;
  if (typeof filter.component === 'string' && !components.includes(filter.component)) return false;
  if (filter.type !== undefined && typeOf(issue).name !== filter.type) return false;
  return filter.label === undefined || (issue.row.fields.labels ?? []).includes(filter.label);
}

const BANDS = ['moved', 'tested', 'run', 'waiting', 'unsorted'];

/** Output, aimed and the bands of some finished items, each counted as much as `weigh` says. */
function sums(shipped, weigh = () => 1) {
  const add = (fits) => shipped.filter(fits).reduce((sum, item) => sum + weigh(item), 0);
  return {
    output: add(() => true),
    aimed: add(({ aimed }) => aimed),
    bands: Object.fromEntries(BANDS.map((name) => [name, add(({ band }) => band === name)])),
  };
}

function betNumbers(shipped, today) {
  const bets = new Map(shipped.filter(({ bet }) => bet !== null).map((item) => [item.bet, item]));
  const count = (fits) => [...bets.values()].filter(fits).length;
  const isDue = ({ said, betDone }) => betDone && said.checkBy <= today;
  const inBets = shipped.filter(({ bet }) => bet !== null);
  return {
    bets: bets.size,
    moved: count(({ result }) => result === 'moved'),
    flat: count(({ result }) => result === 'flat'),
    unclear: count(({ result }) => result === 'unclear'),
    waiting: count((item) => item.result === undefined && !isDue(item)),
    due: count((item) => item.result === undefined && isDue(item)),
    items: inBets.length,
    itemsMoved: inBets.filter(({ result }) => result === 'moved').length,
  };
}

function streamNumbers(shipped, open, { at, oldDays }) {
  const asked = open.filter(({ exempt, parked }) => !exempt && !parked);
  return {
    shipped: shipped.length,
    aimed: shipped.filter(({ aimed }) => aimed).length,
    moved: shipped.filter(({ band }) => band === 'moved').length,
    open: asked.length,
    covered: asked.filter(({ said }) => said !== null).length,
    candidates: open.filter(({ issue }) => property(issue, 'flag')?.flag === 'candidate').length,
    old: asked.filter(({ issue }) => at - issue.created >= oldDays * DAY).length,
  };
}

/** All numbers of the window of the settings. */
export function outcomeNumbers(issues, settings) {
  const { from, to, today, goals, filter } = settings;
  const items = judge(issues, settings).filter((item) => meets(item, filter));
  const closed = items.filter(({ done, day }) => done && from <= day && day <= to);
  const shipped = closed.filter(({ dropped }) => !dropped);
  const open = items.filter(({ done }) => !done);
  const count = (fits) => shipped.filter(fits).length;
  const groups = (list, namesOf) => {
    const names = new Set(list.flatMap(namesOf));
    return [...names].sort().map((name) => [name, (item) => namesOf(item).includes(name)]);
  };
  const months = groups(shipped, ({ day }) => [day.slice(0, 7)]);
  const streams = groups([...shipped, ...open], ({ components }) =>
    components.length === 0 ? [''] : components,
  );
  return {
    ...sums(shipped),
    undelivered: closed.length - shipped.length,
    aimedBefore: count(({ aimed, said }) => aimed && said.when === 'before'),
    movedUnaimed: count(({ aimed, band }) => !aimed && band === 'moved'),
    answered: count(({ said }) => said !== null && said.when !== 'sorted'),
    answeredAfterDone: count(({ said }) => said?.when === 'done'),
    goals: Object.fromEntries(
      goals.map(({ id }) => [id, count(({ aimed, goal }) => aimed && goal.id === id)]),
    ),
    months: Object.fromEntries(months.map(([name, fits]) => [name, sums(shipped.filter(fits))])),
    bets: betNumbers(shipped, today),
    streams: Object.fromEntries(
      streams.map(([name, fits]) => [
        name,
        streamNumbers(shipped.filter(fits), open.filter(fits), settings),
      ]),
    ),
    weighted: sums(shipped, ({ points }) => points),
  };
}

function main([file, settings]) {
  if (file === undefined || settings === undefined) {
    console.error('Usage: outcome-numbers.mjs FILE SETTINGS');
    return 2;
  }
  const issues = readBacklog(readFileSync(file, 'utf8'));
  const asked = JSON.parse(settings);
  const found = Array.isArray(asked)
    ? asked.map((one) => outcomeNumbers(issues, one))
    : outcomeNumbers(issues, asked);
  console.log(JSON.stringify(found, null, 2));
  return 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = main(process.argv.slice(2));
}
