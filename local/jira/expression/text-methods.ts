// Methods of String that Atlassian lists; any other name is an error. Regular expressions are left out.
import { type Method, numberAt, textAt } from './method';

const MAX_PAD = 100;
const pad = (n: number) => Math.min(n, MAX_PAD);

export const TEXT_METHODS: Readonly<Record<string, Method<string>>> = {
  trim: (text) => text.trim(),
  toLowerCase: (text) => text.toLowerCase(),
  toUpperCase: (text) => text.toUpperCase(),
  includes: (text, args) => text.includes(textAt(args, 0)),
  indexOf: (text, args) => text.indexOf(textAt(args, 0)),
  slice: (text, args) => text.slice(numberAt(args, 0, 0), numberAt(args, 1, text.length)),
  split: (text, args) => (args.length === 0 ? text.split(/\s+/) : text.split(textAt(args, 0))),
  replace: (text, args) => text.split(textAt(args, 0)).join(textAt(args, 1)),
  repeat: (text, args) => text.repeat(pad(numberAt(args, 0, 0))),
  padStart: (text, args) => text.padStart(pad(numberAt(args, 0, 0)), textAt(args, 1, ' ')),
  padEnd: (text, args) => text.padEnd(pad(numberAt(args, 0, 0)), textAt(args, 1, ' ')),
};
