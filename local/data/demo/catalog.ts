// What every demo project is made of: types, statuses, resolutions, priorities and people.

import type { SiteIssueType, SiteStatus, SiteUser } from '../../jira/api';
import { withoutLogin } from '../people';

export type Kind = 'epic' | 'story' | 'task' | 'bug' | 'chore' | 'subtask';
export type StatusName = 'todo' | 'selected' | 'running' | 'review' | 'done' | 'dropped';

const TYPES: Record<Kind, { name: string; hierarchyLevel: number }> = {
  epic: { name: 'Epic', hierarchyLevel: 1 },
  story: { name: 'Story', hierarchyLevel: 0 },
  task: { name: 'Task', hierarchyLevel: 0 },
  bug: { name: 'Bug', hierarchyLevel: 0 },
  chore: { name: 'Chore', hierarchyLevel: 0 },
  subtask: { name: 'Sub-task', hierarchyLevel: -1 },
};

const STATUSES: Record<StatusName, { name: string; category: SiteStatus['category'] }> = {
  todo: { name: 'To Do', category: 'new' },
  selected: { name: 'Selected for Development', category: 'new' },
  running: { name: 'In Progress', category: 'indeterminate' },
  review: { name: 'In Review', category: 'indeterminate' },
  done: { name: 'Done', category: 'done' },
  dropped: { name: "Won't Do", category: 'done' },
};

export interface Catalog {
  types: Record<Kind, SiteIssueType>;
  statuses: Record<StatusName, SiteStatus>;
}

/** Types and statuses whose ids begin at `firstId`: team-managed projects have their own. */
export function catalog(firstId: number): Catalog {
  const numbered = <K extends string, V>(things: Record<K, V>, from: number) =>
    Object.fromEntries(
      Object.entries<V>(things).map(([key, thing], index) => [
        key,
        { id: String(from + index), ...thing },
      ]),
    ) as Record<K, V & { id: string }>;
  return { types: numbered(TYPES, firstId), statuses: numbered(STATUSES, firstId + 20) };
}

export const RESOLUTIONS = {
  done: { id: '10000', name: 'Done' },
  wontDo: { id: '10001', name: "Won't Do" },
  duplicate: { id: '10002', name: 'Duplicate' },
  cannotReproduce: { id: '10003', name: 'Cannot Reproduce' },
} as const;

export type ResolutionName = keyof typeof RESOLUTIONS;

/** From the most urgent to the least, as Jira orders them. */
export const PRIORITIES: readonly { id: string; name: string }[] = [
  { id: '1', name: 'Highest' },
  { id: '2', name: 'High' },
  { id: '3', name: 'Medium' },
  { id: '4', name: 'Low' },
  { id: '5', name: 'Lowest' },
];

/** Colleagues who write and work on items and never log in here. */
export const TEAM: readonly SiteUser[] = [
  withoutLogin('demo-team-1', 'Mara Lindqvist', 'Europe/Stockholm'),
  withoutLogin('demo-team-2', 'Jonas Weber', 'Europe/Berlin'),
  withoutLogin('demo-team-3', 'Aiko Tanaka', 'Asia/Tokyo'),
  withoutLogin('demo-team-4', 'Luis Ortega', 'Europe/Madrid'),
  withoutLogin('demo-team-5', 'Grace Mbeki', 'Africa/Johannesburg'),
  withoutLogin('demo-team-6', 'Tom Hartley', 'Europe/London'),
  withoutLogin('demo-team-7', 'Nina Rossi', 'Europe/Rome'),
  withoutLogin('demo-team-8', 'Sam Okafor', 'America/New_York'),
];
