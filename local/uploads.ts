// Files that were given to the local host in the browser. The site is filled from them again after a
// reset, so the one that it holds is kept beside the database.
import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The largest file that is taken, in bytes; larger ones are given by `--data`. */
export const UPLOAD_BYTES = 300_000_000;

/** The file is larger than `UPLOAD_BYTES`. */
export class TooLargeError extends Error {
  constructor() {
    super(
      `The file is larger than ${UPLOAD_BYTES / 1_000_000} MB. Start the local host with --data and its path instead.`,
    );
    this.name = 'TooLargeError';
  }
}

export interface Uploads {
  /** Writes the content to a file of that name and gives its path. @throws TooLargeError */
  take(name: string, content: AsyncIterable<Buffer>): Promise<string>;
  /** Deletes all files but this one. */
  keepOnly(file: string | null): void;
  /** Deletes what has no database beside it. */
  close(): void;
}

/** Uploads beside a database file; without one, in a folder that goes when the host ends. */
export function createUploads(db: string | undefined): Uploads {
  const lasting = db !== undefined && db !== ':memory:';
  const folder = lasting
    ? `${path.resolve(db)}.uploads`
    : path.join(tmpdir(), `ladder-${randomUUID()}`);
  const remove = (place: string) => rmSync(place, { recursive: true, force: true });

  return {
    async take(name, content) {
      const own = path.join(folder, randomUUID());
      mkdirSync(own, { recursive: true });
      const file = path.join(own, safeName(name));
      try {
        await pipeline(Readable.from(content), limited(UPLOAD_BYTES), createWriteStream(file));
        return file;
      } catch (error) {
        remove(own);
        throw error;
      }
    },
    keepOnly(file) {
      for (const each of namesIn(folder)) {
        const place = path.join(folder, each);
        if (file === null || path.dirname(file) !== place) remove(place);
      }
      if (namesIn(folder).length === 0) remove(folder);
    },
    close() {
      if (!lasting) remove(folder);
    },
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Nothing was ever given.
    return [];
  }
}

const safeName = (name: string): string => {
  const safe = path.basename(name).replace(/[^\p{L}\p{N}._ ()-]/gu, '_');
  // A name of dots only is a folder.
  return /^\.*$/.test(safe) ? 'data' : safe.slice(-80);
};

function limited(most: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      done(size > most ? new TooLargeError() : null, chunk);
    },
  });
}
