// The check date that was agreed when a result was postponed: written into the item's answer, as the
// user. Storage holds it all the same where Jira refuses.
import { fingerprint } from '../contract/fingerprint';
import type { KeptAnswer } from '../domain/answer';
import type { AnswerRevision, KeptResult, Ports, SeenItem } from '../ports';
import type { ResultPlace } from './keep-result';
import { showKept } from './show-kept';
import { writeUnderRevision } from './write-answer';

/** What the date is written over: the item, its answer, and the revision that was read before them. */
export interface Dated {
  item: SeenItem;
  answer: KeptAnswer;
  last: AnswerRevision | null;
}

/** Marks one postponement as written, also in a record that somebody changed meanwhile. */
export const markWritten = (
  ports: Ports,
  { itemId, projectId }: ResultPlace,
  kept: KeptResult,
  index: number,
): Promise<KeptResult> =>
  showKept(
    {
      show: () => Promise.resolve(),
      mark: (one) => ({
        ...one,
        writes: one.writes + 1,
        later: one.later.map((each, n) => (n === index ? { ...each, written: true } : each)),
      }),
      save: (next, { writes }) => ports.results.save(itemId, projectId, next, writes, null),
      read: () => ports.results.read(itemId),
    },
    kept,
  );

/**
 * Writes the date of one postponement. What fails is logged; it stays marked as not written then.
 * @param index which of the postponements it is
 * @returns the record as it is kept, and the answer's property as far as it is known
 */
export async function tellCheckDate(
  ports: Ports,
  place: ResultPlace,
  { item, answer, last }: Dated,
  kept: KeptResult,
  index: number,
): Promise<{ kept: KeptResult; value: unknown }> {
  const { itemId, by, at } = place;
  const next = { ...answer, checkBy: kept.later[index]?.to };
  let value = item.answerValue;
  try {
    const seen = fingerprint(value);
    value = await writeUnderRevision(ports, item, { next, seen, last, by, at });
    return { kept: await markWritten(ports, place, kept, index), value };
  } catch (error) {
    ports.log.error('check date kept, not written to Jira', error, { itemId });
    return { kept, value };
  }
}
