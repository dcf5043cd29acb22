// Every entity and key of Forge storage. Names and indexes stand in manifest.yml as well; a test
// holds the two together.
import type { Day } from '../../domain/days';

export const ENTITIES = {
  revision: 'revision',
  result: 'result',
  decision: 'decision',
  pass: 'pass',
  act: 'act',
  reading: 'reading',
  snapshot: 'snapshot',
  scan: 'scan',
  job: 'job',
  draft: 'draft',
} as const;

export const INDEXES = {
  revisionsOfProject: 'by-project',
  passesOfProject: 'by-project',
  notesOfProject: 'by-project',
  readingsOfProject: 'by-project',
  resultsOfProject: 'by-project',
  resultsByPending: 'by-pending',
  decisionsOfProject: 'by-project',
  decisionsByEnd: 'by-until',
  decisionsByPending: 'by-pending',
  actsOfProject: 'by-project',
  actsByKind: 'by-kind',
  snapshotsOfProject: 'by-project',
  passesByPending: 'by-pending',
  scansByState: 'by-state',
  jobsByState: 'by-state',
  jobsOfProject: 'by-project',
} as const;

export const keys = {
  settings: (projectId: string) => `settings:${projectId}`,
  answer: (itemId: string) => `answer:${itemId}`,
  result: (itemId: string) => itemId,
  pass: (itemId: string) => itemId,
  decision: (itemId: string) => itemId,
  draft: (owner: string, itemId: string) => `answer:${itemId}:${owner}`,
  hints: (owner: string, itemId: string) => `hints:${itemId}:${owner}`,
  signals: (owner: string, projectId: string) => `signals:${projectId}:${owner}`,
  sortRules: (owner: string, projectId: string) => `sort-rules:${projectId}:${owner}`,
  decisions: (owner: string, projectId: string) => `decisions:${projectId}:${owner}`,
  /** In order of time within a project. */
  act: (projectId: string, at: number, id: string) =>
    `${projectId}:${String(at).padStart(15, '0')}:${id}`,
  reading: (goalId: string, day: Day) => `${goalId}:${day}`,
  signature: (agreementId: string, accountId: string) => `signature:${agreementId}:${accountId}`,
  scan: (projectId: string) => projectId,
  parents: (projectId: string) => `parents:${projectId}`,
  parentsForgotten: (projectId: string) => `parents:${projectId}:forgotten`,
  /** Two sets take turns, so that the one in use stays whole while the other is written. */
  parentsPart: (projectId: string, set: number, part: number) =>
    `parents:${projectId}:${set}:${part}`,
  points: (hour: number) => `points:${hour}`,
  closed: () => 'points:closed',
  /** One a week for a person, whatever the project. */
  weekNotice: (week: Day, accountId: string) => `notice:${week}:${accountId}`,
  dueNotice: (itemId: string, checkBy: Day) => `notice:${itemId}:${checkBy}`,
  digest: (owner: string, projectId: string) => `digest:${projectId}:${owner}`,
  dataJob: (projectId: string) => `data:${projectId}`,
  snapshot: (projectId: string, day: Day) => `${projectId}:${day}`,
} as const;
