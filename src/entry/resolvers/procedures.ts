// Which use case each procedure runs. A procedure of the contract without one does not compile.
import type { Envelope } from '../../contract/envelope';
import type { Output, ProcedureName } from '../../contract/procedures';
import type { Ports } from '../../ports';
import { adoptGoals } from '../../usecases/data/adopt-goals';
import { eraseData } from '../../usecases/data/erase-data';
import { checkData, importData } from '../../usecases/data/import-data';
import { importItems } from '../../usecases/data/import-items';
import { openData } from '../../usecases/data/jobs';
import { countData, readData } from '../../usecases/data/read-data';
import { rebuildData } from '../../usecases/data/rebuild-data';
import { beginDecision } from '../../usecases/begin-decision';
import { openDecisionDraft, saveDecisionDraft } from '../../usecases/decision-draft';
import { dropDecision, finishDecision } from '../../usecases/finish-decision';
import { giveResult } from '../../usecases/give-result';
import { listActs, listDecisions } from '../../usecases/list-decisions';
import { digestChoice } from '../../usecases/notices/digest-choice';
import { previewDigest } from '../../usecases/notices/preview-digest';
import { openItem } from '../../usecases/open-item';
import { openProject } from '../../usecases/open-project';
import { saveAnswer } from '../../usecases/save-answer';
import { endGoal, resumeGoal, saveGoal } from '../../usecases/save-goal';
import {
  dismissHint,
  dismissSignal,
  saveDraft,
  saveSortRules,
} from '../../usecases/personal-notes';
import { orderScan } from '../../usecases/order-scan';
import { postponeResult } from '../../usecases/postpone-result';
import { readResults, unwrittenResults } from '../../usecases/read-results';
import { repairSeen } from '../../usecases/repair';
import { listGoals, reportReading } from '../../usecases/report-reading';
import { removeAgreement, saveAgreement } from '../../usecases/save-agreement';
import { saveReading, withdrawReading } from '../../usecases/save-reading';
import { rulesHistory } from '../../usecases/rules-history';
import { saveRules } from '../../usecases/save-rules';
import { lookAtSetup, pinPanel, placeGate } from '../../usecases/setup';
import { readSignatures, signAgreement } from '../../usecases/sign-agreement';
import { sortItem, undoSort } from '../../usecases/sort-item';
import { readPasses, startAnyway, withdrawStart } from '../../usecases/start-anyway';
import { startPeriod } from '../../usecases/start-period';
import { undoDecision } from '../../usecases/undo-decision';
import { guard, type Call } from './guard';

export type Handlers = {
  [N in ProcedureName]: (call: Call) => Promise<Envelope<Output<N>>>;
};

