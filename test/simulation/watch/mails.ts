// Holds the messages that went out to what is kept of them: each once, none to who wants none.
import { GONE } from '../jira/mail-routes';
import { CANARY, SILENT } from '../world';
import { bodyOf, type Evidence } from './evidence';

const MARKED = ['begun', 'told', 'refused'];

/** How often each of these is there. */
function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** I11: nobody is written to twice for one thing, nobody who wants no messages, with no text of items. */
export function compareMails({ world: { mails, store }, say }: Evidence): void {
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
}
