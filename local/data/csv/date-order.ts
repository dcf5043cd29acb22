// Whether 03/04/2024 is in March or in April, decided over the whole file.
import { openNumbers, parseDate, type DateOrder } from './dates';

export interface OrderVotes {
  /** Looks at the dates of one row; `created` cannot be later than any of `later`. */
  look(created: string, later: readonly string[], others: readonly string[]): void;
  /** Which order it is, and why in a sentence; no sentence where no date leaves it open. */
  decide(): { order: DateOrder; why: string | null };
}

/** No dates seen yet. */
export function orderVotes(): OrderVotes {
  let example: string | null = null;
  let [dayOnly, monthOnly, halves] = [0, 0, 0];
  const backwards: Record<DateOrder, number> = { day: 0, month: 0 };

  const goesBack = (order: DateOrder, created: string, later: readonly string[]): boolean => {
    const start = parseDate(created, order);
    return (
      start !== null &&
      later.some((text) => (parseDate(text, order) ?? Number.POSITIVE_INFINITY) < start)
    );
  };

  return {
    look: (created, later, others) => {
      let open = false;
      for (const text of [created, ...later, ...others]) {
        const numbers = openNumbers(text);
        if (numbers === null) continue;
        example ??= text;
        open = true;
        if (numbers.first > 12) dayOnly += 1;
        else if (numbers.second > 12) monthOnly += 1;
        if (numbers.half) halves += 1;
      }
      if (!open) return;
      for (const order of ['day', 'month'] as const)
        if (goesBack(order, created, later)) backwards[order] += 1;
    },
    decide: () => {
      if (example === null) return { order: 'day', why: null };
      const first = (order: DateOrder) =>
        `Dates such as “${example ?? ''}” are read ${order} first`;
      if (dayOnly > 0 && monthOnly > 0) {
        const order = dayOnly >= monthOnly ? 'day' : 'month';
        return {
          order,
          why: `The file mixes two forms of dates: ${dayOnly} dates are only possible with the day first, ${monthOnly} only with the month first. ${first(order)}; the others are left out.`,
        };
      }
      if (dayOnly + monthOnly > 0) {
        const order = dayOnly > 0 ? 'day' : 'month';
        return {
          order,
          why: `${first(order)}: ${dayOnly + monthOnly} of them are possible only so.`,
        };
      }
      if (backwards.day !== backwards.month) {
        const order = backwards.day < backwards.month ? 'day' : 'month';
        const other = Math.max(backwards.day, backwards.month);
        return {
          order,
          why: `${first(order)}: the other way ${other} items would end before they began.`,
        };
      }
      const order = halves > 0 ? 'month' : 'day';
      return {
        order,
        why: `${first(order)}. This is a guess, because every date of the file is possible both ways.`,
      };
    },
  };
}
