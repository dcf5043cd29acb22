// Looks whether the documents name what there is: commands and their options, scopes, modules,
// procedures, settings, words of the screens, files, links and pictures. Decisions are left out: they
// say what was so on their day.
//
// Not looked at: whether a sentence is true, and its figures but the scores of docs/mutation.md. Of a word
// in backticks only that it stands somewhere in the code, unless its form or the words before it ("the
// setting", "the procedure", "the act") say what it is; so `gone` alone passes. Outside of backticks only
// "npm run …" and scopes. In bold only the guides, and there no sentence of four words or more. Options of
// one letter, those of npm itself, and what a block of code holds besides commands.
import { readFileSync } from 'node:fs';
import { inRoot } from '../lib/root.mjs';
import { known as look } from './docs-known.mjs';
import { findingsIn } from './docs-rules.mjs';

const known = look();
const documents = [...known.files].filter(
  (file) => file.endsWith('.md') && !file.startsWith('docs/decisions/'),
);
const findings = documents.flatMap((file) =>
  findingsIn({ file, text: readFileSync(inRoot(file), 'utf8') }, known).map(
    ({ line, text }) => `${file}:${line} ${text}`,
  ),
);
console.log(findings.join('\n') || `${documents.length} documents name only what there is`);
if (findings.length > 0) process.exitCode = 1;
