// What is wrong with a workflow that is to be written, in the form of Jira's own validation.
import { isDeepStrictEqual } from 'node:util';
import { type SiteProject } from '../api';
import { notModelled } from '../errors';
import { type InstalledApp } from '../options';
import { FORGE_VALIDATOR, fits, moduleOfRule } from './app-rules';
import {
  type Rule,
  type SentTransition,
  type Transition,
  type UpdateBody,
  type Workflow,
  type WorkflowUpdate,
} from './document';
import { checkStatusProperties } from './status-rules';
import { KNOWN_VALIDATORS } from './validators';

export interface WorkflowProblem {
  code: string;
  message: string;
  level: 'ERROR';
  type: 'RULE' | 'STATUS' | 'TRANSITION' | 'WORKFLOW';
  elementReference?: { transitionId?: string; statusReference?: string; ruleId?: string };
}

interface Checked {
  app: InstalledApp;
  projects: readonly SiteProject[];
  before: Workflow;
  statuses: UpdateBody['statuses'];
}

const problem = (
  type: WorkflowProblem['type'],
  code: string,
  message: string,
  elementReference?: WorkflowProblem['elementReference'],
): WorkflowProblem => ({
  code,
  message,
  level: 'ERROR',
  type,
  ...(elementReference ? { elementReference } : {}),
});

/** Every problem of an update; none when it may be written. @throws JiraError for what is not modelled */
export function problemsOf(update: WorkflowUpdate, checked: Checked): WorkflowProblem[] {
  const { before } = checked;
  const named = new Set(checked.statuses.map(({ statusReference }) => statusReference));
  const own = update.statuses.map(({ statusReference }) => statusReference);
  const strangers = own.filter((reference) => !named.has(reference));
  if (strangers.length > 0) {
    return strangers.map((statusReference) =>
      problem('STATUS', 'STATUS_NOT_FOUND', `There is no status ${statusReference}.`, {
        statusReference,
      }),
    );
  }
  const known = before.statuses.map(({ statusReference }) => statusReference);
  if ([...own].sort().join() !== [...known].sort().join()) {
    throw notModelled('adding statuses to a workflow or removing them', 400);
  }
  for (const { properties } of update.statuses) checkStatusProperties(properties);
  const ids = update.transitions.map(({ id }) => id);
  const initial = update.transitions.filter(({ type }) => type === 'INITIAL').length;
  return [
    ...(initial === 1
      ? []
      : [
          problem(
            'WORKFLOW',
            'INITIAL_TRANSITION',
            'A workflow has exactly one initial transition.',
          ),
        ]),
    ...update.transitions.flatMap((transition, n) => [
      ...(ids.indexOf(transition.id) < n
        ? [problem('TRANSITION', 'DUPLICATE_ID', `Two transitions have the id ${ids[n] ?? ''}.`)]
        : []),
      ...transitionProblems(transition, own, checked),
    ]),
  ];
}

function transitionProblems(
  transition: SentTransition,
  statuses: readonly string[],
  checked: Checked,
): WorkflowProblem[] {
  const where = transition.id === undefined ? undefined : { transitionId: transition.id };
  const tell = (code: string, message: string) => problem('TRANSITION', code, message, where);
  const missing = (['id', 'type', 'name', 'toStatusReference'] as const).filter(
    (name) => transition[name] === undefined || transition[name] === '',
  );
  if (missing.length > 0) {
    return missing.map((name) => tell('MISSING_FIELD', `A transition has no ${name}.`));
  }
  const links = transition.links ?? [];
  const references = [
    transition.toStatusReference,
    ...links.map(({ fromStatusReference }) => fromStatusReference),
  ];
  const unknown = references.filter(
    (one) => typeof one === 'string' && !statuses.includes(one),
  ) as string[];
  const before = checked.before.transitions.find(({ id }) => id === transition.id);
  if (changed(transition, before)) {
    throw notModelled('changing actions, conditions, triggers or screens of a transition', 400);
  }
  return [
    ...unknown.map((one) => tell('STATUS_NOT_FOUND', `There is no status ${one}.`)),
    ...(transition.type === 'DIRECTED' && links.length === 0
      ? [tell('MISSING_LINKS', `The transition ${transition.name ?? ''} starts nowhere.`)]
      : []),
    ...(transition.validators ?? []).flatMap((rule) => ruleProblems(rule, where, before, checked)),
  ];
}

function changed(transition: SentTransition, before: Transition | undefined): boolean {
  const rest = (one: Partial<SentTransition>) => [
    one.actions ?? [],
    one.triggers ?? [],
    one.conditions ?? null,
    one.transitionScreen ?? null,
  ];
  return !isDeepStrictEqual(rest(transition), rest(before ?? {}));
}

function ruleProblems(
  rule: Rule,
  where: WorkflowProblem['elementReference'],
  before: Transition | undefined,
  { app, projects }: Checked,
): WorkflowProblem[] {
  const tell = (code: string, message: string) => [
    problem('RULE', code, message, { ...where, ...(rule.id ? { ruleId: rule.id } : {}) }),
  ];
  if (!KNOWN_VALIDATORS.includes(rule.ruleKey)) {
    return tell('UNKNOWN_RULE', `There is no validator with the rule key ${rule.ruleKey}.`);
  }
  if (rule.ruleKey !== FORGE_VALIDATOR) return [];
  const key = rule.parameters?.['key'] ?? '';
  const module = moduleOfRule(app, rule);
  // What stood there when its app was removed may stay, and goes on refusing.
  const stood = before?.validators?.some((one) => one.parameters?.['key'] === key) === true;
  if (!module) return stood ? [] : tell('UNKNOWN_APP', `No installed app has the rule ${key}.`);
  const teamManaged = projects.some(({ style }) => style === 'next-gen');
  if (!fits(module, teamManaged)) {
    return tell('WRONG_PROJECT_TYPE', `The rule ${module.name} is not for this kind of project.`);
  }
  return isJson(rule.parameters?.['config'] ?? '{}')
    ? []
    : tell('WRONG_PARAMETERS', 'The configuration of the rule is no JSON.');
}

function isJson(text: string): boolean {
  if (text === '') return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
