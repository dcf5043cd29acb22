import { expect, test } from '@jest/globals';
import { isShown, UnknownConditionError } from '../../../local/forge/display-conditions';

const equalTo = (value: string | boolean, objectName?: string) => ({
  entityPropertyEqualTo: {
    entity: 'issue',
    propertyKey: 'answer',
    value,
    ...(objectName === undefined ? {} : { objectName }),
  },
});
const shown = (conditions: Record<string, unknown> | undefined, content: unknown) =>
  isShown(conditions, async () => content);

test('without conditions a module shows', async () => {
  expect(await shown(undefined, undefined)).toBe(true);
});

test('a property is compared by its value at a path, as text', async () => {
  expect(await shown(equalTo('half', 'state'), { state: 'half' })).toBe(true);
  expect(await shown(equalTo('half', 'state'), { state: 'answered' })).toBe(false);
  expect(await shown(equalTo('half', 'a.b'), { a: { b: 'half' } })).toBe(true);
  expect(await shown(equalTo(true, 'on'), { on: true })).toBe(true);
  expect(await shown(equalTo('half', 'state'), undefined)).toBe(false);
  expect(await shown(equalTo('half', 'state'), 'junk')).toBe(false);
});

test('conditions are joined by and, or and not', async () => {
  const content = { state: 'half' };
  const [half, done] = [equalTo('half', 'state'), equalTo('done', 'state')];
  expect(await shown({ not: half }, content)).toBe(false);
  expect(await shown({ and: [{ not: done }, half] }, content)).toBe(true);
  expect(await shown({ and: [half, done] }, content)).toBe(false);
  expect(await shown({ or: [done, half] }, content)).toBe(true);
  expect(await shown({ or: [done, done] }, content)).toBe(false);
});

test('existence is a condition of its own', async () => {
  const exists = { entityPropertyExists: { entity: 'issue', propertyKey: 'answer' } };
  expect(await shown(exists, null)).toBe(true);
  expect(await shown(exists, undefined)).toBe(false);
});

test('a condition that the host does not know is an error, not a guess', async () => {
  await expect(shown({ isSunday: true }, {})).rejects.toThrow(UnknownConditionError);
});
