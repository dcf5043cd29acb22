// How the work of a period is meant to be divided between its goals, in whole percent.

const WHOLE = 100;

/**
 * What is left for the other goals when one more takes its share: nothing is taken while there is
 * room; else the others shrink in proportion, and all shares together are 100. What rounding leaves
 * over goes to those that lost most by it, the first of equals first.
 */
export function sharesBeside(others: readonly number[], share: number): number[] {
  const sum = others.reduce((all, one) => all + one, 0);
  const room = WHOLE - share;
  if (sum <= room) return [...others];
  const exact = others.map((one) => (one * room) / sum);
  const whole = exact.map(Math.floor);
  let rest = room - whole.reduce((all, one) => all + one, 0);
  const byLoss = exact
    .map((one, n) => ({ n, loss: one - Math.floor(one) }))
    .sort((a, b) => b.loss - a.loss || a.n - b.n);
  for (const { n } of byLoss) {
    if (rest === 0) break;
    whole[n] = (whole[n] ?? 0) + 1;
    rest -= 1;
  }
  return whole;
}
