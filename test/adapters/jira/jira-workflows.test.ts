// The gate in a workflow: put on and taken off, with everything else as it was.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MESSAGES } from '../../../src/domain/messages';
import { create, rest, withChoice, workflowOf } from './any-workflow';
import { codeOf, isGate, placedIn, whereOf, workflowSite } from './workflow-site';
import { LONG_TRIES, runsOf } from '../../support/runs';

const SAY = MESSAGES.setup;

test('the gate stands on exactly the chosen transitions, and everything else is sent back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(withChoice, async ([site, chosen]) => {
      const { workflows, held, updates } = workflowSite(site);
      const before = workflowOf(site);
      await workflows.place(whereOf(before), chosen);
      expect(placedIn(workflowOf(held))).toEqual(chosen);
      expect(workflowOf(held, 'w2')).toEqual(workflowOf(site, 'w2'));
      for (const { statuses, workflows: sent } of updates) {
        expect(sent.map(({ id }) => id)).toEqual(['w1']);
        const workflow = workflowOf({ statuses: [], workflows: sent });
        expect(workflow.transitions.map(rest)).toEqual(before.transitions.map(rest));
        expect(workflow.version).toEqual(before.version);
        expect(workflow['description']).toBe('as it is');
        expect(workflow['startPointLayout'] ?? null).toEqual(before['startPointLayout']);
        expect(workflow.statuses.map(({ properties }) => properties)).toEqual(
          before.statuses.map(({ properties }) => properties),
        );
        // Statuses of other workflows are none of this one's.
        expect(statuses).toMatchObject(
          ['s1', 's2', 's3'].map((one) => ({ statusReference: one, name: `Status ${one}` })),
        );
      }
    }),
    runsOf(100, LONG_TRIES),
  );
});

test('the order of the other rules stays, and each gate has an id of its own', async () => {
  await fc.assert(
    fc.asyncProperty(withChoice, async ([site, chosen]) => {
      const { workflows, updates } = workflowSite(site);
      await workflows.place(whereOf(workflowOf(site)), chosen);
      const made = updates
        .flatMap((update) => workflowOf({ statuses: [], workflows: update.workflows }).transitions)
        .flatMap(({ validators }) => validators ?? [])
        .filter(isGate)
        .flatMap(({ parameters: given }) => given?.['id'] ?? []);
      expect(new Set(made).size).toBe(made.length);
    }),
    runsOf(100, LONG_TRIES),
  );
});

test('what is answered are the rules as they were, and placing the same again writes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(withChoice, async ([site, chosen]) => {
      const { workflows, held, updates } = workflowSite(site);
      const before = workflowOf(site);
      const replaced = await workflows.place(whereOf(before), chosen);
      const had = placedIn(before);
      const different = before.transitions.filter(
        ({ id }) => chosen.includes(id) !== had.includes(id),
      );
      expect(replaced).toEqual(
        different.map(({ id, name, validators }) => ({ id, name, validators: validators ?? [] })),
      );
      const writes = updates.length;
      expect(writes).toBe(different.length > 0 ? 1 : 0);
      expect(await workflows.place(whereOf(workflowOf(held)), chosen)).toEqual([]);
      expect(updates).toHaveLength(writes);
    }),
    runsOf(100, LONG_TRIES),
  );
});

test('taken off again, the workflow is what it was without the gate', async () => {
  await fc.assert(
    fc.asyncProperty(withChoice, async ([site, chosen]) => {
      const { workflows, held } = workflowSite(site);
      await workflows.place(whereOf(workflowOf(site)), chosen);
      await workflows.place(whereOf(workflowOf(held)), []);
      expect(placedIn(workflowOf(held))).toEqual([]);
      expect(workflowOf(held).transitions.map(rest)).toEqual(
        workflowOf(site).transitions.map(rest),
      );
    }),
    runsOf(100, LONG_TRIES),
  );
});

test('an old version, an unknown transition and the first one write nothing', async () => {
  await fc.assert(
    fc.asyncProperty(withChoice, fc.integer({ min: 1, max: 3 }), async ([site, chosen], more) => {
      const { workflows, updates } = workflowSite(site);
      const where = whereOf(workflowOf(site));
      const refused = (ids: string[], other: Partial<typeof where> = {}) =>
        codeOf(workflows.place({ ...where, ...other }, ids));
      expect(await refused(chosen, { version: where.version + more })).toEqual([
        'conflict',
        SAY.workflowChanged,
      ]);
      expect(await refused(chosen, { version: where.version - more })).toEqual([
        'conflict',
        SAY.workflowChanged,
      ]);
      expect(await refused(chosen, { workflowId: 'elsewhere' })).toEqual([
        'not_found',
        SAY.workflowGone,
      ]);
      for (const unknown of ['999', '', create.id])
        expect(await refused([...chosen, unknown])).toEqual(['invalid_input', SAY.transitionGone]);
      expect(updates).toEqual([]);
    }),
    runsOf(30, LONG_TRIES),
  );
});
