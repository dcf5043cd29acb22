// What forms of the shell do. Each ends in a redirect, so that a reload repeats nothing.
import { z } from 'zod';
import { ActionError } from '../../forge/automation';
import type { Host } from '../../host-parts';
import type { DataDesk } from '../data-desk';
import { later } from '../duration';
import { parseForm, redirect, WebError, type WebAnswer, type WebRequest } from '../http';
import { LOCALES, localeCookie, themeCookie, userCookie, type Session } from '../session';
import { JiraRefusal, type JiraReader } from './jira-reader';
import type { Notices } from './notices';
import { addPanel } from './panels';
import { minuteText } from './times';

export interface ActContext {
  host: Host;
  request: WebRequest;
  session: Session;
  reader: JiraReader;
  notices: Notices;
  desk: DataDesk;
}

type Act = (context: ActContext) => WebAnswer | Promise<WebAnswer>;

// A path of this site: neither another site nor `//other`.
const back = z
  .string()
  .regex(/^\/(?!\/)/)
  .catch('/projects');

const ACTS: Record<string, Act> = {
  '/__host/user'({ request, session }) {
    const form = parseForm(
      request,
      z.object({ user: z.string(), locale: z.enum(LOCALES).optional(), back }),
    );
    const known = session.users.some(({ name }) => name === form.user);
    if (!known) throw new WebError(400, `There is no user "${form.user}".`);
    const { locale } = form;
    return redirect(form.back, [userCookie(form.user), ...(locale ? [localeCookie(locale)] : [])]);
  },
  '/__host/theme'({ request }) {
    const form = parseForm(request, z.object({ mode: z.enum(['light', 'dark']), back }));
    return redirect(form.back, [themeCookie(form.mode)]);
  },
  '/__host/clock'({ host, request, notices }) {
    const schema = z.object({ advance: z.string().optional(), now: z.string().optional(), back });
    const form = parseForm(request, schema);
    const now = form.advance
      ? later(host.clock.now(), form.advance)
      : Date.parse(`${form.now ?? ''}Z`);
    if (now === null || Number.isNaN(now)) throw new WebError(400, 'This is no time.');
    host.moveClock(now);
    const text = `The clock is at ${minuteText(now)} UTC.`;
    return redirect(notices.added(form.back, { kind: 'done', text }));
  },
  async '/__host/scan'({ host, request, notices }) {
    const form = parseForm(request, z.object({ back }));
    const { runs, queue } = await host.schedule({ force: true });
    const failed = runs.filter(({ ok }) => !ok).map(({ key, error }) => `${key}: ${error ?? ''}`);
    const text = [
      `The scan ran: ${queue.processed} of its events were worked off, ${queue.failed} failed.`,
      ...failed,
    ].join(' ');
    const kind = failed.length + queue.failed > 0 ? 'refused' : 'done';
    return redirect(notices.added(form.back, { kind, text }));
  },
  async '/__host/automation'({ host, request, session, notices }) {
    const form = parseForm(request, z.record(z.string(), z.string()));
    const declared = host.manifest.actions.find(({ key }) => key === form['action'])?.inputs ?? {};
    const inputs = Object.fromEntries(
      Object.entries(form)
        .filter(([name]) => name.startsWith('input.'))
        .map(([name, value]) => [name.slice('input.'.length), value])
        .map(([name = '', text = '']) => [name, typedInput(declared[name]?.type, text)]),
    );
    const back = '/automation';
    try {
      const run = await host.forge.automation.run(session.user, form['action'] ?? '', inputs);
      const kind = run.status === 'success' ? 'done' : 'refused';
      const text = kind === 'done' ? 'The rule ran.' : `The rule failed: ${run.errors.join(' ')}`;
      return redirect(notices.added(back, { kind, text }));
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      return redirect(notices.added(back, { kind: 'refused', text: error.message }));
    }
  },
};

/** What a text field holds, of the type that the manifest declares. */
function typedInput(type: string | undefined, text: string): unknown {
  if (text === '' || type === undefined || type === 'string') return text;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return Number.isNaN(Number(text)) ? text : Number(text);
}

const DATA_ACTS: Record<string, Act> = {
  '/__host/data/load'({ desk, request }) {
    const { id } = parseForm(request, z.object({ id: z.coerce.number().int() }));
    desk.load(id);
    return redirect('/data');
  },
  '/__host/data/drop'({ desk }) {
    desk.drop();
    return redirect('/data');
  },
};

/** Does something with an item and goes back to it; what Jira says against it is shown there. */
async function onItem(
  { notices }: ActContext,
  key: string,
  work: () => Promise<unknown>,
  place?: string,
): Promise<WebAnswer> {
  const path = `/browse/${key}`;
  try {
    await work();
    return redirect(path);
  } catch (error) {
    if (!(error instanceof JiraRefusal)) throw error;
    return redirect(notices.added(path, { kind: 'refused', text: error.message }, place));
  }
}

/** Moves an item. A refusal stands beside the buttons. */
function transition(context: ActContext, key: string) {
  const { reader, request } = context;
  const schema = z.object({ transition: z.string(), resolution: z.string().default('') });
  const { transition: id, resolution } = parseForm(request, schema);
  const fields = resolution === '' ? {} : { fields: { resolution: { name: resolution } } };
  const path = `/rest/api/3/issue/${key}/transitions`;
  const move = () => reader.post(path, { transition: { id }, ...fields }, z.unknown());
  return onItem(context, key, move, 'refused');
}

function comment(context: ActContext, key: string) {
  const { text } = parseForm(context.request, z.object({ text: z.string().min(1) }));
  const content = text.split(/\n{2,}/).map((line) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: line }],
  }));
  const body = { body: { type: 'doc', version: 1, content } };
  const path = `/rest/api/3/issue/${key}/comment`;
  return onItem(context, key, () => context.reader.post(path, body, z.unknown()));
}

/** Shows a panel of the app on one item. */
function panel(context: ActContext, key: string) {
  const form = parseForm(context.request, z.object({ module: z.string() }));
  const module = context.host.manifest.uiModule(form.module);
  if (!module) throw new WebError(400, `There is no module "${form.module}".`);
  return onItem(context, key, () => addPanel(context.reader, module, key));
}

/** Does what a form asks for. @throws WebError when there is no such form. */
export async function act(context: ActContext): Promise<WebAnswer> {
  const { pathname } = context.request.url;
  const known = ACTS[pathname] ?? DATA_ACTS[pathname];
  if (known) return known(context);
  const [, key, name] = /^\/browse\/([A-Za-z][A-Za-z0-9_]*-\d+)\/(\w+)$/.exec(pathname) ?? [];
  if (key && name === 'transition') return transition(context, key);
  if (key && name === 'comment') return comment(context, key);
  if (key && name === 'panel') return panel(context, key);
  throw new WebError(404, `There is no form at ${pathname}.`);
}
