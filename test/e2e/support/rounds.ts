// Shares texts out over fields, each text whole.
/** What each field holds, and the texts in it. */
export type Filled<F extends string> = Record<F, { all: string; texts: string[] }>;

interface Size {
  /** Longest text that it takes. */
  most: number;
  /** It is one line: no control characters. */
  line?: true;
}

/**
 * Rounds in which every text stands whole in one field at least. A field begins with its own name, so
 * that a page can be asked for it, and ends with a mark, so that nothing is trimmed off.
 * @throws where a text fits into no field
 */
export function roundsOf<F extends string>(
  texts: readonly string[],
  sizes: Record<F, Size>,
): Filled<F>[] {
  const rounds: Filled<F>[] = [];
  let left = [...texts];
  while (left.length > 0) {
    const before = left.length;
    const filled: [string, Filled<string>[string]][] = [];
    for (const [field, { most, line }] of Object.entries<Size>(sizes)) {
      const taken: string[] = [];
      let all = `planted-${field}`;
      left = left.filter((text) => {
        if (all.length + text.length + 3 > most || (line && /\p{Cc}/u.test(text))) return true;
        all += ` ${text}`;
        taken.push(text);
        return false;
      });
      filled.push([field, { all: `${all} .`, texts: taken }]);
    }
    if (left.length === before) throw new Error(`no field takes ${JSON.stringify(left[0])}`);
    rounds.push(Object.fromEntries(filled) as Filled<F>);
  }
  return rounds;
}
