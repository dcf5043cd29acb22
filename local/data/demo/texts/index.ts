// All texts of the demo shop, by part of the product, and what belongs to no part.

import { AFTER } from './after';
import { AROUND } from './around';
import { BUYING } from './buying';
import type { Theme } from './theme';

export { fillSlots, type BetText, type Theme } from './theme';

export const THEMES: readonly Theme[] = [...BUYING, ...AFTER, ...AROUND];

/** Routine work, on whatever part. */
export const CHORES: readonly string[] = [
  'Upgrade {library} in the {service}',
  'Renew the certificate of the {service}',
  'Rotate the keys of the {service}',
  'Remove dead code from the {service}',
  'Clean up test data for {country}',
  'Update the texts on cookies for {country}',
  'Yearly check of {library} licences',
  'Patch {library}',
  'Move the nightly job of the {service} before the {report}',
  'Refresh the test stock of {category}',
  'Archive orders of the {service} older than ten years',
  'Replace the flaky tests of the {service}',
  'Reset the staging data of the {service}',
  'Tidy the dashboards of the {team} team',
];

/** Steps of one item: never asked, never counted. */
export const STEPS: readonly string[] = [
  'Agree on the wording',
  'Sketch the screen',
  'Talk to the {team} team',
  'Write the migration',
  'Build it behind a switch',
  'Test on {browser}',
  'Translate to {language}',
  'Check with a screen reader',
  'Measure before and after',
  'Tell the {team} team',
  'Switch it on for {country}',
  'Remove the switch',
  'Update the help page',
  'Review the numbers after a week',
];

/** First sentences of descriptions. */
export const REASONS: readonly string[] = [
  'The {team} team gets asked about this several times a week.',
  'We saw this in {count} of the last interviews with shoppers.',
  'People leave the {page} here more often than elsewhere.',
  'Asked for by the {team} team before {season}.',
  'Customers in {country} expect it.',
  'It came up in the last review with the {team} team.',
  'We promised it to {partner}.',
  'Nobody remembers who asked for it first; it comes back every quarter.',
  'The old way costs the {team} team half an hour a day.',
  'Someone on the {team} team had the idea.',
];

/** What a description may go on with. */
export const DETAILS: readonly string[] = [
  'To do:\n\n- look at how {partner} does it\n- try it with {count} people\n- switch it on for {country} first',
  'Out of scope: the store tills and {partner}.',
  'Done when:\n\n- it works on {device}\n- the texts exist in {language}\n- the {team} team has seen it',
  'Watch out for {method}: it behaves differently there.',
  'The design is on the team page, second section.',
  'Small change, but it touches the {service}.',
  'Open question: what happens after {event}?',
];
