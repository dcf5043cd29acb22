// Who may call what in the small site: of each procedure the people whose call is taken, when they name
// what the payloads name. Everybody else is refused.
import type { ProcedureName } from '../../src/contract/procedures';
import { EVERYBODY, type Who } from './calls';

/** In SHOP: po administers, dev edits, viewer browses; the site's admin holds every role locally. */
export const BROWSE: readonly Who[] = ['admin', 'po', 'dev', 'viewer'];
const EDIT: readonly Who[] = ['admin', 'po', 'dev'];
const ADMINISTER: readonly Who[] = ['admin', 'po'];
const SITE: readonly Who[] = ['admin'];

export const ALLOWED: Record<ProcedureName, readonly Who[]> = {
  'item.open': BROWSE,
  'answer.save': EDIT,
  'draft.save': EDIT,
  'draft.discard': BROWSE,
  'hint.dismiss': BROWSE,
  'start.anyway': EDIT,
  'start.withdraw': EDIT,
  'passes.read': BROWSE,
  'result.give': EDIT,
  'result.later': EDIT,
  'results.read': BROWSE,
  'results.unwritten': BROWSE,
  'results.repair': ADMINISTER,
  'sort.give': EDIT,
  'sort.undo': EDIT,
  'sortRules.save': BROWSE,
  'signal.dismiss': BROWSE,
  'digest.mine': BROWSE,
  'digest.preview': ADMINISTER,
  // dev owns the goal that these name.
  'reading.save': ['admin', 'po', 'dev'],
  'reading.withdraw': ['admin', 'po', 'dev'],
  'goals.list': BROWSE,
  'reading.report': ['admin', 'po', 'dev'],
  'decisions.list': BROWSE,
  'decision.begin': EDIT,
  // dev has begun what these name, and nobody ends it for them.
  'decision.finish': ['dev'],
  'decision.drop': ['dev'],
  'decision.undo': EDIT,
  'decisionDraft.open': BROWSE,
  'decisionDraft.save': BROWSE,
  'acts.list': BROWSE,
  'data.open': ADMINISTER,
  'data.count': ADMINISTER,
  'data.read': ADMINISTER,
  'data.check': ADMINISTER,
  'data.import': ADMINISTER,
  'data.items': ADMINISTER,
  'data.adopt': ADMINISTER,
  'data.rebuild': ADMINISTER,
  'data.erase': ADMINISTER,
  'scan.now': ADMINISTER,
  'project.open': BROWSE,
  'settings.open': ADMINISTER,
  'goal.save': ADMINISTER,
  'goal.end': ADMINISTER,
  'goal.resume': ADMINISTER,
  'period.start': ADMINISTER,
  'agreement.save': ADMINISTER,
  'agreement.remove': ADMINISTER,
  'signatures.read': BROWSE,
  // dev is the one that the agreement names.
  'agreement.sign': ['dev'],
  'rules.save': ADMINISTER,
  'settings.history': ADMINISTER,
  'setup.look': ADMINISTER,
  'panel.pin': SITE,
  'gate.place': SITE,
};

export const refusedOf = (name: ProcedureName): Who[] =>
  EVERYBODY.filter((who) => !ALLOWED[name].includes(who));
