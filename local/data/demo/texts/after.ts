// After the order: delivery, returns, care, accounts.

import type { Theme } from './theme';

export const AFTER: readonly Theme[] = [
  {
    component: 'Delivery',
    serves: 'contacts',
    epics: [
      {
        title: 'Tell them before they wonder',
        by: 'writing to customers as soon as a parcel is late',
        expect: 'fewer "where is my order" calls',
      },
      {
        title: 'Delivery on a day of their choice',
        by: 'letting customers choose the day of delivery',
        expect: 'fewer missed deliveries and fewer calls about them',
      },
      {
        title: 'Track it without a number',
        by: 'showing the parcel in the order list without login',
        expect: 'customers to look instead of calling',
      },
    ],
    stories: [
      'Write when a parcel with {carrier} is a day late',
      'Show the way of a parcel with {carrier} on the order page',
      'Choose the day of delivery in {country}',
      'Leave the parcel with a neighbour for {carrier}',
      'Track an order from the {mail} without logging in',
      'Say which parcel holds what when {product} come in {count} parcels',
      'Offer delivery in the evening in {country}',
      'Tell customers early about delays before {season}',
      'Print customs papers for {country}',
      'Change the address until {carrier} has the parcel',
      'Show a delivery window of two hours for {product}',
      'Ask {carrier} for a photo of the place where it was left',
      'Send the tracking number in {language}',
    ],
    bugs: [
      'Tracking with {carrier} shows the wrong day',
      '{mail} is sent twice after {event}',
      'Delivery day in {country} falls on a holiday',
      'Parcel with {carrier} stays "on its way" for weeks',
      'Pick-up code is missing in the {mail}',
    ],
    bets: [
      {
        by: 'writing about a delay before the customer asks',
        expect: 'a fifth fewer delivery contacts',
      },
      { by: 'showing the parcel on the order page', expect: 'fewer calls for a tracking number' },
    ],
  },
  {
    component: 'Returns',
    serves: 'contacts',
    epics: [
      {
        title: 'Return without a printer',
        by: 'letting customers return with a code on the phone',
        expect: 'fewer questions about labels',
      },
      {
        title: 'See where the refund is',
        by: 'showing every step of a refund',
        expect: 'fewer "where is my money" contacts',
      },
    ],
    stories: [
      'Return with a code instead of a label at {carrier}',
      'Show where the refund by {method} stands',
      'Exchange the size of {category} without a new order',
      'Collect {product} at home in {country}',
      'Ask for the reason of a return in one tap',
      'Tell the {team} team which {category} come back most',
      'Refund before the parcel is back for loyal customers',
      'Return {product} to the store in {country}',
      'Accept returns without the box for {category}',
      'Send the {mail} when the parcel is scanned',
      'Extend the return period before {season}',
    ],
    bugs: [
      'Return code is refused by {carrier}',
      'Refund by {method} shows zero',
      'Label for {country} has the wrong address',
      'Exchange of {category} takes the stock twice',
    ],
    bets: [
      { by: 'showing each step of the refund', expect: 'fewer contacts about money' },
      { by: 'returning with a code on the phone', expect: 'no more calls about printers' },
    ],
  },
  {
    component: 'Help',
    serves: 'contacts',
    epics: [
      {
        title: 'Answers where the question comes up',
        by: 'putting the three usual answers on the page where people ask',
        expect: 'fewer contacts per order',
      },
      {
        title: 'Chat with someone who knows the order',
        by: 'opening the chat with the order in view',
        expect: 'contacts to be solved in the first answer',
      },
    ],
    stories: [
      'Answer the usual questions on the {page}',
      'Open the chat with the order in view',
      'Find the right answer about {product} in {language}',
      'Say how long the {team} team takes to answer',
      'Offer a call back in {country}',
      'Let customers change the {mail} settings themselves',
      'Show opening hours of the stores in {country} before {season}',
      'Write answers about {method} in plain words',
      'Ask whether an answer about {category} helped',
      'Send a copy of the chat by mail',
      'Translate the help pages on returns to {language}',
    ],
    bugs: [
      'Chat covers the button on the {page}',
      'Contact form loses the text after {event}',
      'Help pages in {language} link to the old shop',
      'Search in help finds nothing for {method}',
    ],
    bets: [
      { by: 'answering on the page where people ask', expect: 'fewer contacts from that page' },
      { by: 'saying how long an answer takes', expect: 'fewer second mails' },
    ],
  },
  {
    component: 'Accounts',
    serves: 'contacts',
    epics: [
      {
        title: 'Log in without a password',
        by: 'sending a code instead of asking for a password',
        expect: 'far fewer "I cannot log in" contacts',
      },
      {
        title: 'My orders in one place',
        by: 'joining guest orders to the account',
        expect: 'customers to find invoices on their own',
      },
    ],
    stories: [
      'Log in with a code from the {mail}',
      'Join guest orders to a new account',
      'Download invoices for {count} orders at once',
      'Change the mail address without a call',
      'Let people delete their account without a call',
      'Show all vouchers in the account',
      'Order {category} again with one tap',
      'Share an account in the family',
      'Stay logged in on {device}',
      'Show the guarantee of {category} beside the order',
      'Log in with a passkey on {browser}',
    ],
    bugs: [
      'Login code arrives after it has run out in {country}',
      'Invoice shows the old address after {event}',
      'Order history is empty on {browser}',
      'Account can be opened twice with the same mail',
    ],
    bets: [
      { by: 'logging in with a code', expect: 'fewer forgotten passwords at the care desk' },
      { by: 'showing invoices next to the order', expect: 'no more mails asking for one' },
    ],
  },
];
