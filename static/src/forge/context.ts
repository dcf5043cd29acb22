// What Jira says about the frame: which module, for which item or project, and how the user reads
// dates. It can be forged in the frame: shown, never trusted for rights.
import { view } from '@forge/bridge';
import { z } from 'zod';
import { setTyping } from './typed';

const ref = z.object({ id: z.string(), key: z.string() });

const pageContext = z.object({
  moduleKey: z.string(),
  accountId: z.string().optional(),
  siteUrl: z.string(),
  locale: z.string().catch('en-US'),
  timezone: z.string().catch('UTC'),
  extension: z.object({ issue: ref.optional(), project: ref.optional() }),
});

/** `timezone` is the user's own; `siteUrl` has no slash at its end. */
export type PageContext = z.infer<typeof pageContext>;

/** Asks Jira for the context. @throws {z.ZodError} when Jira gives something else */
export async function readContext(): Promise<PageContext> {
  const context = pageContext.parse(await view.getContext());
  // Only keeps the words of two people in one browser apart.
  setTyping(context.accountId);
  return { ...context, siteUrl: context.siteUrl.replace(/\/+$/, '') };
}

/** Lets Jira set the theme and keep it current. A site without themes is shown in the light one. */
export const enableTheme = (): Promise<void> => view.theme.enable().catch(() => undefined);
