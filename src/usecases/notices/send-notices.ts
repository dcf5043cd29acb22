// Sends the messages that wait. Each is marked before it is sent: one that may have gone out is never
// sent again.
import { DAY_MS, startOfDay, type Day } from '../../domain/days';
import { toldCounts, type CountedItems, type ToldCounts } from '../../domain/digest';
import { AppError, type ErrorCode } from '../../domain/errors';
import { letterOf } from '../../domain/letter';
import type { ProjectSettings } from '../../domain/rules';
import type { KeptNotice, NoticeState, Ports, ScanFailure } from '../../ports';

/** Messages of one project in one night. */
export const NOTICES_A_NIGHT = 50;
/** Nights on which one that Jira refuses is tried. */
const TRIES = 3;
/** A message that waited longer says nothing any more. */
const STALE_MS = 7 * DAY_MS;

/** Refusals after which it is known that nothing was sent. */
const CERTAIN: readonly ErrorCode[] = [
  ...(['invalid_input', 'forbidden', 'not_found', 'conflict', 'limit_reached'] as const),
];
const SPENT: readonly NoticeState[] = ['begun', 'told', 'refused'];

/** In older records there is no word of what was counted. */
const NOT_KEPT: CountedItems = { due: [], agenda: [] };

interface Night {
  settings: ProjectSettings;
  today: Day;
}

interface Sender {
  page: { key: string; address: string };
  night: Night;
}

/**
 * The first of its items that the person may see, and what it tells of those that they see; null where
 * there is nobody to tell, or nothing.
 */
async function readerOf(
  ports: Ports,
  { itemId, others, to, counts, counted }: KeptNotice,
  { settings }: Night,
): Promise<{ place: string; told: ToldCounts } | null> {
  if (await ports.personal.digestOff(to, settings.projectId)) return null;
  const { due, agenda } = counted ?? NOT_KEPT;
  const places = [...new Set([itemId, ...others, ...due, ...agenda])];
  const seen = await ports.post.seen(places, to);
  const place = places.find((one) => seen.has(one));
  const told = counted ? toldCounts({ counts, counted }, seen) : { counts, atLeast: [] };
  const isEmpty = Object.values(told.counts).every((count) => count === 0);
  return place === undefined || isEmpty ? null : { place, told };
}

/** Somebody else who changed it has taken it over. */
function takenOver(error: unknown): null {
  if (error instanceof AppError && error.code === 'conflict') return null;
  throw error;
}

/** Sends one. @returns the code of the refusal after which it is given up; null otherwise */
async function sendOne(
  ports: Ports,
  notice: KeptNotice,
  { page, night }: Sender,
): Promise<ErrorCode | null> {
  const set = (of: KeptNotice, change: Partial<KeptNotice>) =>
    ports.notices.save({ ...of, ...change, at: ports.clock.now() });
  const isStale = ports.clock.now() - notice.at > STALE_MS;
  const reader = isStale ? null : await readerOf(ports, notice, night);
  if (reader === null) {
    await set(notice, { state: 'nobody' }).catch(takenOver);
    return null;
  }
  const { place: itemId, told } = reader;
  const marked = { state: 'begun' as const, triedOn: night.today, itemId };
  const begun = await set(notice, marked).catch(takenOver);
  if (!begun) return null;
  const letter = letterOf({ week: notice.week, ...told }, page);
  const { to } = notice;
  try {
    if (night.settings.rules.digest.mode === 'comment')
      await ports.post.comment(itemId, to, letter);
    else await ports.post.notify(itemId, to, letter);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code } = error;
    // It goes out when Jira takes calls again: what it refused for its limits it did not do.
    if (code === 'rate_limited') await set(begun, { state: 'waiting', triedOn: null });
    if (!CERTAIN.includes(code)) throw error;
    const tries = notice.tries + 1;
    await set(begun, { state: tries < TRIES ? 'waiting' : 'refused', tries });
    ports.log.error('message refused', error, { projectId: notice.projectId, itemId, tries });
    return tries < TRIES ? null : code;
  }
  await set(begun, { state: 'told' });
  return null;
}

/**
 * Sends what waits, up to the most of a night; the rest waits for the next one.
 * @returns what the page says of messages that were given up; null where none was
 * @throws AppError where Jira has to be waited for; what is left goes on waiting
 */
export async function sendNotices(ports: Ports, night: Night): Promise<ScanFailure | null> {
  const { settings, today } = night;
  const { projectId, rules } = settings;
  if (rules.digest.mode === 'off') return null;
  const all = await ports.notices.waiting(projectId);
  const open = all.filter(({ triedOn }) => triedOn !== today);
  if (open.length === 0) return null;
  // The whole day counts: a scan by hand sends no more.
  const since = startOfDay(today, rules.timeZone);
  const spent = (await ports.notices.since(projectId, since)).filter(({ state }) =>
    SPENT.includes(state),
  );
  const room = NOTICES_A_NIGHT - spent.length - (all.length - open.length);
  const page = await ports.post.pageOf(projectId);
  let failed: ScanFailure | null = null;
  for (const notice of open.slice(0, Math.max(0, room))) {
    const code = await sendOne(ports, notice, { page, night });
    if (code) failed = { at: ports.clock.now(), part: 'notice', code };
  }
  return failed;
}
