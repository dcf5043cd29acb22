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
  extension: z.object({
    issue: ref.optional(),
    project: ref.optional(),
    /** What a rule holds for the form of an action, and what its builder refused of it. */
    data: z.object({ inputs: z.record(z.string(), z.unknown()).catch({}) }).optional(),
    errors: z
      .object({ invalidInputs: z.record(z.string(), z.object({ message: z.string() })).catch({}) })
      .optional()
      .catch(undefined),
  }),
});

/** `timezone` is the user's own; `siteUrl` has no slash at its end. */
export type PageContext = z.infer<typeof pageContext>;

/** Reads what Jira says of the context. @throws {z.ZodError} when it is something else */
export async function readContext(
  given: Promise<unknown> = view.getContext(),
): Promise<PageContext> {
  const context = pageContext.parse(await given);
  // Only keeps the words of two people in one browser apart.
  setTyping(context.accountId);
  return { ...context, siteUrl: context.siteUrl.replace(/\/+$/, '') };
}
