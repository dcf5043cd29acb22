// The data section as its reader meets it: what it says, what it asks before it does something.
import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DataJob } from '../../../../src/contract/data-procedures';
import type { OpenProject } from '../../../../src/contract/procedures';
import { writeDataFile } from '../../../../src/contract/data-file';
import { DATA_SECTIONS, NO_ROWS } from '../../../../src/domain/data';
import { DEFAULT_RULES } from '../../../../src/domain/rules';
import { DataSection } from '../../../../static/src/surfaces/settings/data/data-section';
import { resetBridge } from '../../../support/bridge';
import { answerJira, answerProcedures, payloadsOf, show, type Handlers } from '../../support/app';
import { openProject } from '../../support/shop';

beforeEach(resetBridge);

const job = (more: Partial<DataJob> = {}): DataJob => ({
  ...{ kind: 'import', state: 'open', by: 'po', at: 0, file: 'f'.repeat(32) },
  ...{ done: 2_300, of: 10_000, tally: NO_ROWS, step: 'rows', waits: false, left: 0, items: 0 },
  ...more,
});

const noSay = (): void => undefined;

async function showData(handlers: Handlers = {}, take: (open: OpenProject) => void = noSay) {
  answerProcedures({ 'data.open': () => ({ job: null }), ...handlers });
  answerJira((url) =>
    url.pathname === '/rest/api/3/user/bulk'
      ? { body: { values: [{ accountId: 'po', displayName: 'Petra Owner' }] } }
      : null,
  );
  const site = {
    ...{ types: [], aboveTypeIds: [], statuses: [], resolutions: [] },
    usual: { resolutionIds: [], statusIds: [] },
  };
  const page = { open: openProject(), site, projectKey: 'SHOP', me: 'po', take, say: noSay };
  show(<DataSection page={{ ...page, history: { found: null, retry: noSay } }} />);
  return within(await screen.findByRole('region', { name: 'Data' }));
}

/** A file of this or another project, with these rows of acts. */
function fileOf(
  projectId: string,
  rows: { key: string; value: Record<string, unknown> }[] = [],
  rules: object = DEFAULT_RULES,
) {
  const none = Object.fromEntries(DATA_SECTIONS.map((section) => [section, []])) as never;
  const body = { v: 1, goals: [], rules };
  const settings = [{ key: `settings:${projectId}`, value: { projectId, body } }];
  const head = { projectId, projectKey: 'LAB', at: '2026-06-10T09:00:00.000Z', hidden: 0 };
  const text = writeDataFile(head, { ...(none as object), settings, acts: rows } as never);
  const file = new File([text], 'ladder-LAB.jsonl');
  // The browser of the tests has no text of files.
  Object.assign(file, { text: async () => text });
  return file;
}

test('erasing waits for the key of the project', async () => {
  const done = job({ kind: 'erase', state: 'done', done: 12, items: 3, step: null });
  const data = await showData({ 'data.erase': () => ({ job: done }) });
  const user = userEvent.setup();
  const button = () => data.getByRole<HTMLButtonElement>('button', { name: 'Erase everything' });
  await user.type(data.getByLabelText('Type SHOP to erase'), 'SHO');
  expect(button().disabled).toBe(true);
  await user.type(data.getByLabelText('Type SHOP to erase'), 'P');
  await user.click(button());
  expect(
    await data.findByText(/^Everything is erased: 12 records, and what 3 items/),
  ).toBeDefined();
  expect(payloadsOf('data.erase')).toEqual([{ projectId: '10000', begin: true }]);
});

test('after erasing the page shows the settings of a new project', async () => {
  const done = job({ kind: 'erase', state: 'done', done: 12, items: 3, step: null });
  const empty = openProject({ goals: [], rev: 0 });
  const taken: unknown[] = [];
  const data = await showData(
    { 'data.erase': () => ({ job: done }), 'settings.open': () => empty },
    (open) => taken.push(open),
  );
  const user = userEvent.setup();
  await user.type(data.getByLabelText('Type SHOP to erase'), 'SHOP');
  await user.click(data.getByRole('button', { name: 'Erase everything' }));
  await data.findByText(/^Everything is erased/);
  expect(taken).toEqual([empty]);
});

