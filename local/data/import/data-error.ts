// What keeps a file from being imported, in one sentence for the user.
import { z } from 'zod';

/** The data can't be imported at all; the text names the file or project and says why. */
export class DataError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DataError';
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  EISDIR: 'it is not a file',
};

const systemError = z.object({ code: z.string() });

/** The error of a failed read as a DataError; any other error as it is. */
export function readFailure(file: string, error: unknown): unknown {
  const known = systemError.safeParse(error);
  if (!known.success) return error;
  const { code } = known.data;
  return new DataError(`${file}: ${REASONS[code] ?? `it can't be read (${code})`}.`);
}
