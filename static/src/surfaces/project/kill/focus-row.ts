// Where the focus goes in a row of the list.

/** The first choice of a row; its link where the reader has none. */
export const focusRow = (row: HTMLElement | null | undefined): void =>
  (
    row?.querySelector<HTMLElement>('[data-choices] button') ?? row?.querySelector<HTMLElement>('a')
  )?.focus();
