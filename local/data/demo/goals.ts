// The goals of the demo shop and what they read over time.

import type { Goal } from '../../../src/domain/goal';
import type { KeptReading } from '../../../src/ports';
import { LOGIN_USERS } from '../people';
import { DAY, dayFrom } from './moments';
import { GOALS, type GoalName } from './tables';

export const GOAL_IDS: Readonly<Record<GoalName, string>> = {
  conversion: GOALS.conversion.goal.id,
  contacts: GOALS.contacts.goal.id,
  speed: GOALS.speed.goal.id,
};

/** Whether a goal counts on a day that lies `day` days after the demo's present. */
export function counted(name: GoalName, day: number): boolean {
  const { first, last, ended = last } = GOALS[name];
  return day >= first && day < ended;
}

/** Two active goals, and one that was ended early and names what took its place. */
export function shopGoals(now: number): Goal[] {
  return Object.values(GOALS).map(({ goal, owner, link, first, last, ended, successorId }) => ({
    ...goal,
    firstDay: dayFrom(now, first),
    lastDay: dayFrom(now, last),
    ...(ended === undefined ? {} : { endedOn: dayFrom(now, ended), successorId }),
    ownerAccountId: LOGIN_USERS[owner].accountId,
    ...(link === undefined ? {} : { link }),
  }));
}

/** The readings of all goals, oldest first within each, by the goal's owner; one was corrected a day later. */
export function shopReadings(now: number): KeptReading[] {
  return Object.values(GOALS).flatMap(({ goal, owner, readings }) =>
    readings.map(([offset, value, note, mistaken]) => {
      const by = LOGIN_USERS[owner].accountId;
      const day = dayFrom(now, offset);
      const at = Date.parse(`${day}T08:00:00Z`);
      const earlier = mistaken === undefined ? [] : [{ value: mistaken, by, at, withdrawn: false }];
      return {
        goalId: goal.id,
        day,
        value,
        ...(note === undefined ? {} : { note }),
        rev: 1 + earlier.length,
        by,
        at: at + earlier.length * DAY,
        withdrawn: false,
        earlier,
      };
    }),
  );
}
