import { ExpressionError } from './error';
import { textAt } from './method';
import { type Bean, fromJson, toJson } from './values';

/** The name `JSON` in expressions. */
export const JSON_BEAN: Bean = {
  kind: 'bean',
  type: 'JSON',
  read: () => undefined,
  call: (name, args) => {
    if (name === 'stringify') return JSON.stringify(toJson(args[0] ?? null));
    if (name !== 'parse') return undefined;
    try {
      return fromJson(JSON.parse(textAt(args, 0)) as unknown);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new ExpressionError('The argument of JSON.parse is no JSON.');
    }
  },
  toJson: () => ({}),
};
