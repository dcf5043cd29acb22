// The local host's storage behind Atlassian's own client, in the process of the test.
import { createKvs } from '../../../local/forge/kvs';
import { standingClock } from '../../../local/clock';
import { openDb } from '../../../local/db';
import { readManifest } from '../../../local/manifest';

/** What happens between a client's request and storage: somebody else may be faster. */
type Before = (path: string) => void | Promise<void>;

/** Sends what `@forge/kvs` asks for to a new storage with the entities of the manifest. */
export function storageHere() {
  const { entities } = readManifest('manifest.yml');
  const db = openDb(':memory:');
  const kvs = createKvs({ db, clock: standingClock(0), entities });
  let before: Before | null = null;
  const asked: string[] = [];
  let lost: ((path: string) => boolean) | null = null;
  let busy = 0;
  Object.assign(globalThis, {
    async __forge_fetch__(_target: object, path: string, init: { body: string }) {
      asked.push(path);
      if (busy > 0) {
        busy -= 1;
        return Response.json({ code: 'RATE_LIMIT_EXCEEDED', message: 'busy' }, { status: 429 });
      }
      const interrupt = before;
      // Whoever comes in between asks as well; that must not come in between again.
      before = null;
      await interrupt?.(path);
      before ??= interrupt;
      const { status, json } = kvs.handle(path, JSON.parse(init.body));
      if (lost?.(path)) throw new TypeError('fetch failed');
      return new Response(json === undefined ? null : JSON.stringify(json), { status });
    },
  });
  return {
    asked,
    setEntity: kvs.setEntity,
    interrupt(next: Before | null) {
      before = next;
    },
    /** The answers of these calls are lost after storage has done what was asked. */
    lose(calls: ((path: string) => boolean) | null) {
      lost = calls;
    },
    /** So many of the next calls are one too many, and are not made. */
    refuse(calls: number) {
      busy = calls;
    },
    close() {
      db.close();
    },
  };
}
