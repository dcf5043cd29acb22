// The goals of the demo shop and what they read over time.

import type { Goal, Reading } from '../../../src/domain/goal';
import { LOGIN_USERS } from '../people';
import { dayFrom } from './moments';

export type GoalName = 'conversion' | 'contacts' | 'speed';

export const GOAL_IDS: Record<GoalName, string> = {
  conversion: 'shop-conversion',
  contacts: 'shop-contacts',
  speed: 'shop-speed',
};

/** A goal of another project: an item that was moved or cloned from there still names it. */
export const FOREIGN_GOAL_ID = 'app-installs';

/** What one item may hope to add, in each goal's unit. */
export const USUAL_DELTAS: Record<GoalName, readonly number[]> = {
  conversion: [0.02, 0.03, 0.05, 0.08, 0.1],
  contacts: [-0.1, -0.2, -0.3, -0.5],
  speed: [-0.1, -0.2, -0.4],
};

/** How long before the demo's present each goal counts: day offsets, both included. */
export const GOAL_DAYS: Record<GoalName, { first: number; last: number }> = {
  conversion: { first: -200, last: 75 },
  contacts: { first: -190, last: 110 },
  speed: { first: -520, last: -170 },
};

/** Two active goals, and one that was ended early and names what took its place. */
export function shopGoals(now: number): Goal[] {
  const { po, dev, admin } = LOGIN_USERS;
  const days = (name: GoalName) => ({
    firstDay: dayFrom(now, GOAL_DAYS[name].first),
    lastDay: dayFrom(now, GOAL_DAYS[name].last),
  });
  return [
    {
      id: GOAL_IDS.conversion,
      achieve: 'that shoppers finish what they put in the basket',
      by: 'taking the surprises out of the checkout',
      metric: 'Checkout conversion',
      unit: '%',
      direction: 'up',
      baseline: 2.1,
      target: 2.6,
      ...days('conversion'),
      ownerAccountId: po.accountId,
      link: 'https://dashboards.example.com/checkout-conversion',
    },
    {
      id: GOAL_IDS.contacts,
      achieve: 'that customers need not ask where their order is',
      by: 'telling them before they wonder',
      metric: 'Contacts per 100 orders',
      unit: 'contacts',
      direction: 'down',
      baseline: 8.4,
      target: 6,
      ...days('contacts'),
      ownerAccountId: admin.accountId,
      link: 'https://dashboards.example.com/contacts',
    },
    {
      id: GOAL_IDS.speed,
      achieve: 'that the shop feels quick on a phone',
      by: 'loading only what is seen first',
      metric: 'Wait for a product page on phones',
      unit: 's',
      direction: 'down',
      baseline: 4.2,
      target: 2.5,
      ...days('speed'),
      lastDay: dayFrom(now, -120),
      endedOn: dayFrom(now, GOAL_DAYS.speed.last),
      successorId: GOAL_IDS.conversion,
      ownerAccountId: dev.accountId,
    },
  ];
}

/** Day offset and value. */
const VALUES: Record<GoalName, readonly (readonly [number, number])[]> = {
  conversion: [
    [-196, 2.1],
    [-168, 2.11],
    [-140, 2.09],
    [-112, 2.14],
    [-84, 2.19],
    [-56, 2.22],
    [-28, 2.27],
    [-6, 2.31],
  ],
  contacts: [
    [-186, 8.4],
    [-156, 8.5],
    [-126, 8.3],
    [-96, 8.1],
    [-66, 7.7],
    [-36, 7.6],
    [-8, 7.2],
  ],
  speed: [
    [-515, 4.2],
    [-455, 4.1],
    [-395, 3.7],
    [-335, 3.5],
    [-275, 3.2],
    [-215, 2.9],
    [-175, 2.9],
  ],
};

const NOTES: Partial<Record<string, string>> = {
  'conversion-56': 'The week after the full price was shown in the basket.',
  'contacts-66': 'Delay notices are out in all countries.',
  'speed-175': 'Good enough; the next second costs more than it brings.',
};

/** The readings of all goals, oldest first within each. */
export function shopReadings(now: number): Reading[] {
  return (Object.keys(VALUES) as GoalName[]).flatMap((name) =>
    VALUES[name].map(([offset, value]) => {
      const note = NOTES[`${name}${offset}`];
      return {
        goalId: GOAL_IDS[name],
        day: dayFrom(now, offset),
        value,
        ...(note === undefined ? {} : { note }),
      };
    }),
  );
}
