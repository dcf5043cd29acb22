// Holds the numbers of the tab Outcome vs output, listed and counted, against the independent script:
// a file, as some people see it, under some filters.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import {
  appNumbers,
  differentInParts,
  frameFor,
  openRows,
  type Lens,
  weightedNumbers,
} from './app-outcome';
import { COMPONENTS, EXEMPT, finishBacklog, LABEL, PEOPLE } from './finished-backlog';
import { scriptNumbers, type ScriptFilter } from './outcome-script';
import { siteOfRows } from './site-of-rows';
import { viewerOf } from '../../bench/viewer';
import { addDays, dayOf, type Day } from '../../src/domain/days';
import { streamsOfComponents, type Filter } from '../../src/domain/filter';
import { aGoal, someRules } from '../support/builders';

/** From this many rows on every number has to be put to the test. */
const MANY = 200;
/** In no zone of the three people, so that no day of theirs is the project's by chance. */
const PROJECT_ZONE = 'Asia/Kolkata';
const OLD_DAYS = 180;

const goalsAt = (today: Day) => [
  aGoal({ id: 'gA', firstDay: addDays(today, -170), lastDay: addDays(today, 30) }),
  aGoal({ id: 'gB', firstDay: addDays(today, -300), lastDay: today, endedOn: addDays(today, -70) }),
  aGoal({ id: 'gC', firstDay: addDays(today, -60), lastDay: addDays(today, 90) }),
  aGoal({
    id: 'gD',
    firstDay: addDays(today, -300),
    lastDay: addDays(today, 90),
    target: 0,
    baseline: 0,
  }),
];

type FilterName = 'none' | 'goal' | 'stream' | 'type' | 'label';

/** What is held against the script. */
interface Case {
  file: string;
  /** The moment, as ISO 8601 prints it. */
  at: string;
  /** Accounts; those who see more come first. */
  people?: readonly string[];
  filters?: readonly FilterName[];
}

/** All people and all filters where the case names none. @throws an assertion on every difference */
export async function expectScriptNumbers({
  file,
  at,
  people = Object.values(PEOPLE),
  filters: chosen = ['none', 'goal', 'stream', 'type', 'label'],
}: Case): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ladder-outcome-'));
  const now = Date.parse(at);
  const today = dayOf(now, PROJECT_ZONE);
  const goals = goalsAt(today);
  const finished = join(folder, 'finished.jsonl');
  const rows = finishBacklog(file, finished);
  const { jira, project, close } = await siteOfRows(finished, rows, now);
  try {
    const typeId = (name: string) =>
      project.issueTypes.find((type) => type.name === name)?.id ?? '';
    const rules = someRules({
      timeZone: PROJECT_ZONE,
      exemptTypeIds: project.issueTypes
        .filter(({ name }) => EXEMPT.types.includes(name))
        .map(({ id }) => id),
      exemptLabels: EXEMPT.labels,
      flagAfterDays: OLD_DAYS,
    });
    const streams = streamsOfComponents(project.components);
    const rigging = streams.find(({ name }) => name === COMPONENTS[0])?.id ?? '';
    const known = {
      none: [{}, {}],
      goal: [{ goalId: 'gA' }, { goal: 'gA' }],
      stream: [{ stream: rigging }, { component: COMPONENTS[0] }],
      type: [{ typeId: typeId('Bug') }, { type: 'Bug' }],
      label: [{ label: LABEL }, { label: LABEL }],
    } satisfies Record<FilterName, [Filter, ScriptFilter]>;
    const filters = chosen.map((name) => known[name]);
    const outputs: number[] = [];
    for (const user of people) {
      const zone = jira.site.users().find(({ accountId }) => accountId === user)?.timeZone ?? '';
      const days = { from: addDays(today, -180), to: today };
      const viewer = viewerOf(jira, user);
      const frame = await frameFor(viewer, { projectId: project.id, goals, rules, zone });
      const common = { user, zone, projectZone: PROJECT_ZONE, ...days, today, at: now, goals };
      const exempt = { exemptTypes: EXEMPT.types, exemptLabels: EXEMPT.labels };
      const scripts = scriptNumbers(
        finished,
        filters.map(([, named]) => ({ ...common, ...exempt, oldDays: OLD_DAYS, filter: named })),
      );
      const place = { viewer, projectId: project.id, zone, frame };
      for (const [n, [filter]] of filters.entries()) {
        const lens: Lens = { ...place, days, filter, streams, today, now };
        const script = scripts[n];
        if (!script) throw new Error('the script said nothing');
        const { weighted, ...whole } = script;
        const open = await openRows(lens);
        const listed = await appNumbers(lens, 'listed', open);
        expect({ user, filter, ...listed }).toEqual({ user, filter, ...whole });
        const plain = Object.keys(filter).length === 0;
        // Counting takes hundreds of searches: a file that says little is counted once a person.
        if (plain || rows.length >= MANY) {
          const counted = await appNumbers(lens, 'counted', open);
          expect({ user, filter, ...counted }).toEqual({ user, filter, ...whole });
        }
        const byEstimate = await weightedNumbers(lens);
        expect(byEstimate ?? { ...weighted, output: 0 }).toEqual(weighted);
        if (plain) expect(await differentInParts(lens)).toEqual([]);
        const { bands, output } = listed;
        expect(Object.values(bands).reduce((sum, n) => sum + n, 0)).toBe(output);
        for (const month of Object.values(listed.months))
          expect(Object.values(month.bands).reduce((sum, n) => sum + n, 0)).toBe(month.output);
        if (rows.length >= MANY && plain) {
          outputs.push(output);
          expect(Math.min(output, ...Object.values(bands))).toBeGreaterThan(0);
        }
      }
    }
    // They do not see the same: some items are hidden from two of them, some from one.
    expect(outputs).toEqual([...new Set(outputs)].sort((a, b) => b - a));
  } finally {
    close();
    rmSync(folder, { recursive: true });
  }
}
