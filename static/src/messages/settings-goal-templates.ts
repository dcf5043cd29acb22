// Examples of goals that a form begins with; all of it can be changed.
import { words } from '../words';

export interface GoalTemplate {
  achieve: string;
  by: string;
  metric: string;
  unit: string;
  direction: 'up' | 'down';
}

export const goalTemplates = words('settings-goal-templates', {
  title: 'Begin with an example',
  use: 'Begin with: {metric}',
  teams: [
    {
      name: 'Commerce',
      goals: [
        {
          achieve: 'that shoppers finish what they put in the basket',
          by: 'taking the surprises out of the checkout',
          metric: 'Checkout conversion',
          unit: '%',
          direction: 'up',
        },
        {
          achieve: 'that fewer orders come back',
          by: 'showing sizes and pictures that match what arrives',
          metric: 'Return rate',
          unit: '%',
          direction: 'down',
        },
        {
          achieve: 'that shoppers come back within a quarter',
          by: 'making the second order easier than the first',
          metric: 'Repeat purchase rate',
          unit: '%',
          direction: 'up',
        },
      ],
    },
    {
      name: 'SaaS',
      goals: [
        {
          achieve: 'that new accounts reach their first success sooner',
          by: 'shortening the way from sign-up to the first result',
          metric: 'Time to first value',
          unit: 'hours',
          direction: 'down',
        },
        {
          achieve: 'that customers stay',
          by: 'removing the reasons they name when they leave',
          metric: 'Monthly churn',
          unit: '%',
          direction: 'down',
        },
        {
          achieve: 'that teams use it every week',
          by: 'putting the weekly task on the first page',
          metric: 'Weekly active teams',
          unit: 'teams',
          direction: 'up',
        },
      ],
    },
    {
      name: 'Platform',
      goals: [
        {
          achieve: 'that a change reaches customers on the same day',
          by: 'making builds and reviews shorter',
          metric: 'Lead time for changes',
          unit: 'hours',
          direction: 'down',
        },
        {
          achieve: 'that fewer releases have to be repaired',
          by: 'testing what broke before',
          metric: 'Change failure rate',
          unit: '%',
          direction: 'down',
        },
        {
          achieve: 'that teams help themselves',
          by: 'offering the usual requests as self-service',
          metric: 'Requests solved without a ticket',
          unit: '%',
          direction: 'up',
        },
      ],
    },
  ],
} as const satisfies {
  title: string;
  use: string;
  teams: readonly { name: string; goals: readonly GoalTemplate[] }[];
});