/** Every procedure behind the guard, which parses, authorises and turns errors into refusals. */
export function guarded(ports: Ports): Handlers {
  return {
    'item.open': guard(ports, 'item.open', ({ itemId }, caller) => openItem(ports, itemId, caller)),
    'answer.save': guard(ports, 'answer.save', (input, { accountId }) =>
      saveAnswer(ports, accountId, input),
    ),
    'result.give': guard(ports, 'result.give', (input, { accountId }) =>
      giveResult(ports, accountId, input),
    ),
    'result.later': guard(ports, 'result.later', (input, { accountId }) =>
      postponeResult(ports, accountId, input),
    ),
    'results.read': guard(ports, 'results.read', async ({ itemIds }) => ({
      results: await readResults(ports, itemIds),
    })),
    'results.unwritten': guard(ports, 'results.unwritten', async ({ projectId }) => ({
      itemIds: await unwrittenResults(ports, projectId),
    })),
    'results.repair': guard(ports, 'results.repair', (input, { accountId }) =>
      repairSeen(ports, accountId, input),
    ),
    'sort.give': guard(ports, 'sort.give', (input, { accountId }) =>
      sortItem(ports, accountId, input),
    ),
    'sort.undo': guard(ports, 'sort.undo', (input, { accountId }) =>
      undoSort(ports, accountId, input),
    ),
    'sortRules.save': guard(ports, 'sortRules.save', (input, { accountId }) =>
      saveSortRules(ports, accountId, input),
    ),
    'signal.dismiss': guard(ports, 'signal.dismiss', (input, { accountId }) =>
      dismissSignal(ports, accountId, input),
    ),
    'reading.save': guard(ports, 'reading.save', async (input, caller) => {
      await saveReading(ports, caller.accountId, input);
      return openProject(ports, input.projectId, caller);
    }),
    'reading.withdraw': guard(ports, 'reading.withdraw', async (input, caller) => {
      await withdrawReading(ports, caller.accountId, input);
      return openProject(ports, input.projectId, caller);
    }),
    'goals.list': guard(ports, 'goals.list', ({ projectId }) => listGoals(ports, projectId)),
    'reading.report': guard(ports, 'reading.report', (input, { accountId }) =>
      reportReading(ports, accountId, input),
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
    'decisions.list': guard(ports, 'decisions.list', (input) => listDecisions(ports, input)),
    'decision.begin': guard(ports, 'decision.begin', (input, { accountId }) =>
      beginDecision(ports, accountId, input),
    ),
    'decision.finish': guard(ports, 'decision.finish', (input, { accountId }) =>
      finishDecision(ports, accountId, input),
    ),
    'decision.drop': guard(ports, 'decision.drop', (input, { accountId }) =>
      dropDecision(ports, accountId, input),
    ),
    'decision.undo': guard(ports, 'decision.undo', (input, { accountId }) =>
      undoDecision(ports, accountId, input),
    ),
    'decisionDraft.open': guard(ports, 'decisionDraft.open', ({ projectId }, { accountId }) =>
      openDecisionDraft(ports, accountId, projectId),
    ),
    'decisionDraft.save': guard(ports, 'decisionDraft.save', (input, { accountId }) =>
      saveDecisionDraft(ports, accountId, input),
    ),
    'acts.list': guard(ports, 'acts.list', (input) => listActs(ports, input)),
    'scan.now': guard(ports, 'scan.now', ({ projectId }, { accountId }) =>
      orderScan(ports, accountId, projectId),
    ),
    'project.open': guard(ports, 'project.open', ({ projectId }, caller) =>
      openProject(ports, projectId, caller),
    ),
    'settings.open': guard(ports, 'settings.open', ({ projectId }, caller) =>
      openProject(ports, projectId, caller),
    ),
    'goal.save': guard(ports, 'goal.save', async (input, caller) => {
      await saveGoal(ports, caller.accountId, input);
      return openProject(ports, input.projectId, caller);
    }),
    'goal.end': guard(ports, 'goal.end', async (input, caller) => {
      await endGoal(ports, caller.accountId, input);
      return openProject(ports, input.projectId, caller);
    }),
    'goal.resume': guard(ports, 'goal.resume', async (input, caller) => {
      await resumeGoal(ports, caller.accountId, input);
      return openProject(ports, input.projectId, caller);
    }),
    'period.start': guard(ports, 'period.start', async (input, caller) => {
      await startPeriod(ports, caller.accountId, input);
      return openProject(ports, input.projectId, caller);
    }),
    'agreement.save': guard(ports, 'agreement.save', async (input, caller) => {
      await saveAgreement(ports, caller.accountId, input);
      return openProject(ports, input.projectId, caller);
    }),
    'agreement.remove': guard(ports, 'agreement.remove', async (input, caller) => {
      await removeAgreement(ports, caller.accountId, input);
      return openProject(ports, input.projectId, caller);
    }),
    'signatures.read': guard(ports, 'signatures.read', (input, { accountId }) =>
      readSignatures(ports, accountId, input),
    ),
    'agreement.sign': guard(ports, 'agreement.sign', (input, { accountId }) =>
      signAgreement(ports, accountId, input),
    ),
    'rules.save': guard(ports, 'rules.save', async (input, caller) => {
      await saveRules(ports, caller.accountId, input);
      return openProject(ports, input.projectId, caller);
    }),
    'settings.history': guard(ports, 'settings.history', (input) => rulesHistory(ports, input)),
    'digest.mine': guard(ports, 'digest.mine', (input, { accountId }) =>
      digestChoice(ports, accountId, input),
    ),
    'digest.preview': guard(ports, 'digest.preview', (input) => previewDigest(ports, input)),
    'data.open': guard(ports, 'data.open', ({ projectId }) => openData(ports, projectId)),
    'data.count': guard(ports, 'data.count', (input) => countData(ports, input)),
    'data.read': guard(ports, 'data.read', (input) => readData(ports, input)),
    'data.check': guard(ports, 'data.check', (input, { accountId }) =>
      checkData(ports, accountId, input),
    ),
    'data.import': guard(ports, 'data.import', (input, { accountId }) =>
      importData(ports, accountId, input),
    ),
    'data.items': guard(ports, 'data.items', (input, { accountId }) =>
      importItems(ports, accountId, input),
    ),
    'data.adopt': guard(ports, 'data.adopt', (input, { accountId }) =>
      adoptGoals(ports, accountId, input),
    ),
    'data.rebuild': guard(ports, 'data.rebuild', (input, { accountId }) =>
      rebuildData(ports, accountId, input),
    ),
    'data.erase': guard(ports, 'data.erase', (input, { accountId }) =>
      eraseData(ports, accountId, input),
    ),
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
