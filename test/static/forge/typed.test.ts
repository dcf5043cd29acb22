/** @jest-environment jsdom */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { setTyping, typedIn } from '../../../static/src/forge/typed';

const words = z.object({ note: z.string() });
const place = () => typedIn(words, 'result:1');

beforeEach(() => {
  localStorage.clear();
  setTyping('me');
});
afterEach(() => setTyping(undefined));

test('what is typed is there again, for this person and this place only', () => {
  place().write({ note: 'a' });
  expect(place().read()).toEqual({ note: 'a' });
  expect(typedIn(words, 'result:2').read()).toBeNull();
  setTyping('you');
  expect(place().read()).toBeNull();
});

test('what was dropped is gone, and junk counts as nothing', () => {
  place().write({ note: 'a' });
  place().drop();
  expect(localStorage.length).toBe(0);
  place().write({ note: 'a' });
  for (const junk of ['', '{', '7', '{"note":1}']) {
    localStorage.setItem(localStorage.key(0) ?? '', junk);
    expect(place().read()).toBeNull();
  }
});

test('nobody’s words are kept where the reader is unknown', () => {
  setTyping(undefined);
  place().write({ note: 'a' });
  expect(place().read()).toBeNull();
  expect(localStorage.length).toBe(0);
});

test('a browser that denies its storage is no error', () => {
  const denied = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get: () => {
      throw new Error('denied');
    },
  });
  place().write({ note: 'a' });
  expect(place().read()).toBeNull();
  place().drop();
  if (denied) Object.defineProperty(globalThis, 'localStorage', denied);
});
