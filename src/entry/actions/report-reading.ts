// The action "Add a reading to a goal" of the customer's own automation rules. The inputs are words;
// who acts is Jira's answer to "who am I", and every step goes through the guard. What is refused
// comes back as sentences for the rule's audit log: what is thrown would be one sentence for all.
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/automation-action/
import { z } from 'zod';
import { readBy } from '../../contract/read-by';
import type { Envelope } from '../../contract/envelope';
import type { Output, Payload } from '../../contract/procedures';
import { isDay } from '../../domain/days';
import { AppError } from '../../domain/errors';
import { filled, MESSAGES } from '../../domain/messages';
import { namedGoal } from '../../domain/named-goal';
import { typedNumber } from '../../domain/typed-number';
import type { Ports } from '../../ports';
import type { Handlers } from '../resolvers/procedures';

const SAY = MESSAGES.report;

// Smart values arrive as text, or as what they stand for; an empty one as nothing.
const word = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => String(value ?? '').trim());
const words = z.object({ project: word, goal: word, day: word, value: word, note: word });
type Words = z.output<typeof words>;

export type ReportAnswer = Output<'reading.report'> | { errors: { message: string }[] };

/** Sentences for the audit log, in the order of the inputs. */
class RefusedError extends Error {
  constructor(readonly sentences: readonly string[]) {
    super('refused');
    this.name = 'RefusedError';
  }
}

const SHOWN = 80;
/** What was given, short enough for a line of the log. */
const shown = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

function readValue(text: string): number | string {
  if (text === '') return SAY.missing.value;
  const read = typedNumber(text);
  if (read.kind === 'number') return read.value;
  return filled(read.kind === 'two-ways' ? SAY.twoWays : SAY.value, { value: shown(text) });
}

/** The number of the inputs. @throws RefusedError with a sentence for each input that is none */
function valueOf({ project, goal, day, value }: Words): number {
  const read = readValue(value);
  const sentences = [
    ...(project === '' ? [SAY.missing.project] : []),
    ...(goal === '' ? [SAY.missing.goal] : []),
    ...(day === '' || isDay(day) ? [] : [filled(SAY.day, { day: shown(day) })]),
    ...(typeof read === 'string' ? [read] : []),
  ];
  if (typeof read === 'string' || sentences.length > 0) throw new RefusedError(sentences);
  return read;
}

function dataOf<T>(answer: Envelope<T>): T {
  if (answer.ok) return answer.data;
  const { message, fields } = answer.error;
  throw new RefusedError(fields ? Object.values(fields) : [message]);
}

/** Who the rule runs as. @throws RefusedError where that is nobody whom Jira knows */
async function actor(ports: Ports): Promise<string> {
  try {
    return await ports.rights.me();
  } catch (error) {
    if (error instanceof AppError && error.code !== 'forbidden') throw error;
    ports.log.error('rule without a user', error);
    throw new RefusedError([SAY.nobody]);
  }
}

async function projectOf(ports: Ports, project: string): Promise<string> {
  const id = await ports.projects.idOf(project);
  if (id === null) throw new RefusedError([filled(SAY.project, { project: shown(project) })]);
  return id;
}

/** @returns the function that the manifest names for the action; it never throws */
export const reportReadingAction =
  (ports: Ports, handlers: Handlers) =>
  async (inputs: unknown): Promise<ReportAnswer> => {
    try {
      const given = readBy(words, inputs);
      if (!given.success) throw new RefusedError([SAY.unreadable]);
      const value = valueOf(given.data);
      const accountId = await actor(ports);
      const projectId = await projectOf(ports, given.data.project);
      const context = { accountId };
      const { goals, today } = dataOf(
        await handlers['goals.list']({ payload: { projectId }, context }),
      );
      const { goal, note, day } = given.data;
      const found = namedGoal(goals, goal, day || today);
      if (found === 'none') throw new RefusedError([filled(SAY.goal, { goal: shown(goal) })]);
      if (found === 'several') throw new RefusedError([filled(SAY.goals, { goal: shown(goal) })]);
      const payload: Payload<'reading.report'> = {
        ...{ projectId, goalId: found.id, value, note },
        ...(day && { day }),
      };
      return dataOf(await handlers['reading.report']({ payload, context }));
    } catch (error) {
      if (!(error instanceof RefusedError)) ports.log.error('reading of a rule failed', error);
      return { errors: sentencesOf(error).map((message) => ({ message })) };
    }
  };

function sentencesOf(error: unknown): readonly string[] {
  if (error instanceof RefusedError) return error.sentences;
  return [error instanceof AppError ? error.message : MESSAGES.internal];
}
