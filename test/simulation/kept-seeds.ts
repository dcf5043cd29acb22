// Seeds that once failed, with what they found; each is run by every check.

export const KEPT_SEEDS: readonly { seed: number; found: string }[] = [
  { seed: 7, found: 'two projects that are settled side by side both come to their end' },
  {
    seed: 3388,
    found: 'a forged day of a parked item is seen when the item has its turn, not at once',
  },
  {
    seed: 885,
    found: 'an intent on an item that went away is given up, and no decision of its own',
  },
  {
    seed: 35_423,
    found: 'who took a kill back in one window is told in another that the item has changed',
  },
  {
    seed: 72_961,
    found: 'an item that was hidden when it was looked at has its turn again, not at once',
  },
  { seed: 77_295, found: 'counts do not tell a decision that a hand wrote from one it took away' },
  { seed: 98_854, found: 'a kill that is settled late in the night is in no count of that night' },
  { seed: 156_801, found: 'search still shows a kill that this night has ended' },
  { seed: 42_960, found: 'a warning of midnight has the day of the clock that wrote it' },
];
