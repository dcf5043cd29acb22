// Which use case each procedure runs. A procedure of the contract without one does not compile.
import type { ProcedureName } from '../../contract/procedures';
import type { Ports } from '../../ports';
import { giveResult } from '../../usecases/give-result';
import { openItem } from '../../usecases/open-item';
import { openProject } from '../../usecases/open-project';
import { saveAnswer } from '../../usecases/save-answer';
import { endGoal, resumeGoal, saveGoal } from '../../usecases/save-goal';
import { saveRules } from '../../usecases/save-rules';
import { guard, type Call } from './guard';

type Handlers = Record<ProcedureName, (call: Call) => Promise<unknown>>;

export function guarded(ports: Ports): Handlers {
  return {
    'item.open': guard(ports, 'item.open', ({ itemId }, { rights }) =>
      openItem(ports, itemId, rights),
    ),
    'answer.save': guard(ports, 'answer.save', (input, { accountId }) =>
      saveAnswer(ports, accountId, input),
    ),
    'result.give': guard(ports, 'result.give', (input, { accountId }) =>
      giveResult(ports, accountId, input),
    ),
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
  };
}
