// Who may call what, over the local host, and what the pages are told of it. Who may not is in attacks/.
import { expect, test } from '@jest/globals';
import { procedures } from '../../src/contract/procedures';
import { PROJECT } from '../support/loop';
import { ALLOWED } from './allowed';
import { answerOf, isOffered, MODULES, NAMES, type Who } from './calls';
import { byDay, maySuite } from './may-suite';
import { idOf } from './payloads';

test('the table of rights has a line for every procedure, and every procedure a module', () => {
  expect(Object.keys(ALLOWED).sort()).toEqual([...NAMES].sort());
  expect(NAMES.filter((name) => !MODULES.some((module) => isOffered(name, module)))).toEqual([]);
});

test('what the pages are told of rights are the rights', async () => {
  const { loop, goals } = site();
  const of = async (who: Who) => {
    const project = await answerOf(loop, who, 'project.open', { projectId: PROJECT });
    const item = await answerOf(loop, who, 'item.open', { itemId: idOf(1) });
    return [project, item].map((answer) => answer.ok && (answer.data as { may: object }).may);
  };
  const may = (right: boolean) => ({ edit: right, giveResult: right });
  const { goals: opened } = await loop.call('po', 'project.open', { projectId: PROJECT });
  const all = opened.map(({ id }) => id);
  expect(await of('po')).toEqual([{ administer: true, decide: true, report: all }, may(true)]);
  expect(await of('dev')).toEqual([
    { administer: false, decide: true, report: [goals.owned] },
    may(true),
  ]);
  expect(await of('viewer')).toEqual([{ administer: false, decide: true, report: [] }, may(false)]);
});

test('Setup says who may press its buttons', async () => {
  const { loop } = site();
  const of = async (who: Who) => {
    const answer = await answerOf(loop, who, 'setup.look', { projectId: PROJECT });
    return answer.ok && (answer.data as { may: object }).may;
  };
  expect(await of('admin')).toEqual({ administerJira: true });
  expect(await of('po')).toEqual({ administerJira: false });
});

// Ending a kill that one has begun oneself changes only what is said of it.
test('only what changes something asks for more than Browse', () => {
  const reading = NAMES.filter((name) => procedures[name].access.right === 'browse');
  expect(reading.sort()).toEqual([
    'acts.list',
    'decision.drop',
    'decision.finish',
    'decisionDraft.open',
    'decisionDraft.save',
    'decisions.list',
    'digest.mine',
    'draft.discard',
    'goals.list',
    'hint.dismiss',
    'item.open',
    'passes.read',
    'project.open',
    'results.read',
    'results.unwritten',
    'signal.dismiss',
    'signatures.read',
    'sortRules.save',
  ]);
});

// Last, because nothing is left of the project after them.
const site = maySuite(byDay);
