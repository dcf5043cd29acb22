import { expect, test } from '@jest/globals';
import { isHttpsAddress } from '../../src/domain/link';

test('a whole https address may be opened, in any case and with blanks around it', () => {
  for (const text of ['https://example.org/a?b#c', 'HTTPS://EXAMPLE.ORG', ' https://example.org '])
    expect([text, isHttpsAddress(text)]).toEqual([text, true]);
});

test('plain http, what a browser would run, and parts of addresses may not', () => {
  const others = [
    'http://example.org',
    'javascript:alert(1)',
    'data:text/html,x',
    '/path',
    'a',
    '',
  ];
  for (const text of [...others, 'java\nscript:alert(1)', '//example.org', 'https://'])
    expect([text, isHttpsAddress(text)]).toEqual([text, false]);
});
