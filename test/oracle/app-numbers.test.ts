// The app over the local host against the independent script, on the same file. `LADDER_BACKLOG`
// names one more file to be held against, with the moment in `LADDER_BACKLOG_AT`.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { standingClock } from '../../local/clock';
import { startHost } from '../../local/host';
import { projectJql } from '../../src/adapters/jira/jql';
import type { Envelope } from '../../src/contract/envelope';
import type { OpenProject } from '../../src/contract/procedures';
import type { Frame } from '../../src/domain/band';
import { not, category } from '../../src/domain/clause';
import { clausesOf } from '../../src/domain/bet-sum';
import { backlogNumbers, windowNumbers } from '../../src/domain/number';
import { undeliveredOf } from '../../src/domain/rules';
import { DAY } from '../support/loop';

const FILES = [
  { file: join(__dirname, 'fixtures/harbour.jsonl'), at: '2020-06-30T12:00:00Z' },
  ...(process.env['LADDER_BACKLOG']
    ? [{ file: process.env['LADDER_BACKLOG'], at: process.env['LADDER_BACKLOG_AT'] ?? '' }]
    : []),
];

interface Oracle {
  closed: number;
  undelivered: number;
  output: number;
  open: number;
  candidates: number;
}

test.each(FILES)(
  'the numbers of $file are those of the independent script',
  async ({ file, at }) => {
    const script = join(__dirname, 'backlog-numbers.mjs');
    const printed = execFileSync(process.execPath, [script, file, '--at', at], {
      encoding: 'utf8',
    });
    const oracle = JSON.parse(printed) as Oracle;

    const now = Date.parse(at);
    const clock = standingClock(now);
    const host = await startHost({ source: { kind: 'file', file }, clock, lagMs: 0 });
    try {
      const [project] = host.jira.site.projects();
      if (!project) throw new Error('nothing was imported');
      const { id, key } = project;
      const po = host.jira.site.users().find(({ name }) => name === 'po')?.accountId ?? null;
      const jira = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
        const answer = await host.jira.handle({
          method,
          path: `/rest/api/3${path}`,
          headers: {},
          body: body === undefined ? '' : JSON.stringify(body),
          caller: { principal: 'browser', accountId: po },
        });
        expect(answer.status).toBe(200);
        return JSON.parse(answer.body) as T;
      };
      const invoke = async (module: string, procedure: string, payload: unknown) => {
        const response = await fetch(`${host.url}/local/invoke`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            as: 'po',
            module,
            procedure,
            payload,
            context: { projectKey: key },
          }),
        });
        const envelope = (await response.json()) as Envelope<OpenProject>;
        if (!envelope.ok) throw new Error(envelope.error.message);
        return envelope.data;
      };

      const { rev, rules } = await invoke('ladder-settings', 'settings.open', { projectId: id });
      const saved = { projectId: id, rev, rules: { ...rules, scan: true } };
      await invoke('ladder-settings', 'rules.save', saved);

      const types = await jira<{ id: string; hierarchyLevel: number }[]>(
        'GET',
        `/issuetype/project?projectId=${id}`,
      );
      const resolutions = await jira<{ values: { id: string; name: string }[] }>(
        'GET',
        '/resolution/search',
      );
      const byType = await jira<{ statuses: { id: string; name: string }[] }[]>(
        'GET',
        `/project/${id}/statuses`,
      );
      const statuses = byType.flatMap((type) => type.statuses);
      const frame: Frame = {
        goals: [],
        rules,
        parents: [],
        standardTypeIds: types.filter((type) => type.hierarchyLevel === 0).map((type) => type.id),
        undelivered: undeliveredOf(rules, { resolutions: resolutions.values, statuses }),
      };
      const window = { from: now - 180 * DAY, to: now + 60_000 };
      const clauses = clausesOf(frame, {
        ...windowNumbers(frame, window),
        ...backlogNumbers(frame),
      });
      const search = async (jql: string) =>
        (await jira<{ count: number }>('POST', '/search/approximate-count', { jql })).count;
      const count = (name: keyof typeof clauses) =>
        search(projectJql(id, clauses[name], 'Europe/Berlin'));

      expect(await count('output')).toBe(oracle.output);
      expect(await count('undelivered')).toBe(oracle.undelivered);
      expect(await search(projectJql(id, not(category('done')), 'UTC'))).toBe(oracle.open);

      await host.schedule({ force: true });
      expect(await count('flag.candidate')).toBe(0);
      clock.set(now + 14 * DAY);
      const { queue } = await host.schedule({ force: true });
      expect(queue).toEqual({ processed: 1, failed: 0 });
      expect(await count('flag.candidate')).toBe(oracle.candidates);
    } finally {
      await host.close();
    }
  },
  120_000,
);
