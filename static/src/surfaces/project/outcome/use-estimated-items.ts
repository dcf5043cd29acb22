// The items of the window with their estimates. Numbers that count one each are listed without them,
// so they are read when somebody wants them.
import type { EffortUnit } from '../gather/effort';
import type { ListedItem } from '../gather/listed-item';
import { useReport, type Where } from '../use-numbers';
import type { OutcomeModel } from './use-outcome';

export interface EstimatedItems {
  /** Null while they are read, and where items are counted and not listed. */
  items: readonly ListedItem[] | null;
  /** One for all items; null where none has an estimate. */
  unit: EffortUnit | null;
  failed: boolean;
}

export function useEstimatedItems(
  where: Where,
  { asked, report }: Pick<OutcomeModel, 'asked' | 'report'>,
  wanted: boolean,
): EstimatedItems {
  const hasThem = asked.weight === 'estimate';
  const isListed = report.mode === 'listed';
  const again = useReport(where, { ...asked, weight: 'estimate' }, wanted && isListed && !hasThem);
  const { items, numbers, effort } = hasThem ? report : again.report;
  return { items, unit: effort?.unit ?? null, failed: numbers.output?.kind === 'failed' };
}
