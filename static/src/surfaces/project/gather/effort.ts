// Which field of the site says how much effort an item takes.
import type { EffortUnit } from '../../../../../src/domain/decision';
import type { JiraField, JiraIssue } from '../../../../../src/adapters/jira/answers';

export type { EffortUnit };

const ESTIMATE = 'timeoriginalestimate';
const POINTS_TYPE = 'com.pyxis.greenhopper.jira:jsw-story-points';
const NUMBER_TYPE = 'com.atlassian.jira.plugin.system.customfieldtypes:float';
/** Jira's own names; company-managed projects use the first, team-managed ones the second. */
const POINTS_NAMES = ['story points', 'story point estimate'];
const SECONDS_AN_HOUR = 3_600;

/** Fields with story points, the surest first. Jira's names are compared without case. */
export function pointFields(fields: readonly JiraField[]): string[] {
  const byType = fields.filter(({ schema }) => schema?.custom === POINTS_TYPE);
  const byName = fields.filter(
    ({ name, schema }) =>
      schema?.custom === NUMBER_TYPE && POINTS_NAMES.includes(name.trim().toLowerCase()),
  );
  return [...byType, ...byName].map(({ id }) => id);
}

/** What a search has to ask for besides its own fields. */
export const effortFields = (points: readonly string[]): string[] => [...points, ESTIMATE];

const positive = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;

const fieldOf = ({ fields }: JiraIssue, id: string): number | null => positive(fields?.[id]);

/** Story points of an item; null where it has none. */
export const pointsOf = (issue: JiraIssue, points: readonly string[]): number | null => {
  for (const id of points) {
    const value = fieldOf(issue, id);
    if (value !== null) return value;
  }
  return null;
};

/** Its original estimate in hours; null where it has none. */
export const hoursOf = (issue: JiraIssue): number | null => {
  const seconds = fieldOf(issue, ESTIMATE);
  return seconds === null ? null : Math.round((seconds / SECONDS_AN_HOUR) * 100) / 100;
};

export interface Efforts {
  /** Null when no item has any. */
  unit: EffortUnit | null;
  of: (issue: JiraIssue) => number | null;
}

/** One unit for all items: points where any has points, else hours, else none. */
export function effortsOf(issues: readonly JiraIssue[], points: readonly string[]): Efforts {
  if (issues.some((issue) => pointsOf(issue, points) !== null))
    return { unit: 'points', of: (issue) => pointsOf(issue, points) };
  if (issues.some((issue) => hoursOf(issue) !== null)) return { unit: 'hours', of: hoursOf };
  return { unit: null, of: () => null };
}
