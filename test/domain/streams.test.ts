// The table of streams: the same from listed items and as search conditions.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isUndelivered, lookAt, wasFinished } from '../../src/domain/band';
import { clausesOf } from '../../src/domain/bet-sum';
import { holds } from '../../src/domain/clause';
import { filterCounted, fitsFilter, streamClause } from '../../src/domain/filter';
import {
  rowsOf,
  streamBacklogNumbers,
  streamBacklogOf,
  streamOutputNumbers,
  streamOutputOf,
  streamRows,
} from '../../src/domain/streams';
import { anyFilter, anyFrame, anyItem, aWindow, NOW, STREAMS } from '../support/arbitraries';
import { runsOf } from '../support/runs';

test('every row counts the same from listed items and by its conditions, under every filter', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, aWindow, anyFilter, (item, frame, window, filter) => {
      const within = filterCounted(frame, filter, STREAMS);
      const fits = fitsFilter(item, frame, { filter, streams: STREAMS, now: NOW });
      const rows = rowsOf(item, STREAMS, NOW);
      const delivered = wasFinished(item, window) && !isUndelivered(item, frame);
      for (const row of streamRows(STREAMS)) {
        const clause = streamClause(row, STREAMS);
        const counted = clausesOf(frame, {
          ...streamOutputNumbers(frame, window, clause, within),
          ...streamBacklogNumbers(frame, clause, within),
        });
        const none = { shipped: false, aimed: false, moved: false };
        const here = fits && rows.includes(row);
        const listed = {
          ...(delivered ? streamOutputOf(lookAt(item, frame)) : none),
          ...streamBacklogOf(item, frame, NOW),
        };
        const names = Object.keys(listed) as (keyof typeof listed)[];
        expect([row, names.map((name) => [name, holds(counted[name], item, NOW)])]).toEqual([
          row,
          names.map((name) => [name, here && listed[name]]),
        ]);
      }
    }),
    runsOf(200),
  );
});

test('an item is in every stream that it fits, or in the row of those in none', () => {
  fc.assert(
    fc.property(anyItem, (item) => {
      const rows = rowsOf(item, STREAMS, NOW);
      expect(rows.length).toBeGreaterThan(0);
      if (rows.includes('none')) expect(rows).toEqual(['none']);
    }),
  );
});
