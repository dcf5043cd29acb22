import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import type { OpenProject } from '../../../../src/contract/procedures';
import { DEFAULT_RULES } from '../../../../src/domain/rules';
import { ScanNote } from '../../../../static/src/surfaces/project/kill/scan-note';
import { resetBridge } from '../../../support/bridge';
import { answerProcedures, payloadsOf, Refusal, show } from '../../support/app';
import { pass, standingTimers } from '../../support/timers';
import { openedProject } from '../opened';

const NOON = Date.parse('2026-11-21T12:00:00Z');

beforeEach(resetBridge);
standingTimers(NOON);

const scan = (more: Partial<OpenProject['scan']>) => ({ ...openedProject().scan, ...more });
const may = { administer: true, decide: true, report: [] };
const opened = (more: Partial<OpenProject['scan']>): OpenProject =>
  openedProject({ may, rules: { ...DEFAULT_RULES, scan: true }, scan: scan(more) });

const says = (words: string) => expect(document.body.textContent).toContain(words);
const lookNow = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Look now' });

test('a look is ordered, watched to its end, and then told', async () => {
  let stage = 0;
  const stages = [
    scan({ running: { since: NOON, done: 2, of: 9 } }),
    scan({ lastAt: NOON + 5_000, listed: 12, changed: 3 }),
  ];
  answerProcedures({
    'scan.now': () => ({ ordered: true, nextAt: NOON + 3_600_000 }),
    'project.open': () => opened(stages[Math.min(stage++, 1)] ?? {}),
  });
  let ends = 0;
  show(<ScanNote project={opened({})} onDone={() => (ends += 1)} />);
  fireEvent.click(lookNow());
  await pass(10);
  says('A look is ordered. It begins within a minute.');
  expect(lookNow().disabled).toBe(true);
  await pass(3_100);
  says('step 3 of 9');
  await pass(60_000);
  says('The look is done: 12 looked at, 3 changed.');
  expect(ends).toBe(1);
  const looks = payloadsOf('project.open').length;
  await pass(120_000);
  expect(payloadsOf('project.open')).toHaveLength(looks);
});

test('a look that was ordered and stopped is watched no longer, and not told as done', async () => {
  const failed = { at: NOON + 4_000, part: 'scan', code: 'not_found' } as const;
  answerProcedures({
    'scan.now': () => ({ ordered: true, nextAt: NOON + 3_600_000 }),
    'project.open': () => opened({ failed }),
  });
  show(<ScanNote project={opened({})} />);
  fireEvent.click(lookNow());
  await pass(10);
  await pass(3_200);
  says('Jira does not show this project to Ladder');
  expect(document.body.textContent).not.toMatch(/A look is ordered|The look is done/);
  const looks = payloadsOf('project.open').length;
  await pass(120_000);
  expect(payloadsOf('project.open')).toHaveLength(looks);
});

test('a look that can’t be ordered says why and can be tried again', async () => {
  answerProcedures({
    'scan.now': () => {
      throw new Refusal({ code: 'internal', message: 'Not now.' });
    },
  });
  show(<ScanNote project={opened({})} />);
  fireEvent.click(lookNow());
  await pass(10);
  says('The look could not be ordered');
  answerProcedures({ 'scan.now': () => ({ ordered: false, nextAt: NOON + 60_000 }) });
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await pass(10);
  says('You can ask for the next one at');
  await pass(60_200);
  expect(lookNow().disabled).toBe(false);
});

test('while watching fails it goes on watching', async () => {
  let calls = 0;
  answerProcedures({
    'project.open': () => {
      calls += 1;
      if (calls === 1) throw new Refusal({ code: 'internal', message: 'Not now.' });
      return opened({ lastAt: NOON, listed: 1, changed: 0 });
    },
  });
  show(<ScanNote project={opened({ running: { since: NOON, done: 0, of: 9 } })} />);
  await pass(60_000);
  says('The look is done: 1 looked at, 0 changed.');
});
