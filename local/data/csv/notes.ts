// What a CSV says only in part, in words: what was derived, and what its silence means for Ladder.
import { SEPARATORS, type Role } from './header';
import type { Look } from './look';

export interface Notes {
  /** How the file was read, and what was concluded from other columns. */
  derived: string[];
  /** What is not in the file, and what that means for the numbers. */
  missing: string[];
}

const LEVEL: Readonly<Record<number, string>> = { [-1]: 'sub-task', 0: 'standard', 1: 'epic' };
const CATEGORY = { new: 'to do', indeterminate: 'in progress', done: 'done' } as const;
const SHOWN = 12;

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

const pairs = (found: Iterable<readonly [string, string]>): string => {
  const all = [...found].filter(([name]) => name !== '').map(([name, is]) => `${name} is ${is}`);
  const more = all.length - SHOWN;
  return all.slice(0, SHOWN).join(', ') + (more > 0 ? `, and ${more} more` : '');
};

/** Columns whose absence changes what Ladder can say, each with its sentence. */
const ABSENT: readonly (readonly [Role, string])[] = [
  ['summary', 'No column “Summary”: items are called by their key.'],
  [
    'type',
    'No column “Issue Type”: every item is taken as a standard one, epics and sub-tasks too.',
  ],
  [
    'status',
    'No column “Status”: an item is done if it is resolved, else to do; nothing is in progress.',
  ],
  [
    'resolution',
    'No column “Resolution”: what was closed without being delivered can’t be told apart and counts as output, unless its status says so.',
  ],
  ['labels', 'No column “Labels”: exemptions and streams by label find nothing.'],
  ['components', 'No column “Components”: streams by component find nothing.'],
  ['points', 'No story points: shares by effort are left out, items are counted.'],
];

/** The notes of a file. */
export function notesOf(look: Look): Notes {
  const { columns, separator } = look;
  const has = (role: Role): boolean => columns.places[role].length > 0;
  const derived = [
    `Read with ${SEPARATORS[separator]} between the cells; ${columns.used} of ${columns.width} columns are used.`,
    ...(look.whyOrder === null ? [] : [look.whyOrder]),
    'Times are taken as UTC, because a CSV names no time zone: near midnight a day may be off by one.',
    `Levels of types, by name and by parents: ${pairs(
      [...look.levels].map(([name, level]) => [name, LEVEL[level] ?? 'above the epics'] as const),
    )}.`,
    ...(has('category') || !has('status')
      ? []
      : [
          `Categories of statuses, by resolutions and by name: ${pairs(
            [...look.categories].map(([name, category]) => [name, CATEGORY[category]] as const),
          )}.`,
        ]),
    ...finishedNotes(has),
    ...(has('created')
      ? []
      : ['No column “Created”: the last update is taken, so ages are too low.']),
    ...(has('updated') ? [] : ['No column “Updated”: the creation is taken for the last change.']),
    ...(look.orphans > 0
      ? [
          `${count(look.orphans, 'item names', 'items name')} a parent that is not in the file, and will stand alone.`,
        ]
      : []),
  ];
  const missing = [
    'No history, as in every CSV: Ladder can’t tell when work on an item started, so the team’s pace and what was answered before the start stay empty.',
    ...ABSENT.filter(([role]) => !has(role)).map(([, sentence]) => sentence),
    ...(has('parent') || has('epicLink')
      ? []
      : ['No column “Parent”: no item can take over the answer of its epic.']),
    look.sprints.size > 0
      ? `${count(look.sprints.size, 'sprint is', 'sprints are')} named, without days: what is in the running or the next sprint stays empty.`
      : 'No sprints: what is in the running or the next sprint stays empty.',
    ...(look.comments > 0
      ? [`${count(look.comments, 'comment is', 'comments are')} not taken over.`]
      : []),
    'No answers, goals and results of Ladder, which no CSV holds: every item starts without an answer.',
  ];
  return { derived, missing };
}

/** How it is known when an item was finished, where no column says when its category changed. */
function finishedNotes(has: (role: Role) => boolean): string[] {
  if (has('categoryChanged')) return [];
  if (has('resolved')) return ['An item counts as finished on the day of its resolution.'];
  return has('updated')
    ? [
        'No column “Resolved”: an item counts as finished at its last update, so months may be wrong.',
      ]
    : [
        'No dates but the creation: an item counts as finished on its first day, so months are wrong.',
      ];
}
