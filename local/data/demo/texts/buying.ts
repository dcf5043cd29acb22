// The way to a paid order: checkout, payments, product pages, search.

import type { Theme } from './theme';

export const BUYING: readonly Theme[] = [
  {
    component: 'Checkout',
    serves: 'conversion',
    epics: [
      {
        title: 'Show the full price early',
        by: 'showing delivery cost and taxes in the basket already',
        expect: 'fewer shoppers to leave when they see the total',
      },
      {
        title: 'Guest checkout',
        by: 'letting people buy without an account',
        expect: 'more first-time shoppers to finish their order',
      },
      {
        title: 'One-page checkout',
        by: 'putting address, delivery and payment on one page',
        expect: 'a shorter way to a paid order and fewer drop-outs between steps',
      },
      {
        title: 'Address lookup',
        by: 'filling in the address from a postcode',
        expect: 'fewer abandoned address forms on phones',
      },
    ],
    stories: [
      'Show delivery cost to {country} before the address is typed',
      'Let guests order {product} without an account',
      'Keep the basket when a shopper logs in on another device',
      'Fill in street and town from the postcode for {country}',
      'Offer a pick-up point as delivery address in {country}',
      'Explain why {product} need a phone number at checkout',
      'Show the earliest delivery day for {product} in the basket',
      'Remember the last delivery choice of returning shoppers',
      'Let a shopper change the amount of {product} in the order summary',
      'Say which field is wrong in the {page} before the form is sent',
      'Save a half-filled checkout for a day',
      'Show vouchers that fit the basket for {category}',
      'Allow a second delivery address for gifts to {country}',
      'Reduce the checkout for {product} to two steps on phones',
    ],
    bugs: [
      'Total changes after {event} at checkout',
      'Postcode from {country} is refused',
      'Voucher is lost after {event}',
      'Basket shows the wrong amount for {product}',
      '"Next" does nothing on {browser} when the address has an umlaut',
      'Two orders are made when the button is pressed twice on {device}',
    ],
    bets: [
      {
        by: 'showing the price with delivery before the address step',
        expect: 'fewer people to leave at the order summary',
      },
      {
        by: 'removing the second confirmation',
        expect: 'more started checkouts to end with an order',
      },
      {
        by: 'marking the wrong field while it is typed',
        expect: 'fewer retries in the address form',
      },
    ],
  },
  {
    component: 'Payments',
    serves: 'conversion',
    epics: [
      {
        title: 'Pay the way people pay at home',
        by: 'offering the payment method that is usual in each country',
        expect: 'more paid orders outside our home market',
      },
      {
        title: 'A failed payment is not the end',
        by: 'keeping the order and offering another method after a failure',
        expect: 'half of the failed payments to be paid in a second try',
      },
      {
        title: 'Wallets on phones',
        by: 'putting wallets first on phones',
        expect: 'faster and more payments on phones',
      },
    ],
    stories: [
      'Offer {method} in {country}',
      'Keep the order open for an hour after a failed {method} payment',
      'Show {method} first to those who used it last',
      'Ask for the second factor in the same window with {method}',
      'Pay part with a gift card and the rest by {method}',
      'Refund {product} through {method}',
      'Say in plain words why {method} was refused',
      'Store a card for the next order after asking',
      'Show instalments for {category} above 200 euros',
      'Send a payment link from the {team} desk',
      'Let business customers in {country} pay on account',
      'Check the limit for {method} before the last step',
    ],
    bugs: [
      '{method} payment is shown as open though it was paid',
      'Refund by {method} is booked twice',
      'Second factor fails on {browser}',
      'Rounding differs by a cent for {country}',
      'Payment page stays white after {event}',
    ],
    bets: [
      {
        by: 'adding the method most asked for',
        expect: 'fewer empty-handed visitors at the payment step',
      },
      {
        by: 'offering a second method after a failure',
        expect: 'every third failed payment to be saved',
      },
      { by: 'showing wallets first on phones', expect: 'the payment step to take under a minute' },
    ],
  },
  {
    component: 'Product pages',
    serves: 'conversion',
    epics: [
      {
        title: 'Sizes that fit',
        by: 'saying how a product runs compared with what the shopper owns',
        expect: 'more orders from product pages and fewer returns for size',
      },
      {
        title: 'Photos from customers',
        by: 'showing photos of real rooms and people',
        expect: 'more visitors to put the product in the basket',
      },
      {
        title: 'Stock that can be trusted',
        by: 'showing the stock of the nearest store and when more arrives',
        expect: 'fewer shoppers to leave with "sold out"',
      },
    ],
    stories: [
      'Show how {category} run in size',
      'Let customers add photos to {category}',
      'Show when sold out {category} are back',
      'Compare up to four {category} side by side',
      'Show the stock of the nearest store for {product}',
      'Write the material of {category} in plain words',
      'Answer the five questions most asked about {category}',
      'Zoom into {category} with two fingers on {device}',
      'Say what is in the box for {category}',
      'Show the price per unit where {country} asks for it',
      'Suggest what fits to {category} below the price',
      'Show energy labels for {category} in {country}',
      'Read the description of {category} in {language}',
    ],
    bugs: [
      'Photos of {category} are turned on {browser}',
      'Size table for {category} is cut off on {device}',
      'Old price is shown for {product} after {event}',
      'Sold out {category} can still be put in the basket',
      'Reviews of {category} are missing in {language}',
    ],
    bets: [
      { by: 'saying how a product runs in size', expect: 'more shoppers to choose a size at once' },
      { by: 'showing when it is back in stock', expect: 'visitors to wait instead of leaving' },
    ],
  },
  {
    component: 'Search',
    serves: 'conversion',
    epics: [
      {
        title: 'Search understands everyday words',
        by: 'mapping everyday words to our product names',
        expect: 'half as many searches without a result',
      },
      {
        title: 'Filters people use',
        by: 'showing the three filters that fit the category',
        expect: 'more searches to end on a product page',
      },
    ],
    stories: [
      'Find {category} by everyday words in {language}',
      'Show the three filters that matter for {category}',
      'Forgive typing errors in {language}',
      'Search {category} by part number',
      'Offer something near when {category} give no result',
      'Sort {category} by delivery day',
      'Remember the filters when coming back from a product',
      'Show what others searched before {season}',
      'Rank {category} in stock above those that are not',
      'Search by photo for {category}',
      'Let the {team} team pin a product to a search',
      'Count the results while filters for {category} change',
    ],
    bugs: [
      'Search for {category} gives nothing in {language}',
      'Filter for {category} is forgotten after {event}',
      'Sorting by price ignores vouchers for {category}',
      'Suggestions cover the button on {device}',
      'Search page shows products not sold in {country}',
    ],
    bets: [
      { by: 'forgiving small typing errors', expect: 'fewer searches without a result' },
      { by: 'ranking what is in stock first', expect: 'more clicks that can become orders' },
    ],
  },
];
