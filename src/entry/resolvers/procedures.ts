// Which use case each procedure runs. A procedure of the contract without one does not compile.
import type { ProcedureName } from '../../contract/procedures';
import type { Ports } from '../../ports';
import { giveResult } from '../../usecases/give-result';
import { openItem } from '../../usecases/open-item';
import { openProject } from '../../usecases/open-project';
import { saveAnswer } from '../../usecases/save-answer';
import { endGoal, resumeGoal, saveGoal } from '../../usecases/save-goal';
import { dismissHint, saveDraft } from '../../usecases/personal-notes';
import { saveRules } from '../../usecases/save-rules';
import { lookAtSetup, pinPanel, placeGate } from '../../usecases/setup';
import { readPasses, startAnyway, withdrawStart } from '../../usecases/start-anyway';
import { guard, type Call } from './guard';

type Handlers = Record<ProcedureName, (call: Call) => Promise<unknown>>;

export function guarded(ports: Ports): Handlers {
  return {
    'item.open': guard(ports, 'item.open', ({ itemId }, caller) => openItem(ports, itemId, caller)),
    'answer.save': guard(ports, 'answer.save', (input, { accountId }) =>
      saveAnswer(ports, accountId, input),
    ),
    'result.give': guard(ports, 'result.give', (input, { accountId }) =>
      giveResult(ports, accountId, input),
    ),
    'draft.save': guard(ports, 'draft.save', (input, { accountId }) =>
      saveDraft(ports, accountId, input),
    ),
    'draft.discard': guard(ports, 'draft.discard', async ({ itemId }, { accountId }) => {
      await ports.personal.discardDraft(accountId, itemId);
      return {};
    }),
    'hint.dismiss': guard(ports, 'hint.dismiss', (input, { accountId }) =>
      dismissHint(ports, accountId, input),
    ),
    'start.anyway': guard(ports, 'start.anyway', (input, { accountId }) =>
      startAnyway(ports, accountId, input),
    ),
    'start.withdraw': guard(ports, 'start.withdraw', (input, { accountId }) =>
      withdrawStart(ports, accountId, input),
    ),
    'passes.read': guard(ports, 'passes.read', async ({ itemIds }) => ({
      passes: await readPasses(ports, itemIds),
    })),
    'project.open': guard(ports, 'project.open', ({ projectId }, { rights }) =>
      openProject(ports, projectId, rights),
    ),
    'settings.open': guard(ports, 'settings.open', ({ projectId }, { rights }) =>
      openProject(ports, projectId, rights),
    ),
    'goal.save': guard(ports, 'goal.save', async (input, { accountId, rights }) => {
      await saveGoal(ports, accountId, input);
      return openProject(ports, input.projectId, rights);
    }),
    'goal.end': guard(ports, 'goal.end', async (input, { accountId, rights }) => {
      await endGoal(ports, accountId, input);
      return openProject(ports, input.projectId, rights);
    }),
    'goal.resume': guard(ports, 'goal.resume', async (input, { accountId, rights }) => {
      await resumeGoal(ports, accountId, input);
      return openProject(ports, input.projectId, rights);
    }),
    'rules.save': guard(ports, 'rules.save', async (input, { accountId, rights }) => {
      await saveRules(ports, accountId, input);
      return openProject(ports, input.projectId, rights);
    }),
    'setup.look': guard(ports, 'setup.look', ({ projectId }, { rights }) =>
      lookAtSetup(ports, projectId, rights),
    ),
    'panel.pin': guard(ports, 'panel.pin', async (input, { accountId, rights }) => {
      await pinPanel(ports, accountId, input);
      return lookAtSetup(ports, input.projectId, rights);
    }),
    'gate.place': guard(ports, 'gate.place', async (input, { accountId, rights }) => {
      await placeGate(ports, accountId, input);
      return lookAtSetup(ports, input.projectId, rights);
    }),
  };
}
