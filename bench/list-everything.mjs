// The scan's question answered by listing: every item of the project, four fields and the answer.
import { answerByListing } from './answer-by-listing.mjs';

const [host, now, warnDays] = process.argv.slice(2);
const ask = {
  jql: 'project = SHOP ORDER BY created ASC',
  fields: ['created', 'status', 'issuetype', 'parent'],
  properties: ['ladder-answer'],
};
const oldest = Number(now) - Number(warnDays) * 86_400_000;
const answered = new Set();
const open = [];

await answerByListing(host, ask, {
  take(issues) {
    for (const { id, fields, properties } of issues) {
      const answer = properties?.['ladder-answer'];
      if (answer?.state === 'answered') answered.add(id);
      else if (fields.issuetype.hierarchyLevel === 0 && fields.status.statusCategory.key !== 'done')
        open.push({ created: Date.parse(fields.created), parent: fields.parent?.id });
    }
  },
  found: () =>
    open.filter(({ created, parent }) => created <= oldest && !answered.has(parent)).length,
});
