// What the app refuses, in the reader's language. Its answers carry English sentences, so that the log
// and the page have the same; they are found again among the English texts, with what was filled in.
// Only readers of another language load this, and only once something was refused.
import type { Failure } from '../../../src/contract/envelope';
import type { FieldErrors } from '../../../src/domain/errors';
import { literally } from '../../../src/domain/pattern';
import { fill } from '../format';
import { textLanguage, type Translation } from '../words';
import { translationOf } from './translation';

/** Turns one sentence; one that is not known stays as it is. */
type Turn = (sentence: string) => string;

function leavesOf(part: string | Translation, path = ''): [string, string][] {
  if (typeof part === 'string') return [[path, part]];
  return Object.entries(part).flatMap(([key, inner]) => leavesOf(inner, `${path}.${key}`));
}

const HOLE = /\{(\w+)\}/;

/** What was filled into a sentence, by name; null where it is another sentence. */
function filledIn(template: string, sentence: string): Record<string, string> | null {
  // Every second part is the name of a hole.
  const parts = template.split(HOLE);
  const pattern = parts.map((part, at) => (at % 2 === 1 ? '([^]*)' : literally(part))).join('');
  const found = new RegExp(`^${pattern}$`).exec(sentence);
  if (!found) return null;
  const names = parts.filter((_, at) => at % 2 === 1);
  return Object.fromEntries(names.map((name, at) => [name, found[at + 1] ?? '']));
}

/** Turns sentences of one language into another, by the keys that both have. */
export function turning(from: Translation, to: Translation): Turn {
  const target = new Map(leavesOf(to));
  const pairs = leavesOf(from).flatMap(([path, text]) => {
    const said = target.get(path);
    return said === undefined ? [] : [[text, said] as const];
  });
  const whole = new Map(pairs);
  const templates = pairs
    .filter(([text]) => HOLE.test(text))
    // The one that says most by itself fits best.
    .sort(([a], [b]) => b.split(HOLE).join('').length - a.split(HOLE).join('').length);
  return (sentence) => {
    const same = whole.get(sentence);
    if (same !== undefined) return same;
    for (const [text, said] of templates) {
      const values = filledIn(text, sentence);
      if (values) return fill(said, values);
    }
    return sentence;
  };
}

const backend = (all: Translation | null): Translation =>
  typeof all?.['backend'] === 'object' ? all['backend'] : {};

/** A refusal's sentences in the reader's language; English ones where no translation comes. */
export async function inReadersWords(refusal: Failure): Promise<Failure> {
  const [english, own] = await Promise.all([translationOf('en-US'), translationOf(textLanguage())]);
  const turn = turning(backend(english), backend(own));
  const { fields, message } = refusal;
  const turned: FieldErrors = {};
  for (const [field, text] of Object.entries(fields ?? {})) turned[field] = turn(text);
  return {
    ...refusal,
    message: turn(message),
    ...(fields && { fields: turned }),
  };
}
