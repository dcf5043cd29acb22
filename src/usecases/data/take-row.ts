// One row of a file: whether it may be taken in, and how it ends. Nothing that the file says is
// believed: Jira says in which project an item lies, storage which goals the project has.
import { z } from 'zod';
import { rules } from '../../contract/goals';
import { canonical } from '../../contract/properties';
import { endOf, type RowEnd, type StoredSection } from '../../domain/data';
import { MESSAGES } from '../../domain/messages';
import type { Act, DataRecord, DataSubject, Ports } from '../../ports';

const SAY = MESSAGES.data.row;

export interface Taking {
  projectId: string;
  /** Account of who takes the file in. */
  by: string;
  section: StoredSection;
  /** Items that lie in the project, of those that the rows name. */
  itemIds: ReadonlySet<string>;
  /** Goals and agreements of the project. */
  goalIds: ReadonlySet<string>;
  /** Of those that the file brings, what other projects have. */
  foreignIds: ReadonlySet<string>;
  replace: boolean;
  /** Only looks. */
  dry: boolean;
}

export interface RowOutcome {
  end: RowEnd;
  /** Why it was refused. */
  why?: string;
}

type KnownSubject = Extract<DataSubject, { kind: 'record' }>;

const refused = (why: string): RowOutcome => ({ end: 'refused', why });

/** How often a row is looked at anew because somebody wrote in its place meanwhile. */
const TRIES = 3;

/** Why a row is not taken; null for one that is. */
function refusalOf(
  { itemId, goalId }: KnownSubject,
  { value }: DataRecord,
  taking: Taking & { now: number },
): string | null {
  // An act of what is still to come would stand before all others until then.
  if (taking.section === 'acts' && Date.parse(String(value['at'])) > taking.now) return SAY.shape;
  if (itemId !== null && !taking.itemIds.has(itemId)) return SAY.item;
  if (goalId !== null && !taking.goalIds.has(goalId)) return SAY.goal;
  if (taking.foreignIds.size > 0) return SAY.foreignGoals;
  return null;
}

const withRules = z.object({ body: z.object({ rules }) });

/** The act that the history of the rules is read from, where settings of a file replace readable ones. */
function replacedRules(
  ports: Ports,
  { projectId, by }: Taking,
  there: DataRecord['value'],
  { value }: DataRecord,
): Act | null {
  const before = withRules.parse(there).body.rules;
  const after = withRules.parse(value).body.rules;
  if (canonical(before) === canonical(after)) return null;
  const at = ports.clock.now();
  return { projectId, subject: 'rules', kind: 'rules.save', by, at, before, after };
}

/** Takes a row in, or says how it would end. */
export async function takeRow(
  ports: Ports,
  record: DataRecord,
  subject: DataSubject,
  taking: Taking,
): Promise<RowOutcome> {
  if (subject.kind === 'refused') return refused(SAY[subject.why]);
  const why = refusalOf(subject, record, { ...taking, now: ports.clock.now() });
  if (why !== null) return refused(why);
  const { projectId, section, replace, dry } = taking;
  for (let made = 1; ; made += 1) {
    const there = await ports.data.there(section, record.key);
    // A record that somebody has only just begun says nothing yet.
    const stood = there?.['rev'] === 0 ? null : there;
    if (stood !== null && stood['projectId'] !== projectId) return refused(SAY.project);
    const isSame = canonical(stood) === canonical(record.value);
    const state = stood === null ? 'none' : isSame ? 'same' : 'other';
    const end = endOf(section, state, replace);
    // To sign is to be the person: a file may bring nobody else's signature.
    const { signerId } = subject;
    if (end !== 'same' && signerId !== null && signerId !== taking.by)
      return refused(SAY.signature);
    if (dry || end === 'same' || end === 'kept') return { end };
    const act =
      section === 'settings' && stood ? replacedRules(ports, taking, stood, record) : null;
    if (await ports.data.put(section, record, there, act)) return { end };
    if (made === TRIES) return refused(SAY.busy);
  }
}
