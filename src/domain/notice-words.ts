// The words of a message to one person. It counts, and leads to the page; it names no item.

export const NOTICE_WORDS = {
  subject: {
    due: 'Ladder in {project}: a result is due',
    week: 'Ladder in {project}: this week',
  },
  counts: {
    due: 'Results that are due from you: {count}',
    agenda: 'Items on the agenda of your forum: {count}',
    unread: 'Goals of yours without a reading for a month: {count}',
    ending: 'Goals of yours that end within two weeks: {count}',
  },
  atLeast: '{count} or more',
  stop: 'Stop these messages: the line at the end of this page does it.',
} as const;
