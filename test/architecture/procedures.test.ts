import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { procedures, type Access, type Procedure } from '../../src/contract/procedures';

const named: [string, Procedure][] = Object.entries(procedures);

/** The part of the input whose access is checked. */
const SUBJECTS: Record<Access['on'], string> = {
  item: 'itemId',
  items: 'itemIds',
  project: 'projectId',
  goal: 'goalId',
  agreement: 'agreementId',
};

test.each(named)('%s names the thing whose access is checked in its input', (_name, procedure) => {
  const { access, input } = procedure;
  if (!(input instanceof z.ZodObject)) throw new Error('the input is not an object');
  const subject = SUBJECTS[access.on];
  expect(Object.keys(input.shape)).toContain(subject);
  // Naming nothing, or nothing that can be checked, is refused before anybody is asked.
  for (const nothing of [undefined, null, '', [], [''], {}]) {
    const { error } = input.safeParse({ [subject]: nothing });
    expect(error?.issues.map(({ path }) => path[0])).toContain(subject);
  }
});

test.each(named)('%s is offered on a surface', (_name, { surfaces }) => {
  expect(surfaces.length).toBeGreaterThan(0);
  expect(new Set(surfaces).size).toBe(surfaces.length);
});

/** Offered where its number stands: "not written to Jira: n" and the last look are on the page. */
const BESIDE_ITS_NUMBER = ['results.repair', 'scan.now'];

test('what only admins may do is offered in the settings alone', () => {
  const leaks = named.filter(
    ([, { access, surfaces }]) =>
      ['administer', 'administerJira'].includes(access.right) &&
      surfaces.some((surface) => surface !== 'settings'),
  );
  expect(leaks.map(([name]) => name)).toEqual(BESIDE_ITS_NUMBER);
});
