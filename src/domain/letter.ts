// The words of a message: counts and links, nothing of any item.
import type { NoticeCounts } from './digest';
import { filled, MESSAGES } from './messages';

/** A sentence with the place that it leads to. */
export interface LetterLine {
  words: string;
  href: string;
}

export interface Letter {
  subject: string;
  lines: LetterLine[];
}

const TABS = { due: 'results', agenda: 'kill', unread: 'goals', ending: 'goals' } as const;
const COUNTS = ['due', 'agenda', 'unread', 'ending'] as const;

/** @param page the project's key, and the address of its Ladder page */
export function letterOf(
  { week, counts }: { week: string | null; counts: NoticeCounts },
  { key, address }: { key: string; address: string },
): Letter {
  const say = MESSAGES.notice;
  const link = (tab: string): string => `${address}?tab=${tab}`;
  const subject = week === null ? say.subject.due : say.subject.week;
  return {
    subject: filled(subject, { project: key }),
    lines: [
      ...COUNTS.filter((name) => counts[name] > 0).map((name) => ({
        words: filled(say.counts[name], { count: String(counts[name]) }),
        href: link(TABS[name]),
      })),
      { words: say.stop, href: link('outcome') },
    ],
  };
}
