// Runs steps, two at a time, and says how it goes. A step is { name, run, after?, alone? }: `run`
// answers { ok, output, tests?: { passed, failed }, failures?, notes?, notRun? } or throws, `after` names
// steps that have to end first (passed or not), and a step that is `alone` shares the machine with no other.
// `failures` are { title, text } of each failed test; `notes` are lines worth reading though it passed;
// `notRun` is why a step had nothing to do: it counts neither as passed nor as failed.
import { failureLines } from './failures.mjs';

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
  if (result.notRun) {
    print(`${title} not run: ${result.notRun}`);
  } else if (result.ok) {
    for (const note of result.notes ?? []) print(`    ${note}`);
    print(`${title} passed in ${seconds(ms)}${count}`);
  } else {
    print(
      lastLines(result.output)
        .map((line) => `    ${line}`)
        .join('\n'),
    );
    print(`${title} FAILED in ${seconds(ms)}`);
  }
  return { tests: { passed: 0, failed: 0 }, notes: [], ...result, name: step.name, ms };
}

function mayStart(step, running, ended, names) {
  if (running.size > 0 && (step.alone || [...running.keys()].some((other) => other.alone))) {
    return false;
  }
  return (step.after ?? []).every((name) => ended.has(name) || !names.has(name));
}

/**
 * Runs all steps, also after a failed one; answers one result a step, in the order of the steps.
 * A step waits only for those steps of `after` that are to run at all.
 */
export async function runSteps(steps, print, slots = 2) {
  const names = new Set(steps.map((step) => step.name));
  const waiting = [...steps];
  const running = new Map();
  const ended = new Map();
  while (ended.size < steps.length) {
    const next = waiting.find((step) => mayStart(step, running, ended, names));
    if (next && running.size < slots) {
      waiting.splice(waiting.indexOf(next), 1);
      const title = `[${String(steps.indexOf(next) + 1).padStart(2)}/${steps.length}] ${next.name}`;
      running.set(
        next,
        runStep(next, title, print).then((result) => {
          running.delete(next);
          ended.set(next.name, result);
        }),
      );
    } else if (running.size > 0) {
      await Promise.race(running.values());
    } else {
      throw new Error(`These steps wait for each other: ${waiting.map((step) => step.name)}`);
    }
  }
  return steps.map((step) => ended.get(step.name));
}

/**
 * What failed and why, a line a step, then the sums as the last line. Whoever reads a long log reads
 * its end, so the reasons stand here once more.
 */
export function summary(results, ms) {
  const width = Math.max(...results.map((result) => result.name.length));
  const lines = results.map(({ ok, name, ms: took, notRun }) =>
    notRun
      ? `  ${name} not run: ${notRun}`
      : `  ${ok ? 'passed' : 'FAILED'}  ${name.padEnd(width)}  ${seconds(took)}`,
  );
  const notes = results.flatMap(({ name, notes: said }) =>
    said.map((note) => `  ${name}: ${note}`),
  );
  const sum = (of) => results.reduce((total, result) => total + of(result), 0);
  const passed = sum((result) => result.tests.passed + (result.ok && !result.notRun ? 1 : 0));
  const failed = sum((result) => result.tests.failed + (result.ok ? 0 : 1));
  return [
    ...failureLines(results),
    '',
    ...lines,
    ...notes,
    `  in ${seconds(ms)}`,
    `${passed} passed, ${failed} failed`,
  ].join('\n');
}
