// Holds the messages that went out to what is kept of them: each once, none to who wants none, and no
// number larger than what its reader may see.
import { filled, MESSAGES } from '../../../src/domain/messages';
import { isFlagged, statesIn } from '../oracle';
import type { Mail } from '../jira/options';
import type { Item, Row } from '../jira/site';
import { GONE } from '../jira/mail-routes';
import { CANARY, HOUR, SILENT } from '../world';
import { bodyOf, type Evidence } from './evidence';

const MARKED = ['begun', 'told', 'refused'];

/** How often each of these is there. */
function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** What a message counts may have been looked up so long before it went out. */
const WAITED = 8 * 24 * HOUR;

/** The number that a message says of something; 0 where it does not. */
function saidOf({ text }: Mail, name: 'due' | 'agenda'): number {
  const words = filled(MESSAGES.notice.counts[name], { count: '(\\d+)' });
  return Number(new RegExp(words).exec(text)?.[1] ?? 0);
}

/** Whether a message may count an item, by what it was while the message waited. */
const COUNTS: Record<'due' | 'agenda', (item: Item, row: Row, to: string) => boolean> = {
  due: ({ assigneeId, reporterId }, { category, values }, to) =>
    (assigneeId ?? reporterId) === to &&
    category === 'done' &&
    values['ladderstate'] === 'answered',
  agenda: (_item, row) => isFlagged(row, 'candidate'),
};

/** I11: a message counts nothing that its reader may not see. */
function compareCounts({ world: { mails, site, states }, say }: Evidence): void {
  for (const mail of mails)
    for (const name of ['due', 'agenda'] as const) {
      const { to, at, projectId } = mail;
      const among = [...site.items.values()].filter((item) => {
        if (item.projectId !== projectId || item.hiddenFrom?.includes(to)) return false;
        const known = states.get(item.id) ?? [];
        const isSeen = statesIn(known, at - HOUR, at).some((row) => !row.gone && !row.hidden);
        return (
          isSeen && statesIn(known, at - WAITED, at).some((row) => COUNTS[name](item, row, to))
        );
      });
      const said = saidOf(mail, name);
      if (said > among.length)
        say(`I11: ${to} is told of ${String(said)} (${name}) and sees ${String(among.length)}`);
    }
}

/** I11: nobody is written to twice for one thing, nobody who wants no messages, with no text of items. */
export function compareMails(evidence: Evidence): void {
  const { say } = evidence;
  const { mails, store } = evidence.world;
  const kept = store
    .all('job')
    .filter(({ value }) => value['kind'] === 'notice')
    .map(({ value }) => bodyOf(value))
    .filter(({ state }) => MARKED.includes(String(state)));
  const nameOf = (to: unknown, itemId: unknown, isSummary: boolean): string =>
    `${String(to)} at ${String(itemId)}${isSummary ? ' for a week' : ''}`;
  const allowed = tally(kept.map(({ to, itemId, week }) => nameOf(to, itemId, week !== null)));
  const weeks = kept.filter(({ week }) => week !== null);
  const summaries = tally(weeks.map(({ to, week }) => [to, week].map(String).join(' ')));
  for (const [name, count] of summaries) if (count > 1) say(`I11: ${name} is summed up twice`);
  const sent = tally(
    mails.map(({ to, itemId, subject }) => nameOf(to, itemId, subject.endsWith('this week'))),
  );
  for (const [name, count] of sent)
    if (count > (allowed.get(name) ?? 0)) say(`I11: ${name} is told ${String(count)} times`);
  for (const { to, text } of mails) {
    if (to === SILENT || to === GONE) say(`I11: ${to} is written to`);
    if (text.includes(CANARY)) say('I8: a message tells what must not be told');
  }
  compareCounts(evidence);
}
