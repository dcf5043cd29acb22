// A result that is shown again in the moment in which the next one is given, in every order of the steps.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeAnswer } from '../../src/contract/properties';
import { giveResult } from '../../src/usecases/give-result';
import { showResult } from '../../src/usecases/keep-result';
import { postponeResult } from '../../src/usecases/postpone-result';
import { anAnswer } from '../support/builders';
import { LONG_TRIES, runsOf } from '../support/runs';
import { oneItem, type Step } from './one-item';

test('a result that is being shown again meanwhile is no reason to refuse the next one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.boolean(), async (scheduler, early) => {
      let ordered = false;
      const step: Step = async (name, run) =>
        ordered ? scheduler.schedule(Promise.resolve(), name).then(run) : run();
      const { ports, held } = oneItem(step, { category: 'done' });
      held.property = writeAnswer(anAnswer());
      const itemId = '1';
      const { rev } = await giveResult(ports, 'one', { itemId, result: 'moved', rev: 0 });
      const shown = held.result;
      if (!shown) throw new Error('nothing is kept');
      ordered = true;
      const said = early
        ? postponeResult(ports, 'two', { itemId, checkBy: '2026-07-01', delivered: true, rev })
        : giveResult(ports, 'two', { itemId, result: 'flat', rev });
      await scheduler.waitFor(
        Promise.all([said, showResult(ports, { itemId, projectId: '1' }, shown)]),
      );
      expect(held.result).toMatchObject({ rev: 2, earlier: [{ result: 'moved' }], written: true });
      expect(held.shownResult?.result ?? null).toBe(early ? null : 'flat');
    }),
    runsOf(100, LONG_TRIES),
  );
});
