// Text that Jira itself shows, by the keys that manifest.yml names. No page loads it.
import { words } from '../words';

export const manifest = words('manifest', {
  goal: 'Goal',
  gate: {
    name: 'Ladder gate',
    description:
      'An item says which goal it serves, and how we will know if it worked, before work on it starts.',
    unreadable:
      "Ladder cannot read this item's answer. Open Ladder on the item and answer it again.",
  },
} as const);
