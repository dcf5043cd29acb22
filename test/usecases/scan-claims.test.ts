// Items that claim what storage does not bear out are found however many honest ones show the same.
import { expect, test } from '@jest/globals';
import { holds, is, type Clause } from '../../src/domain/clause';
import { addDays, DAY_MS } from '../../src/domain/days';
import type { ItemFacts } from '../../src/domain/item';
import type { Ports } from '../../src/ports';
import { claimants } from '../../src/usecases/scan/claims';
import { anItem, value } from '../support/builders';

const parked = value({ decision: 'parked' as const, until: '2027-01-01' });
const PAGE = 100;

const namesMoments = (clause: Clause): boolean =>
  'of' in clause
    ? clause.of.every(namesMoments)
    : clause.kind !== 'before' || Number.isFinite(clause.at);

/** A project of these items, the oldest first, and what was asked of it. */
function site(items: readonly ItemFacts[]) {
  const asked = { looks: 0, listed: 0, lists: 0 };
  const backlog = {
    async *pages(_project: string, clause: Clause) {
      asked.lists += 1;
      if (!namesMoments(clause)) throw new Error('no search can ask this');
      const found = items.filter((item) => holds(clause, item, 0));
      for (let from = 0; from < found.length; from += PAGE) {
        const page = found.slice(from, from + PAGE);
        asked.listed += page.length;
        yield page;
      }
    },
    async item(itemId: string) {
      asked.looks += 1;
      if (!/^\d+$/.test(itemId)) throw new Error('that is no item');
      const facts = items.find(({ id }) => id === itemId);
      return facts ? { facts, projectId: '1' } : null;
    },
  };
  return { ports: { backlog } as unknown as Ports, asked };
}

const honest = (many: number) =>
  Array.from({ length: many }, (_none, i) =>
    anItem({ id: String(10_000 + i), created: i * DAY_MS, decision: parked }),
  );

test.each([150, 309, 1_250])(
  'beside %i honest items a false one is found in a few nights',
  async (many) => {
    const all = honest(many);
    // Storage names them in no order.
    const known = all.map(({ id }) => id).toSorted((a, b) => (Number(a) % 7) - (Number(b) % 7));
    for (const created of [-DAY_MS, 77 * DAY_MS, (many + 5) * DAY_MS]) {
      const forged = anItem({ id: '90000', created, decision: parked });
      const items = [...all, forged].sort((a, b) => a.created - b.created);
      const nights = Math.ceil(many / 200);
      const found: string[] = [];
      for (let night = 0; night < nights; night += 1) {
        const { ports, asked } = site(items);
        const claims = { clauses: [is('decision', 'parked')], known };
        const isBorneOut = ({ id }: ItemFacts) => known.includes(id);
        found.push(
          ...(await claimants(ports, '1', claims, isBorneOut, addDays('2026-11-21', night))),
        );
        // A part of the honest ones, and the false one.
        expect(asked.listed).toBeLessThanOrEqual(200 + 1);
        expect(asked.looks).toBeLessThanOrEqual(2);
      }
      expect(new Set(found)).toEqual(new Set(['90000']));
    }
  },
);

test('an item at the border of two nights that was deleted leaves no gap', async () => {
  const all = honest(450);
  const known = all.map(({ id }) => id);
  const forged = anItem({ id: '90000', created: 190 * DAY_MS, decision: parked });
  const items = [...all.filter(({ id }) => !['10200', '10400'].includes(id)), forged].sort(
    (a, b) => a.created - b.created,
  );
  const found: string[] = [];
  for (let night = 0; night < 3; night += 1)
    found.push(
      ...(await claimants(
        site(items).ports,
        '1',
        { clauses: [is('decision', 'parked')], known },
        ({ id }) => known.includes(id),
        addDays('2026-11-21', night),
      )),
    );
  expect(found).toContain('90000');
});

const TODAY = '2026-11-21';
const PARKED = { clauses: [is('decision', 'parked')], known: [] };

test('of very many false ones a night finds some hundreds, and lists no more', async () => {
  const { ports, asked } = site(honest(1_000));
  const found = await claimants(ports, '1', PARKED, () => false, TODAY);
  expect([found.length, asked.listed]).toEqual([300, 300]);
});

test('where search counts no more than storage nothing is asked', async () => {
  const { ports, asked } = site(honest(450));
  const known = honest(450).map(({ id }) => id);
  expect(await claimants(ports, '1', { clauses: [], known }, () => false, TODAY)).toEqual([]);
  expect(asked).toEqual({ looks: 0, listed: 0, lists: 0 });
});
