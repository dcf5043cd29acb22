// The importer and the search of the local Jira against the independent script, on one file.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { standingClock } from '../../local/clock';
import { importFile } from '../../local/data/import';
import { openDb } from '../../local/db';
import { createJira } from '../../local/jira';

const FIXTURE = join(__dirname, 'fixtures/harbour.jsonl');
const AT = '2020-06-30T12:00:00Z';

const db = openDb(':memory:');
afterAll(() => db.close());

const STANDARD = 'project = HARB AND issuetype IN (Story, Bug)';
const CLOSED = `${STANDARD} AND statusCategory = Done AND statusCategoryChangedDate >= -180d`;
const UNDELIVERED =
  'resolution IN ("Won\'t Fix", Duplicate, "Cannot Reproduce") OR status = Rejected';

test('search over the imported file finds what the script counts in it', async () => {
  const clock = standingClock(Date.parse(AT));
  const app = { scopes: [], entityProperties: [], validators: [] };
  const jira = createJira({ db, clock, app, lagMs: 0 });
  await importFile({ site: jira.site, file: FIXTURE });
  const count = async (jql: string): Promise<number> => {
    const answer = await jira.handle({
      method: 'POST',
      path: '/rest/api/3/search/approximate-count',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jql }),
      caller: { principal: 'client', accountId: 'demo-admin' },
    });
    return z.object({ count: z.number() }).parse(JSON.parse(answer.body)).count;
  };
  // The file was written after the moment: what it holds of later days does not count yet.
  const closed = `${CLOSED} AND statusCategoryChangedDate <= now()`;
  const found = {
    issues: await count('project = HARB'),
    closed: await count(closed),
    undelivered: await count(`${closed} AND (${UNDELIVERED})`),
    open: await count('project = HARB AND statusCategory != Done'),
    candidates: await count(
      `${STANDARD} AND ((statusCategory = "To Do" AND created <= -166d) OR ` +
        `(statusCategory = "In Progress" AND statusCategoryChangedDate <= -166d))`,
    ),
  };
  const script = join(__dirname, 'backlog-numbers.mjs');
  const numbers: unknown = JSON.parse(
    execFileSync(process.execPath, [script, FIXTURE, '--at', AT], { encoding: 'utf8' }),
  );
  expect(numbers).toMatchObject(found);
});
