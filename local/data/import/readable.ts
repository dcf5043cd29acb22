// A look at a file before anything is touched for its sake.
import { accessSync, constants, statSync } from 'node:fs';
import { DataError, readFailure } from './data-error';

/** Makes sure that `file` is a file that can be opened. @throws DataError */
export function demandReadable(file: string): void {
  try {
    accessSync(file, constants.R_OK);
    if (statSync(file).isFile()) return;
  } catch (error) {
    throw readFailure(file, error);
  }
  throw new DataError(`${file}: it is not a file.`);
}
