import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  chooseExit,
  exitBack,
  resolutionName,
  type Exit,
  type ExitField,
} from '../../src/domain/exits';

const exit = (id: string, isDone: boolean, fields: ExitField[] = []): Exit => ({
  id: `${id}-${fields.map((one) => one.id).join('-')}`,
  name: id,
  to: { id, name: id, isDone },
  hasScreen: fields.length > 0,
  fields,
});
const field = (id: string, required: boolean, allowed: string[] | null = null): ExitField => ({
  id,
  name: id.toUpperCase(),
  required,
  allowed: allowed && allowed.map((one) => ({ id: one, name: `R${one}` })),
});
const resolution = (required = false) => field('resolution', required, ['1', '7']);
const doing = exit('doing', false);
const done = exit('done', true);
const wontDo = exit('wontdo', true, [resolution()]);

test('the status of the rules is taken, with the resolution where the way offers it', () => {
  const exits = [doing, done, wontDo];
  expect(chooseExit(exits, { statusId: 'wontdo', resolutionId: '7' })).toEqual({
    exit: wontDo,
    resolutionId: '7',
  });
  expect(chooseExit(exits, { statusId: 'done', resolutionId: '7' })).toEqual({
    exit: done,
    resolutionId: null,
  });
  expect(chooseExit(exits, { statusId: 'wontdo', resolutionId: '9' })).toMatchObject({
    resolutionId: null,
  });
});

test('a status that no way leads to, or that is not done, is no end', () => {
  const rules = { statusId: 'gone', resolutionId: null };
  expect(chooseExit([done], rules)).toEqual({ kind: 'no-way', statusId: 'gone' });
  expect(chooseExit([doing], { ...rules, statusId: 'doing' })).toMatchObject({ kind: 'no-way' });
  expect(chooseExit([doing], { ...rules, statusId: null })).toEqual({ kind: 'no-exit' });
});

test('without a status the way that offers the resolution is taken, then one that says not delivered', () => {
  const none = { statusId: null, resolutionId: null };
  expect(chooseExit([done, wontDo], { ...none, resolutionId: '7' })).toMatchObject({
    exit: wontDo,
  });
  const byResolution = { statusIds: [], resolutionIds: ['7'] };
  expect(chooseExit([done, wontDo], none, byResolution)).toEqual({
    exit: wontDo,
    resolutionId: '7',
  });
  const byStatus = { statusIds: ['wontdo'], resolutionIds: [] };
  expect(chooseExit([done, wontDo], none, byStatus)).toMatchObject({ exit: wontDo });
  expect(chooseExit([doing, done, wontDo], none)).toMatchObject({ exit: done });
});

test('the resolution of the rules goes along wherever the way takes it', () => {
  const byStatus = { statusIds: ['wontdo'], resolutionIds: ['7'] };
  const rules = { statusId: null, resolutionId: '1' };
  const seven = { statusId: null, resolutionId: '7' };
  expect(chooseExit([wontDo], rules, byStatus)).toEqual({ exit: wontDo, resolutionId: '1' });
  // No way takes it: one that says "not delivered" does, and no other resolution is set on it.
  const other = { ...rules, resolutionId: '9' };
  expect(chooseExit([done, wontDo], other, byStatus)).toEqual({ exit: wontDo, resolutionId: null });
  const none = { statusId: null, resolutionId: null };
  expect(chooseExit([wontDo], none, byStatus)).toEqual({ exit: wontDo, resolutionId: '7' });
  // The first of the list that a way offers, not the first of the list.
  const listed = { statusIds: [], resolutionIds: ['9', '1'] };
  expect(chooseExit([wontDo], none, listed)).toEqual({ exit: wontDo, resolutionId: '1' });
  // Jira does not say which it takes: it is tried.
  const open = exit('done', true, [field('resolution', true)]);
  expect(chooseExit([open], other)).toEqual({ exit: open, resolutionId: '9' });
  const before = exit('done', true, [field('labels', false, ['7']), resolution()]);
  expect(chooseExit([before], { ...none, resolutionId: '7' })).toEqual({
    exit: before,
    resolutionId: '7',
  });
  expect(chooseExit([exit('done', true, [field('labels', false, ['7'])])], seven)).toMatchObject({
    resolutionId: null,
  });
});

test('fields that have to be filled in are named; a required resolution can be given', () => {
  const needs = exit('done', true, [field('components', true), field('labels', false)]);
  const rules = { statusId: 'done', resolutionId: '7' };
  expect(chooseExit([needs], rules)).toEqual({ kind: 'needs', fields: ['COMPONENTS'], to: 'done' });
  // Another way to the same status that asks for nothing is better.
  expect(chooseExit([needs, done], rules)).toMatchObject({ exit: done });
  const resolving = exit('done', true, [resolution(true)]);
  expect(chooseExit([resolving], rules)).toMatchObject({ resolutionId: '7' });
  expect(chooseExit([resolving], { ...rules, resolutionId: null })).toMatchObject({
    kind: 'needs',
    fields: ['RESOLUTION'],
  });
});

test('the resolution is called what Jira calls it', () => {
  expect(resolutionName({ exit: wontDo, resolutionId: '7' })).toBe('R7');
  expect(resolutionName({ exit: wontDo, resolutionId: null })).toBeNull();
  expect(resolutionName({ exit: done, resolutionId: '7' })).toBeNull();
  const unsaid = exit('done', true, [field('labels', false, ['7']), field('resolution', false)]);
  expect(resolutionName({ exit: unsaid, resolutionId: '7' })).toBeNull();
});

test('the way back leads to the very status', () => {
  expect(exitBack([doing, done], 'doing')).toEqual({ exit: doing, resolutionId: null });
  expect(exitBack([done], 'doing')).toEqual({ kind: 'no-way', statusId: 'doing' });
});

test('whatever is chosen is done, and asks for nothing that is not given', () => {
  const fields = fc.subarray([resolution(), resolution(true), field('components', true)], {
    maxLength: 2,
  });
  const exits = fc.array(
    fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean(), fields)
      .map(([id, isDone, with_]) => exit(id, isDone, with_)),
  );
  const maybe = <T>(...values: T[]) => fc.constantFrom(null, ...values);
  fc.assert(
    fc.property(exits, maybe('a', 'b'), maybe('1', '9'), (all, statusId, resolutionId) => {
      const choice = chooseExit(all, { statusId, resolutionId });
      if (!('exit' in choice)) return;
      expect(choice.exit.to.isDone).toBe(true);
      if (statusId !== null) expect(choice.exit.to.id).toBe(statusId);
      const open = choice.exit.fields.filter(({ required }) => required).map(({ id }) => id);
      expect(open.filter((id) => id !== 'resolution' || choice.resolutionId === null)).toEqual([]);
    }),
  );
});
