// The words of a message: counts and links, nothing of any item.
import type { ToldCounts } from './digest';
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
  { week, counts, atLeast }: { week: string | null } & ToldCounts,
  { key, address }: { key: string; address: string },
): Letter {
  const say = MESSAGES.notice;
  const link = (tab: string): string => `${address}?tab=${tab}`;
  const said = (name: (typeof COUNTS)[number]): string => {
    const count = String(counts[name]);
    return atLeast.some((one) => one === name) ? filled(say.atLeast, { count }) : count;
  };
  const subject = week === null ? say.subject.due : say.subject.week;
  return {
    subject: filled(subject, { project: key }),
    lines: [
      ...COUNTS.filter((name) => counts[name] > 0).map((name) => ({
        words: filled(say.counts[name], { count: said(name) }),
        href: link(TABS[name]),
      })),
      { words: say.stop, href: link('outcome') },
    ],
  };
}
