import { expect, test } from '@jest/globals';
import { clauseProblem } from '../../src/domain/stream-clause';
import { componentAlone, nearDuplicate, viewerFunction } from '../../src/domain/stream-hints';

test('a condition is refused for what would make it more than a condition', () => {
  expect(clauseProblem('labels = checkout')).toBeNull();
  expect(clauseProblem('summary ~ "order by phone" AND (a = 1 OR b = ")")')).toBeNull();
  expect(clauseProblem("text ~ 'it\\'s (fine'")).toBeNull();
  expect(clauseProblem('  ')).toBe('empty');
  expect(clauseProblem('labels = a Order\n By created')).toBe('order');
  expect(clauseProblem('labels = "a')).toBe('quote');
  expect(clauseProblem('a = 1) OR (b = 2')).toBe('parentheses');
  expect(clauseProblem('(a = 1')).toBe('parentheses');
  expect(clauseProblem('a = b\\" OR c = "1')).toBe('character');
  expect(clauseProblem('a = "b\u0000"')).toBe('character');
  expect(clauseProblem('a = 1\u0007')).toBe('character');
});

test('line breaks and tabs are blanks outside of quotes, and none inside', () => {
  expect(clauseProblem('a = 1\n\tAND b = 2\r')).toBeNull();
  expect(clauseProblem('a = "b\nc"')).toBe('character');
});

test('an order is refused wherever it stands as words of its own', () => {
  expect(clauseProblem('order by created')).toBe('order');
  expect(clauseProblem('a = 1 order by')).toBe('order');
  expect(clauseProblem('(a = 1)order by(created)')).toBe('order');
  for (const word of ['border by', 'order bytes', 'x.order by', 'order by-pass', '"order" by'])
    expect([word, clauseProblem(`labels = ${word}`)]).toEqual([word, null]);
});

test('a stream that is one component is noticed', () => {
  expect(componentAlone('component = Checkout')).toBe('Checkout');
  expect(componentAlone('(component in ("Web shop"))')).toBe('Web shop');
  expect(componentAlone('component in (a, b)')).toBeNull();
  expect(componentAlone('component = a OR labels = b')).toBeNull();
  expect(componentAlone("  component in( 'Web' ) ")).toBe('Web');
  expect(componentAlone('( component  =  Checkout )')).toBe('Checkout');
  expect(componentAlone('labels = b OR component = a')).toBeNull();
  expect(componentAlone('xcomponent = a')).toBeNull();
  expect(componentAlone('component in (a) x')).toBeNull();
  expect(componentAlone("component = 'it\\'s'")).toBeNull();
});

test('a condition that Jira answers by who asks is noticed', () => {
  expect(viewerFunction('assignee = currentUser()')).toBe('currentUser');
  expect(viewerFunction('a = 1 AND issue in watchedIssues ( )')).toBe('watchedIssues');
  expect(viewerFunction('summary ~ "currentUser()"')).toBeNull();
  expect(viewerFunction('assignee = petra')).toBeNull();
  expect(viewerFunction('assignee = "open')).toBeNull();
});

test('names that are nearly the same are noticed', () => {
  expect(nearDuplicate('Check-out', ['Search', 'checkouts'])).toBe('checkouts');
  expect(nearDuplicate('Search', ['Checkout'])).toBeNull();
  // Equal ones are refused elsewhere, and signs alone are no name.
  expect(nearDuplicate('Search', [' SEARCH ', 'searches'])).toBeNull();
  expect(nearDuplicate('--', ['++', '!'])).toBeNull();
  expect(nearDuplicate('Assets', ['Aset', 'asset'])).toBe('asset');
});
