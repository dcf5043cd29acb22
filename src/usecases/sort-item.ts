// Sorting a finished item: its why as the user, then its result as every result is kept. Undoing puts
// back what stood there before.
import { fingerprint } from '../contract/fingerprint';
import type { Input, Output } from '../contract/procedures';
import { answerProperty, readAnswer, readResult } from '../contract/properties';
import type { KeptAnswer } from '../domain/answer';
import { dayOf, type Day } from '../domain/days';
import { AppError } from '../domain/errors';
import type { Goal } from '../domain/goal';
import { completeAnswer } from '../domain/inherit';
import { valueOf, type ParentFacts } from '../domain/item';
import { MESSAGES } from '../domain/messages';
import { evidenceOf } from '../domain/result';
import type { ProjectSettings } from '../domain/rules';
import { resultOfSorting, sortedAnswer, sortingOf, sortRefusal } from '../domain/sort';
import type { AnswerRevision, KeptResult, Ports, Said, SeenItem } from '../ports';
import { answerConflict } from './answer-conflict';
import { citedReading } from './cited-reading';
import {
  expectResultRevision,
  resultView,
  showResult,
  storeResult,
  withGiven,
  type ResultPlace,
} from './keep-result';
import { writeUnderRevision } from './write-answer';

const SAY = MESSAGES.sort;

/** What a sorting acts on, read in the order that shows who was faster. */
interface Subject {
  last: AnswerRevision | null;
  item: SeenItem;
  settings: ProjectSettings;
  before: KeptResult | null;
  place: ResultPlace;
}

async function gather(
  ports: Ports,
  by: string,
  { itemId, seen, rev }: { itemId: string; seen: string | null; rev: number },
): Promise<Subject> {
  const last = await ports.answers.read(itemId);
  const item = await ports.items.read(itemId);
  const [settings, before] = await Promise.all([
    ports.settings.load(item.projectId),
    ports.results.read(itemId),
  ]);
  if (fingerprint(item.answerValue) !== seen) throw answerConflict(item.answerValue, last);
  expectResultRevision(itemId, before, rev);
  const place = { itemId, projectId: item.projectId, by, at: ports.clock.now() };
  return { last, item, settings, before, place };
}

/** The parent as this user sees it; a hidden one does not speak. */
async function parentOf(ports: Ports, { facts }: SeenItem): Promise<ParentFacts | null> {
  const parent = facts.parentId === null ? null : await ports.items.parent(facts.parentId);
  return (
    parent && { ...parent, answer: readAnswer(parent.answer), result: readResult(parent.result) }
  );
}

/** Writes the answer as the user, and keeps what goes with it. */
async function write(
  ports: Ports,
  { item, last, before, place }: Subject,
  kind: 'sort.give' | 'sort.undo',
  next: { answer: KeptAnswer | null; given: Said | null; unsorted: Said | null },
): Promise<Output<'sort.give'>> {
  const { by, at, itemId } = place;
  // Where nothing is said, and nothing was, there is no result to keep.
  const speaks = next.given !== null || before?.given != null;
  let kept = before;
  const keep = async (): Promise<void> => {
    const { given, unsorted } = next;
    const make = (over: KeptResult | null): KeptResult => ({
      ...withGiven(over, given, at),
      ...(unsorted && { unsorted }),
    });
    kept = await storeResult(ports, place, kind, make, before);
  };
  const value = await writeUnderRevision(ports, item, {
    next: next.answer,
    seen: fingerprint(item.answerValue),
    last,
    by,
    at,
    also: speaks ? keep : undefined,
  });
  const written = {
    answer: value === undefined ? null : answerProperty.parse(value),
    seen: fingerprint(value),
  };
  const shown = speaks && kept ? await showResult(ports, place, kept) : kept;
  return { ...written, result: shown && resultView(itemId, shown) };
}

/**
 * Says what became of a finished item. What was typed there before stays, except under *keep it
 * running*.
 * @throws AppError invalid_input for an item that is open, answered, or spoken for by its parent
 * @throws AppError conflict when the answer or the result is not the one that the page showed
 */
export async function sortItem(
  ports: Ports,
  by: string,
  input: Input<'sort.give'>,
): Promise<Output<'sort.give'>> {
  const subject = await gather(ports, by, input);
  const { item, settings, before, place } = subject;
  const refusal = sortRefusal(item.facts, await parentOf(ports, item), settings.goals);
  if (refusal) throw new AppError('invalid_input', SAY[refusal]);
  const reading = await citedReading(ports, settings, input.reading, null);
  const { timeZone } = settings.rules;
  const today = dayOf(place.at, timeZone);
  const own = valueOf(item.facts.answer);
  const result = resultOfSorting(input.sort);
  const evidence = evidenceOf(reading, dayOf(item.facts.categoryChanged, timeZone));
  return write(ports, subject, 'sort.give', {
    answer: sortedAnswer(own, input.sort, today),
    given: result && { result, evidence, at: today, by, ...(reading && { reading }) },
    unsorted: (sortingOf(own) === null ? before?.given : before?.unsorted) ?? null,
  });
}

/**
 * What may be put back: nothing, another sorting, or what does not speak for the item (half, or with
 * a goal of another project). Never a whole answer.
 */
function restorable(
  restore: Input<'sort.undo'>['restore'],
  goals: readonly Goal[],
): KeptAnswer | null {
  if (restore === null) return null;
  const read = readAnswer(restore);
  const complete = completeAnswer(read, goals);
  if (read.kind !== 'value' || (complete && sortingOf(complete) === null))
    throw new AppError('invalid_input', SAY.restore);
  return read.value;
}

/**
 * The result that stands again: what stood before the item was sorted; of a sorting before this one
 * what was said with it, else that value anew.
 */
function restored(
  answer: KeptAnswer | null,
  before: KeptResult | null,
  { by, today }: { by: string; today: Day },
): Said | null {
  const sorting = sortingOf(answer);
  if (sorting === null) return before?.unsorted ?? null;
  const result = resultOfSorting(sorting);
  if (!result) return null;
  const said = before?.earlier.findLast((one) => one.result === result);
  return said ?? { result, evidence: 'judged', at: today, by };
}

/**
 * Takes a sorting back.
 * @throws AppError invalid_input when the item is not sorted
 * @throws AppError conflict when the answer or the result is not the one that the page showed
 */
export async function undoSort(
  ports: Ports,
  by: string,
  input: Input<'sort.undo'>,
): Promise<Output<'sort.undo'>> {
  const subject = await gather(ports, by, input);
  const { item, settings, before, place } = subject;
  if (sortingOf(valueOf(item.facts.answer)) === null)
    throw new AppError('invalid_input', SAY.notSorted, { reason: 'not_sorted' });
  const answer = restorable(input.restore, settings.goals);
  const today = dayOf(place.at, settings.rules.timeZone);
  const given = restored(answer, before, { by, today });
  const unsorted = sortingOf(answer) === null ? null : (before?.unsorted ?? null);
  return write(ports, subject, 'sort.undo', { answer, given, unsorted });
}
