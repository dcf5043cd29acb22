// Giving the site other data: a file is received and looked through, its report is shown, and only
// then, when somebody says so, it takes the place of what is loaded. One file at a time.
import path from 'node:path';
import { DataError, readFailure, reportOf, type DataReport, type Survey } from '../data/import';
import { usableSurvey } from '../fill';
import type { Host } from '../host-parts';
import { WebError } from './http';

export type DeskState =
  | { kind: 'empty' }
  | { kind: 'receiving'; name: string }
  | { kind: 'reading'; name: string; rows: number }
  | { kind: 'ready'; id: number; name: string; report: DataReport }
  | { kind: 'loading'; name: string; done: number; report: DataReport }
  | { kind: 'loaded'; name: string; report: DataReport }
  /** The file cannot be used, or loading it failed; the site is as it was. */
  | { kind: 'refused'; name: string; reason: string };

/** Whether a file is on its way; no other is taken meanwhile. */
export const isBusy = ({ kind }: DeskState): boolean =>
  ['receiving', 'reading', 'loading'].includes(kind);

export interface DataDesk {
  state(): DeskState;
  /** Whether the site is being filled, so that nobody should read it. */
  loading(): boolean;
  /** Takes a file and begins to look through it. @throws WebError while another one is on its way */
  receive(name: string, content: AsyncIterable<Buffer>): Promise<void>;
  /** Begins to load the file with that number. @throws WebError when it is not there any more */
  load(id: number): void;
  /** Forgets what is on the desk. */
  drop(): void;
}

/** A desk with nothing on it. */
export function createDataDesk(host: Host): DataDesk {
  let state: DeskState = { kind: 'empty' };
  let held: { id: number; file: string; found: Survey } | null = null;
  let last = 0;

  function fail(name: string, file: string, cause: unknown): void {
    const error = readFailure(file, cause);
    if (!(error instanceof DataError)) console.error(error);
    const text = error instanceof Error ? error.message : String(error);
    // The path is the host's own; people know the file by its name.
    const reason = text.replaceAll(file, name);
    state = { kind: 'refused', name, reason };
    held = null;
    tidy();
  }

  function tidy(): void {
    const source = host.source();
    host.uploads.keepOnly(source?.kind === 'file' ? source.file : null);
  }

  async function read(name: string, file: string): Promise<void> {
    state = { kind: 'reading', name, rows: 0 };
    try {
      const found = await usableSurvey(file, (rows) => {
        state = { kind: 'reading', name, rows };
      });
      last += 1;
      held = { id: last, file, found };
      state = { kind: 'ready', id: last, name, report: reportOf(found) };
    } catch (error) {
      fail(name, file, error);
    }
  }

  async function fill(file: string, found: Survey): Promise<void> {
    const name = path.basename(file);
    const report = reportOf(found);
    state = { kind: 'loading', name, done: 0, report };
    try {
      await host.replace(file, found, (done) => {
        state = { kind: 'loading', name, done, report };
      });
      held = null;
      state = { kind: 'loaded', name, report };
      tidy();
    } catch (error) {
      fail(name, file, error);
    }
  }

  return {
    state: () => state,
    loading: () => state.kind === 'loading',
    async receive(name, content) {
      if (isBusy(state))
        throw new WebError(409, 'Another file is being read. Wait until it is done.');
      state = { kind: 'receiving', name };
      held = null;
      let file: string;
      try {
        tidy();
        file = await host.uploads.take(name, content);
      } catch (error) {
        state = { kind: 'empty' };
        throw error;
      }
      // Reading goes on after the answer.
      void read(path.basename(file), file);
    },
    load(id) {
      if (state.kind !== 'ready' || held?.id !== id)
        throw new WebError(409, 'This file is not here any more. Choose it again.');
      void fill(held.file, held.found);
    },
    drop() {
      if (isBusy(state)) return;
      state = { kind: 'empty' };
      held = null;
      tidy();
    },
  };
}
