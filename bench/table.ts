// Figures as Markdown, which reads well on a terminal, too.

/** A table; its first column is text, the others are figures. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string[] {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, n) => (n === 0 ? '---' : '---:'))), ...rows.map(line), ''];
}

/** `12,345`, rounded. */
export const whole = (n: number): string => Math.round(n).toLocaleString('en-US');
/** `12.3 KiB` */
export const kib = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`;
/** `12.3 MiB` */
export const mib = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
/** `3 times`, or with a digit where the whole number would say little. */
export const times = (ratio: number): string => `${ratio.toFixed(ratio < 10 ? 1 : 0)} times`;
