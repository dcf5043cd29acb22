// The log of the running function. Site admins can read it: ids and counts only.
import { AppError } from '../../domain/errors';
import type { Log } from '../../ports';

const cause = (error: unknown) => {
  if (error instanceof AppError)
    return {
      code: error.code,
      ...(error.cause instanceof Error && { cause: error.cause.message }),
    };
  return error instanceof Error ? { name: error.name, message: error.message } : {};
};

/** One line of JSON per entry. Facts are ids and counts; texts of items never come here. */
export const consoleLog: Log = {
  info: (message, facts = {}) => console.log(JSON.stringify({ message, ...facts })),
  error: (message, error, facts = {}) =>
    console.error(JSON.stringify({ message, ...facts, ...cause(error) })),
};
