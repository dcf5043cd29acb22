// Texts that somebody could type to run something, to break out of where they stand, or to spoil the
// page: families of them, more than two hundred.
import { MARKUP } from './hostile-markup';

const jql = [
  '") OR (project = LAB',
  '" OR project = LAB OR labels = "',
  "' OR 1=1 --",
  ') OR (1=1',
  'a) OR project = LAB OR (a',
  '\\',
  '\\"',
  '\\\\" OR project = LAB',
  'x" ORDER BY created',
  'labels = a ORDER BY rank',
  'EMPTY',
  'NULL',
  'currentUser()',
  'membersOf("jira-administrators")',
  'issuekey in (LAB-1)',
  'project = LAB',
  'x AND NOT x',
  '= = =',
  '~*?+-&|!(){}[]^:',
  'and',
  'order by',
];
const paths = [
  '../../../etc/passwd',
  '..%2f..%2f',
  '%2e%2e/',
  '..\\..\\',
  '/rest/api/3/myself',
  '?expand=all',
  '#fragment',
  'a/../b',
  '%00',
  '\u0000',
  'CON',
  '.',
  '..',
];
const cells = ['=', '+', '-', '@', '\t=', '\r=', '\n=', '＝', '＋', '－', '＠'].flatMap((start) => [
  `${start}HYPERLINK("https://evil.example","x")`,
  `${start}cmd|' /C calc'!A0`,
]);
const rows = ['"', '""', ',', ';', '\r\n=1+1', 'a"\r\n"=1+1', '\t', ' =1+1'];
const directions = ['\u202e', '\u202d', '\u2066', '\u2067', '\u2069', '\u200f', '\u061c'].map(
  (mark) => `invoice${mark}gpj.exe`,
);
const invisible = [
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u115f',
  '\u3164',
  '\u180e',
  '\u{e0041}',
].map((mark) => `che${mark}ckout`);
const surrogates = [
  '\ud800',
  '\udc00',
  '\ud83d',
  'a\udfffb',
  '\udc00\ud800',
  '\uffff',
  '\ufffe',
  '\u{10ffff}',
];
const letters = [
  '👩‍👩‍👧‍👦',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
  'ﷺ',
  '﷽',
  'İıſK',
  'ß',
  'ａｄｍｉｎ',
  'аdmin',
  '文字'.repeat(20),
  'الغاية',
  'שלום',
];
const controls = Array.from(
  { length: 12 },
  (_none, n) =>
    `a${String.fromCharCode([0, 1, 7, 8, 11, 12, 13, 27, 127, 133, 0x2028, 0x2029][n] ?? 0)}b`,
);
const lines = [
  'a\nb',
  'a\r\nb',
  '\n{"message":"forged"}',
  '\u001b[2J\u001b[31mred',
  'a\n\n\n\n\nb',
];
const names = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'then',
  'length',
  'null',
  'undefined',
  'NaN',
  'true',
  '0',
  '-0',
  '1e999',
  '[object Object]',
  '{"v":2}',
  '[]',
];
const long = [
  'W'.repeat(200),
  'a '.repeat(99),
  '<b>'.repeat(60),
  '('.repeat(150),
  '['.repeat(150),
  '\u0301'.repeat(100),
];
const documents = [
  '{"type":"doc","version":1,"content":[{"type":"paragraph"}]}',
  '{panel}',
  '[~accountid:acc-po]',
  '{code:javascript}x{code}',
  '!x.png!',
  '||a||b||',
  'h1. a',
  '<ac:structured-macro/>',
  '@[admin](acc-admin)',
];
const queries = [
  "'; DROP TABLE issue; --",
  '" OR ""="',
  '$where: 1',
  '*)(uid=*))(|(uid=*',
  '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>&a;',
  '`id`',
  '$(id)',
  '; id',
  '| id',
];

export const HOSTILE: readonly string[] = [
  ...new Set([
    ...MARKUP,
    ...jql,
    ...paths,
    ...cells,
    ...rows,
    ...directions,
    ...invisible,
    ...surrogates,
    ...letters,
    ...controls,
    ...lines,
    ...names,
    ...long,
    ...documents,
    ...queries,
  ]),
];
