// Validators of the installed app as rules of a workflow.
import { type SiteProject } from '../api';
import { type InstalledApp, type ValidatorModule } from '../options';
import { type Rule, uuidOf } from './document';

export const FORGE_VALIDATOR = 'forge:expression-validator';
const NO_ARI = 'ari:cloud:ecosystem::extension/app/environment/static';

/** The name by which Jira knows a module of the app. */
export const moduleAri = (app: InstalledApp, key: string): string => `${app.ari ?? NO_ARI}/${key}`;

/** The installed validator that a rule runs; undefined when the app, or the module, is gone. */
export function moduleOfRule(app: InstalledApp, rule: Rule): ValidatorModule | undefined {
  const wanted = rule.parameters?.['key'];
  return app.validators.find((module) => moduleAri(app, module.key) === wanted);
}

/** Whether a validator may stand in workflows of this kind of project. */
export function fits(module: ValidatorModule, teamManaged: boolean): boolean {
  const type = teamManaged ? 'team-managed' : 'company-managed';
  return (module.projectTypes ?? ['company-managed']).includes(type);
}

/** Every validator of the app that fits a project, as rules. */
export function rulesFor(app: InstalledApp, project: SiteProject): Rule[] {
  return app.validators
    .filter((module) => fits(module, project.style === 'next-gen'))
    .map((module) => {
      const key = moduleAri(app, module.key);
      const id = uuidOf(`rule ${key}`);
      const parameters = { key, config: '{}', disabled: 'false', id };
      return { id, ruleKey: FORGE_VALIDATOR, parameters };
    });
}
