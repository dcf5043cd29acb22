// Which items of the lane are chosen, over all pages.
import * as many from '../../many/selection';
import { isWhole, type LaneItem } from './lane-item';

export type Selection = many.Selection<LaneItem>;
export const { between } = many;

export const NOTHING: Selection = new Map();

/** Items whose answer can't be read here stay as they are; answered ones need nothing more. */
export const canChoose = (item: LaneItem): boolean =>
  item.standing !== 'locked' && item.standing !== 'covered' && !isWhole(item);

/** Chooses these items, or takes them out. Those that can't be chosen are passed over. */
export const choose = (before: Selection, items: readonly LaneItem[], on: boolean): Selection =>
  many.choose(before, items, on, canChoose);

/** Whether all, some or none of the rows that can be chosen are. */
export const chosenOf = (rows: readonly LaneItem[], selection: Selection) =>
  many.chosenOf(rows, selection, canChoose);
