import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from '@jest/globals';
import { day } from '../../src/contract/fields';
import { createFormat } from '../../static/src/format';
import { call, CallError } from '../../static/src/forge';
import { readIn } from '../../static/src/language';
import '../../static/src/messages/backend';
import { common } from '../../static/src/messages/common';
import { textLanguage } from '../../static/src/words';
import { answerProcedures, Refusal } from './support/app';

const INFO = { config: { locales: ['de-DE', 'en-US'], fallback: { default: 'en-US' } } };

const { fetch: before } = globalThis;
afterEach(() => {
  globalThis.fetch = before;
});

/** What the folder of translations answers, and what was asked of it. */
function folder(answer: (name: string) => Promise<unknown>): string[] {
  const asked: string[] = [];
  globalThis.fetch = async (address) => {
    const name = typeof address === 'string' ? address.replace('./__LOCALES__/', '') : '';
    asked.push(name);
    const found = await answer(name);
    return { ok: found !== undefined, json: async () => found } as Response;
  };
  return asked;
}

const packed = async (name: string): Promise<unknown> =>
  name === 'i18n-info.json' ? INFO : JSON.parse(readFileSync(`locales/${name}`, 'utf8'));

test('English asks for nothing', async () => {
  const asked = folder(packed);
  await readIn('en-GB');
  await readIn('no such thing');
  expect(asked).toEqual([]);
});

test('a translation that fails leaves English', async () => {
  folder(async () => undefined);
  await readIn('de-DE');
  expect(common.loading).toBe('Loading');
});

test('a translation that does not come in time leaves English', async () => {
  folder(() => new Promise(() => undefined));
  await readIn('de-DE', 1);
  expect(textLanguage()).toBe('en');
});

test('a language that the app does not have leaves English, and no texts are fetched', async () => {
  const asked = folder(packed);
  await readIn('fr-FR');
  expect(common.loading).toBe('Loading');
  expect(asked).toEqual(['i18n-info.json']);
});

test('a reader of German gets German texts, plural forms and refusals of the app', async () => {
  folder(packed);
  await readIn('de_DE');
  expect(common.loading).toBe('Wird geladen');
  expect(document.documentElement.lang).toBe('de-DE');
  const format = createFormat('de-DE', 'UTC');
  expect(format.age(1)).toBe('1 Tag');
  expect(format.age(12)).toBe('12 Tage');
  expect(format.ago(0, 120_000)).toBe('vor 2 Minuten');
  // A schema that was made before.
  expect(day.safeParse('soon').error?.issues[0]?.message).toMatch(/^Geben Sie einen Tag als/);
  answerProcedures({
    'item.open': () => {
      throw new Refusal({
        code: 'invalid_input',
        message: 'The answer was not saved. Look at the marked part.',
        fields: { by: 'This is longer than 1000 characters.', other: 'Said by Jira' },
      });
    },
  });
  const error: unknown = await call('item.open', { itemId: '1' }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(CallError);
  expect(error).toMatchObject({
    message: 'Die Antwort wurde nicht gespeichert. Sehen Sie den markierten Teil an.',
    fields: { by: 'Das ist länger als 1000 Zeichen.', other: 'Said by Jira' },
  });
});
