// Around the shop: speed on phones, marketing, the back office, the platform.

import type { Theme } from './theme';

export const AROUND: readonly Theme[] = [
  {
    component: 'Mobile',
    serves: 'speed',
    epics: [
      {
        title: 'First picture in two seconds',
        by: 'loading only what is seen first',
        expect: 'product pages to open in under three seconds on phones',
      },
      {
        title: 'Lighter pages',
        by: 'throwing out scripts that nobody asked for',
        expect: 'a second less to wait on slow connections',
      },
    ],
    stories: [
      'Load photos of {category} in the size that is shown',
      'Show the {page} before all scripts are there on {device}',
      'Throw out the old slider on the {page}',
      'Keep the {page} steady while it loads on {device}',
      'Load reviews of {category} only when they are seen',
      'Cache the menu for returning visitors',
      'Use the new image format for {category}',
      'Measure the wait on the {page} for {device}',
      'Load the chat after the {page} is usable',
      'Move fonts to our own server',
      'Put the buy button within reach of the thumb on {device}',
      'Prefetch the {page} while the thumb is on the link',
    ],
    bugs: [
      'Page jumps when photos of {category} arrive on {device}',
      'Menu cannot be closed on {browser}',
      'The {page} scrolls sideways on {device}',
      'Keyboard covers the {page} on {browser}',
    ],
    bets: [
      { by: 'loading photos in the size that is shown', expect: 'half a second less on phones' },
      { by: 'moving the chat behind the page', expect: 'pages that can be used sooner' },
    ],
  },
  {
    component: 'Marketing',
    serves: null,
    epics: [
      {
        title: 'A club for regulars',
        by: 'thanking regular customers with early access',
        expect: 'one more order a year from each of them',
      },
      {
        title: 'Landing pages without a release',
        by: 'letting marketing build pages themselves',
        expect: 'campaigns to start within a day',
      },
      {
        title: 'Reviews that help',
        by: 'asking for a review when the product has been used',
        expect: 'more reviews with a photo',
      },
    ],
    stories: [
      'Build a landing page for {season} without a release',
      'Early access to {category} for club members',
      'Ask for a review of {category} two weeks after delivery',
      'Show points of the club in the {page}',
      'Send a reminder of {category} left in the basket',
      'Recommend {category} in the newsletter',
      'Invite a friend and save on {category}',
      'Banner for {season} in {language}',
      'Count how many come from the campaign for {season}',
      'Advent calendar with {category}',
      'Let members choose the topics of the newsletter',
      'Sell {product} at {partner}',
      'Publish the catalogue for {season} as pages',
    ],
    bugs: [
      'Newsletter link to {category} leads nowhere',
      'Points of the club are counted twice after {event}',
      'Banner for {season} is still there in {country}',
      'Unsubscribe page fails on {browser}',
    ],
    bets: [
      { by: 'asking for a review after two weeks', expect: 'twice as many reviews with a photo' },
      { by: 'inviting club members first', expect: 'a sold out first day' },
    ],
  },
  {
    component: 'Back office',
    serves: null,
    epics: [
      {
        title: 'Prices in one tool',
        by: 'changing prices in one place',
        expect: 'no more differences between shop and store',
      },
      {
        title: 'Warehouse handhelds',
        by: 'moving picking to the new handhelds',
        expect: 'fewer picking errors',
      },
      {
        title: 'New look for the admin area',
        by: 'redesigning the admin area',
        expect: 'a nicer place to work',
      },
    ],
    stories: [
      'Change prices of {category} in one place',
      'Send the {report} to the {team} team every morning',
      'Export the {report} for {country}',
      'Show the {team} team which orders wait for {product}',
      'Pick orders for {carrier} first',
      'Approve vouchers for {season} by two people',
      'Edit texts of {category} in {language} side by side',
      'Import the {report} from {partner}',
      'Undo a wrong price for {category}',
      'Search orders by phone number for the {team} team',
      'Block an address in {country}',
      'Label shelves for {category}',
      'Filter the {report} by store',
    ],
    bugs: [
      '{report} counts returns twice',
      'Export of the {report} stops after {count} rows',
      'Prices of {category} are lost after {event}',
      'Admin list is slow for the {team} team',
    ],
    bets: [
      { by: 'changing prices in one tool', expect: 'an hour less each morning' },
      { by: 'approving vouchers by two people', expect: 'no more wrong vouchers' },
    ],
  },
  {
    component: 'Platform',
    serves: null,
    epics: [
      {
        title: 'Ready for Black Friday',
        by: 'testing with three times the traffic',
        expect: 'no outage on the busiest day',
      },
      {
        title: 'Leave the old data centre',
        by: 'moving the last services',
        expect: 'one place less to look after',
      },
    ],
    stories: [
      'Move the {service} out of the old data centre',
      'Test the {service} with three times the traffic',
      'Raise an alarm when the {service} is slow',
      'Keep the logs of the {service} for a quarter',
      'Run the {service} in a second zone',
      'Rehearse a restore of the {service}',
      'Retry calls to the {service} after {event}',
      'Split the {service} from the old shop',
      'Check the {service} for unused access rights',
      'Document how the {service} is released',
    ],
    bugs: [
      'The {service} runs out of memory after {event}',
      'Deploys of the {service} drop requests',
      'Alarm of the {service} rings for nothing',
      'Clock of the {service} is an hour off in {country}',
    ],
    bets: [
      { by: 'testing the busiest hour beforehand', expect: 'no outage in it' },
      { by: 'rehearsing a restore', expect: 'to be back within an hour' },
    ],
  },
];
