// What a message says: counts and links, and nothing of any item.
import { expect, test } from '@jest/globals';
import { letterOf } from '../../src/domain/letter';
import { filled, MESSAGES } from '../../src/domain/messages';

const PAGE = { key: 'SHOP', address: 'https://shop.example/ladder' };
const SAY = MESSAGES.notice;
const NONE = { due: 0, agenda: 0, unread: 0, ending: 0 };
const stop = { words: SAY.stop, href: `${PAGE.address}?tab=outcome` };

test('a summary of the week names what there is, each with the tab that lists it', () => {
  const counts = { due: 2, agenda: 1, unread: 3, ending: 4 };
  const { subject, lines } = letterOf({ week: '2026-W45', counts, atLeast: [] }, PAGE);
  expect(subject).toBe(filled(SAY.subject.week, { project: 'SHOP' }));
  const line = (name: keyof typeof counts, tab: string) => ({
    words: filled(SAY.counts[name], { count: String(counts[name]) }),
    href: `${PAGE.address}?tab=${tab}`,
  });
  expect(lines).toEqual([
    line('due', 'results'),
    line('agenda', 'kill'),
    line('unread', 'goals'),
    line('ending', 'goals'),
    stop,
  ]);
});

test('what counts nothing is not named, and outside of a week the subject is another', () => {
  const { subject, lines } = letterOf({ week: null, counts: NONE, atLeast: [] }, PAGE);
  expect(subject).toBe(filled(SAY.subject.due, { project: 'SHOP' }));
  expect(lines).toEqual([stop]);
});

test('a count that may be more says so, the others do not', () => {
  const counts = { due: 20, agenda: 20, unread: 0, ending: 0 };
  const { lines } = letterOf({ week: '2026-W45', counts, atLeast: ['due'] }, PAGE);
  expect(lines.slice(0, 2).map(({ words }) => words)).toEqual([
    'Results that are due from you: 20 or more',
    'Items on the agenda of your forum: 20',
  ]);
});
