// What the table of procedures says of each.
import type { z } from 'zod';

/** Where a procedure is offered; each surface has a resolver function of its own. */
export type Surface = 'item' | 'project' | 'settings' | 'automation';

/**
 * Rights as the user, checked with Jira for the very ids that the input names:
 * `report` is being the goal's owner, or Administer Projects, and Browse on the project;
 * `decide` is being of the forum (anybody, while it names nobody), and Transition or Edit;
 * `sign` is being named by the agreement, and Browse on the project;
 * `result` is Edit, or Transition where a closed item can't be edited; `administerJira` is the site's
 * right and Browse on the project.
 */
export type Access =
  | { on: 'item'; right: 'browse' | 'edit' | 'result' | 'decide' }
  | { on: 'items'; right: 'browse' }
  | { on: 'goal'; right: 'report' }
  | { on: 'agreement'; right: 'sign' }
  | { on: 'project'; right: 'browse' | 'administer' | 'administerJira' };

export interface Procedure {
  surfaces: readonly Surface[];
  access: Access;
  input: z.ZodType;
  output: z.ZodType;
}