test('the same file can be chosen once more after its look was stopped', async () => {
  let asked = 0;
  const data = await showData({
    'data.check': () => {
      asked += 1;
      return { tally: { ...NO_ROWS, added: 1 }, refused: [] };
    },
  });
  const user = userEvent.setup();
  const input = data.getByLabelText<HTMLInputElement>('File');
  await user.upload(input, fileOf('10000'));
  await data.findByRole('table', { name: 'What would happen' });
  // A browser tells of a choice only where it differs from the one that stands.
  expect(input.value).toBe('');
  const before = asked;
  await user.upload(input, fileOf('10000'));
  await data.findByRole('table', { name: 'What would happen' });
  expect(asked).toBeGreaterThan(before);
});

test('half an import is said on return, with who began it', async () => {
  const data = await showData({ 'data.open': () => ({ job: job() }) });
  expect(await data.findByText(/^2,300 of 10,000 rows of a file are in/)).toBeDefined();
  expect(await data.findByText(/by Petra Owner/)).toBeDefined();
});

test('half an erasure goes on, and does not begin anew', async () => {
  const half = job({ kind: 'erase', done: 5 });
  const data = await showData({
    'data.open': () => ({ job: half }),
    'data.erase': () => ({ job: { ...half, state: 'done' } }),
  });
  const user = userEvent.setup();
  await user.type(data.getByLabelText('Type SHOP to erase'), 'SHOP');
  await user.click(await data.findByRole('button', { name: 'Go on erasing' }));
  expect(payloadsOf('data.erase')).toEqual([{ projectId: '10000', begin: false }]);
});

test('what a file would do is shown before anything is written', async () => {
  const data = await showData({
    'data.check': ({ section }) =>
      section === 'acts'
        ? { tally: { ...NO_ROWS, refused: 1 }, refused: [{ at: 0, why: 'This is wrong.' }] }
        : { tally: { ...NO_ROWS, kept: 1 }, refused: [] },
  });
  const file = fileOf('10000', [{ key: 'a', value: {} }]);
  const user = userEvent.setup();
  await user.upload(data.getByLabelText('File'), file);
  expect(await data.findByRole('table', { name: 'What would happen' })).toBeDefined();
  expect(data.getByText('Line 3, Who did what (acts): This is wrong.')).toBeDefined();
  const take = () => data.getByRole<HTMLButtonElement>('button', { name: /^Take \d+ rows? in$/ });
  expect([take().textContent, take().disabled]).toEqual(['Take 0 rows in', true]);
  await user.click(data.getByRole('checkbox', { name: /^Replace what is here otherwise/ }));
  expect([take().textContent, take().disabled]).toEqual(['Take 1 row in', false]);
  expect(payloadsOf('data.import')).toEqual([]);
});

test('of a file of another project only goals and rules are offered', async () => {
  const data = await showData({
    'data.adopt': () => ({ added: 0, same: 0, left: ['kill'] }),
    'settings.open': () => openProject(),
  });
  const user = userEvent.setup();
  await user.upload(data.getByLabelText('File'), fileOf('20000'));
  expect(await data.findByText(/^This file is of the project LAB/)).toBeDefined();
  expect(payloadsOf('data.check')).toEqual([]);
  await user.click(data.getByRole('button', { name: 'Take goals and rules only' }));
  expect(data.getByText(/^All rules of this project are replaced/)).toBeDefined();
  expect(payloadsOf('data.adopt')).toEqual([]);
  expect(document.activeElement?.textContent).toBe('Replace the rules');
  await user.click(data.getByRole('button', { name: 'Leave the rules as they are' }));
  expect(document.activeElement?.textContent).toBe('Take goals and rules only');
  await user.click(data.getByRole('button', { name: 'Take goals and rules only' }));
  await user.click(data.getByRole('button', { name: 'Replace the rules' }));
  expect(await data.findByText(/the status of killed items/)).toBeDefined();
});

test('settings that cannot be read, whatever stands there, are not offered, and the page stays', async () => {
  const data = await showData();
  const user = userEvent.setup();
  const odd = { ...DEFAULT_RULES, timeZone: { length: { toString: 1 } } };
  await user.upload(data.getByLabelText('File'), fileOf('20000', [], odd));
  expect(await data.findByText('The file has no goals and rules.')).toBeDefined();
  expect(data.queryByRole('button', { name: 'Take goals and rules only' })).toBeNull();
});

test('showing everything again says how many items show it, and how many Jira did not take', async () => {
  const data = await showData({
    'data.rebuild': () => ({ job: job({ kind: 'rebuild', state: 'done', done: 7, left: 2 }) }),
  });
  await userEvent.setup().click(data.getByRole('button', { name: 'Show everything again' }));
  expect(
    await data.findByText(/^7 items show what is kept of them\. Jira did not take 2/),
  ).toBeDefined();
});
