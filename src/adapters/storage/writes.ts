// How records are written: over a revision, with their act in the same transaction.
import { AppError } from '../../domain/errors';
import { MESSAGES } from '../../domain/messages';
import type { Act } from '../../ports';
import type { Driver, Fields, Write } from './driver';
import { ENTITIES, keys } from './keys';
import { actRecord } from './records';

/** Refuses a write over what is not kept any more. */
export const changed = () => new AppError('conflict', MESSAGES.sameMoment);

/**
 * Writes a record over revision `over`, with other writes in the same transaction. A first record is
 * created with revision 0 before, because a condition needs something to hold on to.
 */
export async function writeOver(
  driver: Driver,
  write: Write,
  over: number,
  rest: readonly Write[] = [],
): Promise<void> {
  if (over === 0) await driver.create(write.entity, write.key, { rev: 0 });
  const done = await driver.commit([{ ...write, ifRev: over }, ...rest]);
  if (!done) throw changed();
}

/** The write of an act's own record. */
export const actWrite = (act: Act, id: string): Write => ({
  entity: ENTITIES.act,
  key: keys.act(act.projectId, act.at, id),
  value: actRecord(act),
});

/** Revision of a record; 0 for none, and for one that has only just been begun. */
export const revOf = (record: unknown): number => {
  const rev = (record as Fields | undefined)?.['rev'];
  return typeof rev === 'number' ? rev : 0;
};

/** Adds an act that goes with no other record. @throws AppError conflict for one that is there */
export async function appendAct(driver: Driver, act: Act, id: string): Promise<void> {
  const { entity, key, value } = actWrite(act, id);
  if (!(await driver.create(entity, key, value))) throw changed();
}
