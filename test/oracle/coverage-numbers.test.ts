// The Backlog tab by its own functions, as three people, against the independent script, on the same
// files. `LADDER_BACKLOG` names one more file, with the moment in `LADDER_BACKLOG_AT`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { openBacklogTab } from '../../bench/backlog-tab';
import { viewerOf } from '../../bench/viewer';
import { addDays, dayOf, type Day } from '../../src/domain/days';
import { aGoal, someRules } from '../support/builders';
import { answerBacklog, generateBacklog, PEOPLE } from './answered-backlog';
import { siteOfRows } from './site-of-rows';

const folder = mkdtempSync(join(tmpdir(), 'ladder-oracle-'));
afterAll(() => rmSync(folder, { recursive: true }));
const GENERATED = join(folder, 'generated.jsonl');
generateBacklog(GENERATED, 600);

const FILES = [
  {
    name: 'the fixture',
    file: join(__dirname, 'fixtures/harbour.jsonl'),
    at: '2020-06-30T12:00:00Z',
  },
  { name: 'generated data', file: GENERATED, at: '2020-06-30T12:00:00Z' },
  ...(process.env['LADDER_BACKLOG']
    ? [
        {
          name: 'the given backlog',
          file: process.env['LADDER_BACKLOG'],
          at: process.env['LADDER_BACKLOG_AT'] ?? '',
        },
      ]
    : []),
];
const SPRINTS = [1, 2];
const EXEMPT = { exemptTypes: ['Documentation'], exemptLabels: ['ops'] };
const MANY = 100;

const goalsAt = (today: Day) => [
  aGoal({ id: 'gA', firstDay: addDays(today, -90), lastDay: today }),
  aGoal({ id: 'gB', firstDay: addDays(today, -90), lastDay: addDays(today, 30), endedOn: today }),
  aGoal({ id: 'gC', firstDay: addDays(today, 1), lastDay: addDays(today, 90) }),
];

test.each(FILES)(
  'three people see of $name what the independent script counts for them',
  async ({ file, at }) => {
    const now = Date.parse(at);
    const today = dayOf(now, 'UTC');
    const goals = goalsAt(today);
    const answered = join(folder, 'answered.jsonl');
    const rows = answerBacklog(file, answered);
    const { jira, project, close } = await siteOfRows(answered, rows, now);
    try {
      const exemptTypeIds = project.issueTypes
        .filter(({ name }) => EXEMPT.exemptTypes.includes(name))
        .map(({ id }) => id);
      const rules = someRules({ exemptTypeIds, exemptLabels: EXEMPT.exemptLabels });
      const asked: number[] = [];
      for (const user of Object.values(PEOPLE)) {
        const {
          parts,
          now: doing,
          sprints,
          cover,
          lane,
        } = await openBacklogTab({
          viewer: viewerOf(jira, user),
          settings: { projectId: project.id, rev: 1, goals, agreements: [], rules },
          zone: jira.site.users().find(({ accountId }) => accountId === user)?.timeZone ?? '',
          today,
          now,
        });
        const settings = {
          ...EXEMPT,
          user,
          today,
          goals: goals.map(({ id, firstDay, lastDay, endedOn }) => ({
            id,
            first: firstDay,
            last: lastDay,
            ended: endedOn !== undefined,
          })),
          sprints: SPRINTS,
        };
        const script = join(__dirname, 'coverage-numbers.mjs');
        const args = [script, answered, JSON.stringify(settings)];
        const printed = execFileSync(process.execPath, args, { encoding: 'utf8' });
        const covers = cover.rows.map(({ facts, covers: children }) => [facts.key, children]);
        expect({
          parts,
          now: doing,
          sprints: Object.fromEntries(sprints.map(({ id, numbers }) => [id, numbers])),
          cover: Object.fromEntries(covers) as Record<string, number>,
          unanswered: lane.total,
        }).toEqual(JSON.parse(printed));
        asked.push(parts.asked);
        if (rows.length < MANY) continue;
        // Large enough for every number to be put to the test.
        const all = [...Object.values(parts), ...Object.values(doing), cover.rows.length];
        expect(Math.min(...all)).toBeGreaterThan(0);
      }
      // They do not see the same: some items are hidden from two of them, some from one.
      expect(asked).toEqual([...new Set(asked)].sort((a, b) => b - a));
    } finally {
      close();
    }
  },
  120_000,
);
