// Runs steps one after the other and says how it goes. A step is { name, part?, run }, and `run`
// answers { ok, output, tests?: { passed, failed } } or throws.

const HEARTBEAT_MS = 15_000;
const SHOWN_LINES = 200;

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** The end of a long output: there the error stands. */
function lastLines(output) {
  const lines = output.trimEnd().split('\n');
  const cut = lines.length - SHOWN_LINES;
  return cut > 0 ? [`(${cut} lines left out)`, ...lines.slice(cut)] : lines;
}

async function attempt(step, print) {
  try {
    return await step.run(print);
  } catch (error) {
    return { ok: false, output: error.stack ?? String(error) };
  }
}

async function runStep(step, title, print) {
  const started = Date.now();
  print(`${title} ...`);
  const heartbeat = setInterval(
    () => print(`${title} ... still running after ${Math.round((Date.now() - started) / 1000)} s`),
    HEARTBEAT_MS,
  );
  const result = await attempt(step, print);
  clearInterval(heartbeat);
  const ms = Date.now() - started;
  const count = result.tests ? `, ${result.tests.passed} tests passed` : '';
  if (result.ok) {
    print(`${title} passed in ${seconds(ms)}${count}`);
  } else {
    print(
      lastLines(result.output)
        .map((line) => `    ${line}`)
        .join('\n'),
    );
    print(`${title} FAILED in ${seconds(ms)}`);
  }
  return { name: step.name, ok: result.ok, ms, tests: result.tests ?? { passed: 0, failed: 0 } };
}

/** Runs all steps, also after a failed one; answers one result a step. */
export async function runSteps(steps, print) {
  const results = [];
  for (const [index, step] of steps.entries()) {
    const title = `[${String(index + 1).padStart(2)}/${steps.length}] ${step.name}`;
    results.push(await runStep(step, title, print));
  }
  return results;
}

/** A line a step, then the sums as the last line. */
export function summary(results) {
  const width = Math.max(...results.map((result) => result.name.length));
  const lines = results.map(
    ({ name, ok, ms }) => `  ${ok ? 'passed' : 'FAILED'}  ${name.padEnd(width)}  ${seconds(ms)}`,
  );
  const sum = (of) => results.reduce((total, result) => total + of(result), 0);
  const total = seconds(sum((result) => result.ms));
  const passed = sum((result) => result.tests.passed + (result.ok ? 1 : 0));
  const failed = sum((result) => result.tests.failed + (result.ok ? 0 : 1));
  return ['', ...lines, `  in ${total}`, `${passed} passed, ${failed} failed`].join('\n');
}
