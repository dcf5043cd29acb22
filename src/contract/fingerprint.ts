// A short stand-in for a JSON value: equal values have equal fingerprints. It tells a page whether
// what it shows is still what the item holds; it is no protection against forgery.
import { canonical } from './properties';

// A name of its own: looking `Math` up for every character is slow where globals are guarded.
const { imul } = Math;

// Two lanes of a multiplicative hash with different seeds; collisions by chance are out of reach.
function lane(text: string, seed: number): string {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) {
    hash = imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash ^= hash >>> 15;
  }
  hash = imul(hash ^ (hash >>> 13), 0x5bd1e995);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Fingerprint of a property value as read from Jira; null when there is none. */
export function fingerprint(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = canonical(value);
  return [0x811c9dc5, 0x2f6e2b1d, 0x6b43a9b5, 0x1b873593].map((seed) => lane(text, seed)).join('');
}
