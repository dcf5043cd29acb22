import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { procedures } from '../../src/contract/procedures';

test.each(Object.entries(procedures))(
  '%s names the thing whose access is checked in its input',
  (_name, { access, input }) => {
    expect(input).toBeInstanceOf(z.ZodObject);
    expect(Object.keys(input.shape)).toContain(access.on === 'item' ? 'itemId' : 'projectId');
  },
);

test.each(Object.entries(procedures))('%s is offered on a surface', (_name, { surfaces }) => {
  expect(surfaces.length).toBeGreaterThan(0);
});

test('what only project admins may do is offered in the settings alone', () => {
  const leaks = Object.entries(procedures).filter(
    ([, { access, surfaces }]) =>
      access.right === 'administer' && surfaces.some((surface) => surface !== 'settings'),
  );
  expect(leaks.map(([name]) => name)).toEqual([]);
});
