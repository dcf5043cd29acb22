// Starts a program of the project and gathers what it prints.
import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/**
 * Runs a program to its end. Nothing is printed; the answer holds all output in its order.
 * A program that cannot be started answers with code 127 and the reason.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
      env: { ...process.env, ...options.env },
    });
    const stop = () => child.kill('SIGTERM');
    process.once('exit', stop);
    const finish = (code) => {
      process.off('exit', stop);
      resolve({ code, output });
    };
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.on('error', (error) => {
      output += `${error.message}\n`;
      finish(127);
    });
    child.on('close', (code, signal) => finish(signal ? 1 : code));
  });
}

/** Runs a script with this Node. */
export const runNode = (args, options) => run(process.execPath, args, options);
