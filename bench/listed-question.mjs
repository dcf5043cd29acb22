// A question of the page answered by listing, with the fields that the answer needs.
import { answerByListing } from './answer-by-listing.mjs';

const [host, question] = process.argv.slice(2);
const QUESTIONS = {
  // How many open items are asked for an answer: not exempt, not parked.
  backlog: {
    jql: 'project = SHOP AND statusCategory != Done ORDER BY created ASC',
    counts: ({ fields, properties }) =>
      fields.issuetype.hierarchyLevel === 0 &&
      !fields.labels.includes('ops') &&
      properties?.['ladder-decision']?.decision !== 'parked',
  },
  // How many items were finished in the year until the day before tomorrow.
  outcome: {
    jql: 'project = SHOP AND statusCategory = Done AND statusCategoryChangedDate >= "2025-11-22" ORDER BY created ASC',
    counts: ({ fields }) => fields.issuetype.hierarchyLevel === 0,
  },
};
const { jql, counts } = QUESTIONS[question];
const ask = {
  jql,
  fields: ['issuetype', 'parent', 'labels', 'resolution', 'statuscategorychangedate'],
  properties: ['ladder-answer', 'ladder-decision'],
};
let found = 0;

await answerByListing(host, ask, {
  take(issues) {
    found += issues.filter(counts).length;
  },
  found: () => found,
});
