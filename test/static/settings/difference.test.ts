import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  differences,
  merged,
  usualChoice,
  type Choices,
} from '../../../static/src/surfaces/settings/difference';

interface Form {
  a: string;
  b: number;
  c: string[];
}
const FIELDS = ['a', 'b', 'c'] as const;
const form: fc.Arbitrary<Form> = fc.record({
  a: fc.constantFrom('', 'x', 'y'),
  b: fc.integer({ min: 0, max: 2 }),
  c: fc.array(fc.constantFrom('p', 'q'), { maxLength: 2 }),
});
const json = JSON.stringify;

test('exactly the fields that differ are shown, each with who changed it', () => {
  fc.assert(
    fc.property(form, form, form, (was, theirs, yours) => {
      const shown = differences(FIELDS, was, theirs, yours);
      expect(shown.map(({ field }) => field)).toEqual(
        FIELDS.filter((field) => json(theirs[field]) !== json(yours[field])),
      );
      for (const { field, by } of shown) {
        expect(json(was[field]) === json(theirs[field])).toBe(by === 'yours');
        expect(json(was[field]) === json(yours[field])).toBe(by === 'theirs');
      }
    }),
  );
});

test('each field comes out as it was chosen, and the others as they were', () => {
  fc.assert(
    fc.property(
      form,
      form,
      form,
      fc.array(fc.constantFrom('theirs' as const, 'yours' as const), {
        minLength: 3,
        maxLength: 3,
      }),
      (was, theirs, yours, sides) => {
        const choices: Choices<Form> = {};
        const shown = differences(FIELDS, was, theirs, yours);
        shown.forEach(({ field }, index) => (choices[field] = sides[index] ?? 'yours'));
        const result = merged(theirs, yours, choices);
        for (const field of FIELDS)
          expect(result[field]).toEqual((choices[field] === 'theirs' ? theirs : yours)[field]);
      },
    ),
  );
});

test('by the usual choice nobody loses a field that only they changed', () => {
  fc.assert(
    fc.property(form, form, form, (was, theirs, yours) => {
      const choices: Choices<Form> = {};
      const shown = differences(FIELDS, was, theirs, yours);
      for (const difference of shown) choices[difference.field] = usualChoice(difference);
      const result = merged(theirs, yours, choices);
      for (const field of FIELDS) {
        if (json(was[field]) === json(theirs[field])) expect(result[field]).toEqual(yours[field]);
        if (json(was[field]) === json(yours[field])) expect(result[field]).toEqual(theirs[field]);
      }
    }),
  );
});
