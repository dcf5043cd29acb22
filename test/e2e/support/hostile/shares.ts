// Shares texts out over the values of a field, each text whole.
/** One value of a field, and the texts in it. */
export interface Share {
  all: string;
  texts: readonly string[];
}

export interface Size {
  /** Longest text that it takes. */
  most: number;
  /** It is one line: no control characters. */
  line?: true;
}

/**
 * Values in which each text stands whole that the field can hold. A value begins with the name of its
 * field, so that a page can be asked for it, and ends with a mark, so that nothing is trimmed off.
 */
export function sharesOf(field: string, texts: readonly string[], { most, line }: Size): Share[] {
  const start = `planted-${field}`;
  const shares: Share[] = [];
  let left = texts.filter(
    (text) => start.length + text.length + 3 <= most && !(line && /\p{Cc}/u.test(text)),
  );
  while (left.length > 0) {
    const taken: string[] = [];
    let all = start;
    left = left.filter((text) => {
      if (all.length + text.length + 3 > most) return true;
      all += ` ${text}`;
      taken.push(text);
      return false;
    });
    shares.push({ all: `${all} .`, texts: taken });
  }
  return shares;
}
