// The context of a module as Jira gives it to a page and, unchanged, to the page's resolver.
import { z } from 'zod';
import type { LocalJira, SiteUser } from '../jira/api';
import type { UiModule } from '../manifest';
import { CLOUD_ID, ENVIRONMENT_ID, LICENSE } from './site';

/** What a module is shown for. */
export interface Subject {
  issueKey?: string | undefined;
  projectKey?: string | undefined;
  /** Of the form of an action: what the rule holds. */
  inputs?: Record<string, unknown> | undefined;
}

export interface View {
  siteUrl: string;
  colorMode: 'light' | 'dark';
}

/** The user cannot see what the module should be shown for, or it does not exist. */
export class SubjectError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SubjectError';
  }
}

export interface ModuleContext {
  accountId: string;
  cloudId: string;
  siteUrl: string;
  localId: string;
  moduleKey: string;
  environmentId: string;
  environmentType: 'DEVELOPMENT';
  locale: string;
  timezone: string;
  theme: { colorMode: 'light' | 'dark' };
  license: { isActive: boolean };
  extension: Record<string, unknown>;
}

const projectAnswer = z.object({ id: z.string(), key: z.string() });
const issueAnswer = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    project: projectAnswer,
    issuetype: z.object({ id: z.string(), name: z.string() }),
  }),
});

/** Reads something from Jira as this user. @throws SubjectError with Jira's words. */
async function read<T>(jira: LocalJira, user: SiteUser, path: string, schema: z.ZodType<T>) {
  const answer = await jira.handle({
    method: 'GET',
    path,
    headers: { accept: 'application/json' },
    body: '',
    caller: { principal: 'client', accountId: user.accountId },
  });
  if (answer.status === 200) return schema.parse(JSON.parse(answer.body));
  throw new SubjectError(`${user.displayName} cannot see it: ${path} gave ${answer.status}.`);
}

async function extensionOf(jira: LocalJira, user: SiteUser, module: UiModule, subject: Subject) {
  // A rule may be of no project or of many.
  if (module.type === 'action') return { data: { inputs: subject.inputs ?? {} } };
  if (module.type === 'jira:issuePanel' || module.type === 'jira:issueContext') {
    if (!subject.issueKey) throw new SubjectError(`The module "${module.key}" needs an issue.`);
    const key = encodeURIComponent(subject.issueKey);
    const path = `/rest/api/3/issue/${key}?fields=project,issuetype`;
    const { id, key: issueKey, fields } = await read(jira, user, path, issueAnswer);
    return {
      issue: { id, key: issueKey, type: fields.issuetype.name, typeId: fields.issuetype.id },
      project: { id: fields.project.id, key: fields.project.key, type: 'software' },
      location: `/browse/${issueKey}`,
      ...(module.type === 'jira:issuePanel' ? { isNewToIssue: false } : {}),
    };
  }
  if (!subject.projectKey) throw new SubjectError(`The module "${module.key}" needs a project.`);
  const path = `/rest/api/3/project/${encodeURIComponent(subject.projectKey)}`;
  const { id, key } = await read(jira, user, path, projectAnswer);
  return { project: { id, key, type: 'software' }, location: `/projects/${key}` };
}

/** The context of `module` for one user. @throws SubjectError when they cannot see the subject. */
export async function moduleContext(
  jira: LocalJira,
  user: SiteUser,
  module: UiModule,
  subject: Subject,
  view: View,
): Promise<ModuleContext> {
  const found = await extensionOf(jira, user, module, subject);
  return contextOf(user, module, view, found);
}

/** The context of a module that stands nowhere: what a forged call to its resolver could carry. */
export const bareContext = (user: SiteUser, module: UiModule, view: View): ModuleContext =>
  contextOf(user, module, view, {});

function contextOf(
  user: SiteUser,
  module: UiModule,
  view: View,
  found: Record<string, unknown>,
): ModuleContext {
  return {
    accountId: user.accountId,
    cloudId: CLOUD_ID,
    siteUrl: view.siteUrl,
    localId: module.ari,
    moduleKey: module.key,
    environmentId: ENVIRONMENT_ID,
    environmentType: 'DEVELOPMENT',
    locale: user.locale.replace('_', '-'),
    timezone: user.timeZone,
    theme: { colorMode: view.colorMode },
    license: LICENSE,
    extension: { type: module.type, ...found },
  };
}
