// A random draw that repeats. Every id gets a number from the seed and itself; those with the
// smallest numbers are drawn. So an id that comes or goes changes nothing for the others.

const mix = (hash: number, by: number): number => Math.imul(hash ^ (hash >>> by), 0x85ebca6b);

/** Two lanes of 32 bits over the text, each stirred at the end so that close ids end far apart. */
function hashOf(text: string): [number, number] {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995);
    b ^= b >>> 15;
  }
  const stir = (hash: number): number => {
    const once = mix(hash, 16);
    const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
    return (twice ^ (twice >>> 16)) >>> 0;
  };
  return [stir(a ^ Math.imul(b, 0x9e3779b1)), stir(b)];
}

/** The ids in the order in which they are drawn. The order of the list that is given does not matter. */
export function drawOrder(seed: string, ids: readonly string[]): string[] {
  return ids
    .map((id) => ({ id, hash: hashOf(`${seed}\n${id}`) }))
    .sort((a, b) => a.hash[0] - b.hash[0] || a.hash[1] - b.hash[1])
    .map(({ id }) => id);
}
