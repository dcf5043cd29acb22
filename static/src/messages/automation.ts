// Text of the form in which a rule says which reading it adds.
import { words } from '../words';

export const automation = words('automation', {
  title: 'Add a reading to a goal',
  text: 'When the rule runs, this value stands on that day of the goal. A second run with the same value changes nothing. The rule’s user has to own the goal or administer the project.',
  fields: {
    project: 'Project',
    goal: 'Goal',
    day: 'Day',
    value: 'Value',
    note: 'Note',
  },
  help: {
    project: 'Key of the project, for example SHOP, or {{issue.project.key}}.',
    goal: 'Metric, sentence or id of the goal, or a smart value.',
    day: 'Year-month-day, or {{now.jqlDate}}. Empty is the day on which the rule runs.',
    value: 'A number, for example 2.4, or a smart value.',
    note: 'Where the number comes from.',
  },
  choose: 'Choose a goal',
  other: 'Type a name or a smart value',
  list: 'Choose from the goals of this project',
  over: '{metric} (over)',
  wanted: {
    project: 'Give the key of a project, or a smart value.',
    goal: 'Choose a goal, or type its name or a smart value.',
    day: 'Give a day as year-month-day, a smart value, or nothing.',
    value: 'Give a number such as 2.4, or a smart value.',
    note: 'Keep the note to 500 characters.',
  },
} as const);
