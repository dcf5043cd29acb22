// The numbers of the tab Outcome vs output, listed and counted, against the independent script. All
// people and filters on much data are for the night. `LADDER_BACKLOG` names one more file, with the
// moment in `LADDER_BACKLOG_AT`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from '@jest/globals';
import { generateFinished, PEOPLE } from './finished-backlog';
import { expectScriptNumbers } from './outcome-case';

const folder = mkdtempSync(join(tmpdir(), 'ladder-generated-'));
afterAll(() => rmSync(folder, { recursive: true }));
const AT = '2020-06-30T12:00:00Z';
const GENERATED = join(folder, 'generated.jsonl');
generateFinished(GENERATED, 240, Date.parse(AT));
const { LADDER_BACKLOG: given, LADDER_BACKLOG_AT: givenAt = '' } = process.env;

test.each([
  { name: 'the fixture', file: join(__dirname, 'fixtures/harbour.jsonl'), at: AT },
  {
    name: 'generated data',
    file: GENERATED,
    at: AT,
    people: [PEOPLE.misses],
    filters: ['none', 'stream'] as const,
  },
  ...(given ? [{ name: 'the given backlog', file: given, at: givenAt }] : []),
])(
  'listed and counted numbers of $name are those of the independent script',
  (one) => expectScriptNumbers(one),
  600_000,
);
