// Numbers of the open backlog as one person sees them, read straight from a file of Jira REST issues
// (one a line, with `properties`, `sprints` and `visibleTo`). It shares no code with the app or the
// local host, so that both can be held against it.
//
//   node test/oracle/coverage-numbers.mjs FILE SETTINGS
//
// SETTINGS is JSON: { user, today, goals: [{ id, first, last, ended }], exemptTypes, exemptLabels,
// sprints: [id] }; days as yyyy-MM-dd.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Rows that are whole, by key; of repeated ones the first. */
function readRows(text) {
  const rows = new Map();
  for (const line of text.split(/\r?\n/)) {
    let row = null;
    try {
      row = JSON.parse(line);
    } catch {
      continue;
    }
    const fields = row?.fields;
    const whole =
      typeof row?.key === 'string' &&
      typeof fields?.summary === 'string' &&
      typeof fields.issuetype?.name === 'string' &&
      typeof fields.status?.name === 'string' &&
      !Number.isNaN(Date.parse(fields.created));
    if (whole && !rows.has(row.key)) rows.set(row.key, row);
  }
  return rows;
}

function level(row) {
  const { hierarchyLevel, subtask, name } = row.fields.issuetype;
  if (typeof hierarchyLevel === 'number') return hierarchyLevel;
  if (subtask) return -1;
  return name === 'Epic' ? 1 : 0;
}

const ours = (value) =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && value.v === 1
    ? value
    : null;
const answer = (row) => ours(row.properties?.['ladder-answer']);

/** Counts everything for the person of the settings. */
export function coverageNumbers(rows, settings) {
  const { user, today, goals, exemptTypes, exemptLabels, sprints } = settings;
  const sees = (row) => !Array.isArray(row.visibleTo) || row.visibleTo.includes(user);
  const known = new Set(goals.map((goal) => goal.id));
  const active = new Set(
    goals
      .filter((goal) => !goal.ended && goal.first <= today && today <= goal.last)
      .map((goal) => goal.id),
  );
  const complete = (row) => {
    const said = answer(row);
    if (said?.state !== 'answered') return null;
    return said.why === 'run' || known.has(said.goal) ? said : null;
  };

  const seen = [...rows.values()].filter(sees);
  const epics = new Map(seen.filter((row) => level(row) > 0).map((row) => [row.key, row]));
  const above = (row) => epics.get(row.fields.parent?.key);
  const bet = (row) => {
    const own = complete(row);
    if (own) return { from: 'own', said: own };
    const parent = above(row);
    const said = parent ? complete(parent) : null;
    return said ? { from: 'parent', said } : null;
  };
  const isOpen = (row) => row.fields.status.statusCategory?.key !== 'done';
  const isDoing = (row) => row.fields.status.statusCategory?.key === 'indeterminate';
  const isParked = (row) => ours(row.properties?.['ladder-decision'])?.decision === 'parked';
  const isExempt = (row) =>
    exemptTypes.includes(row.fields.issuetype.name) ||
    (row.fields.labels ?? []).some((label) => exemptLabels.includes(label));
  const serves = (row) => {
    const found = bet(row);
    return found !== null && found.said.why !== 'run' && active.has(found.said.goal);
  };

  const items = seen.filter((row) => level(row) === 0);
  const open = items.filter(isOpen);
  const parts = { own: 0, parent: 0, run: 0, half: 0, none: 0, exempt: 0, asked: 0, parked: 0 };
  const asked = [];
  for (const row of open) {
    if (isParked(row)) parts.parked += 1;
    else if (isExempt(row)) parts.exempt += 1;
    else asked.push(row);
  }
  for (const row of asked) {
    const found = bet(row);
    const said = answer(row);
    parts.asked += 1;
    if (found?.said.why === 'run') parts.run += 1;
    else if (found) parts[found.from] += 1;
    else if (said?.state === 'half' || said?.state === 'answered') parts.half += 1;
    else parts.none += 1;
  }

  const work = (list) => {
    const serving = list.filter(serves).length;
    return { serves: serving, calendar: list.length - serving };
  };
  const cover = {};
  for (const epic of epics.values()) {
    if (!isOpen(epic) || complete(epic)) continue;
    const below = asked.filter((row) => above(row) === epic && !complete(row)).length;
    if (below > 0) cover[epic.key] = below;
  }
  return {
    parts,
    now: {
      ...work(items.filter(isDoing)),
      without: asked.filter(
        (row) => isDoing(row) && !bet(row) && !ours(row.properties?.['ladder-pass']),
      ).length,
      anyway: open.filter((row) => ours(row.properties?.['ladder-pass'])).length,
    },
    sprints: Object.fromEntries(
      sprints.map((id) => [id, work(items.filter((row) => row.sprints?.includes(id)))]),
    ),
    cover,
    unanswered: parts.half + parts.none,
  };
}

function main([file, settings]) {
  if (file === undefined || settings === undefined) {
    console.error('Usage: coverage-numbers.mjs FILE SETTINGS');
    return 2;
  }
  const rows = readRows(readFileSync(file, 'utf8'));
  console.log(JSON.stringify(coverageNumbers(rows, JSON.parse(settings)), null, 2));
  return 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = main(process.argv.slice(2));
}
