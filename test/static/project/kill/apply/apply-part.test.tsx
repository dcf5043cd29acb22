import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { DecisionView } from '../../../../../src/contract/decision-procedures';
import type { DraftEntry } from '../../../../../src/domain/decision';
import { ApplyPart } from '../../../../../static/src/surfaces/project/kill/apply/apply-part';
import type { DecisionDraft } from '../../../../../static/src/surfaces/project/kill/draft';
import { answerBridge, resetBridge } from '../../../../support/bridge';
import {
  answerJira,
  answerProcedures,
  NOBODY,
  payloadsOf,
  Refusal,
  show,
} from '../../../support/app';
import { openedProject } from '../../opened';
import { decided, draftEntry, viewOf } from './decisions';

beforeEach(resetBridge);

const FRAME = {
  goals: [],
  rules: openedProject().rules,
  standardTypeIds: ['1'],
  undelivered: { resolutionIds: [], statusIds: [] },
  parents: [],
};

/** An item that the viewer may not change. */
const LOCKED = '77';

function Part({ start, projectId }: { start: readonly DraftEntry[]; projectId: string }) {
  const [entries, setEntries] = useState(start);
  const [records, setRecords] = useState<ReadonlyMap<string, DecisionView>>(new Map());
  const draft: DecisionDraft = {
    entries,
    state: 'quiet',
    trouble: null,
    isTakenOver: false,
    isFull: false,
    put: (entry) => {
      setEntries((before) => before.map((one) => (one.itemId === entry.itemId ? entry : one)));
      return true;
    },
    remove: (itemId) => setEntries((before) => before.filter((one) => one.itemId !== itemId)),
    replaceAll: setEntries,
    retry: () => undefined,
    flush: async () => undefined,
  };
  const jira = async () => Promise.reject(new Error('not asked here'));
  return (
    <ApplyPart
      project={openedProject({ projectId })}
      projectKey="SHOP"
      where={{
        openCalls: () => ({ jira, leave: () => undefined }),
        projectId,
        zone: 'UTC',
        frame: FRAME,
      }}
      draft={draft}
      records={records}
      unit="points"
      summaryOf={(itemId) => `Wish ${itemId}`}
      bars={null}
      isLocked={(itemId) => itemId === LOCKED}
      isGone={() => false}
      onRecorded={(view) => setRecords((before) => new Map([...before, [view.itemId, view]]))}
    />
  );
}

const park = (itemId: string): DraftEntry =>
  draftEntry(itemId, { kind: 'park', until: '2026-12-01' });

/** Everybody's items are there and open; Ladder answers as the test says. */
function start(
  entries: readonly DraftEntry[],
  begin: (itemId: string) => DecisionView,
  projectId: string,
): void {
  answerBridge('getContext', () => ({
    moduleKey: 'ladder-page',
    accountId: 'ann',
    siteUrl: 'https://shop.example',
    extension: {},
  }));
  const status = { id: '11', name: 'To Do', statusCategory: { key: 'new' } };
  answerJira(({ pathname }) => {
    if (pathname.endsWith('/user/bulk')) return NOBODY;
    if (pathname.endsWith('/transitions'))
      return { body: { transitions: [{ id: '5', name: 'Start', to: status }] } };
    const fields = { status, resolution: null, project: { id: projectId, key: 'SHOP' } };
    return { body: { id: '1', key: 'SHOP-1', fields } };
  });
  answerProcedures({
    'decision.begin': ({ itemId }) => begin(itemId),
    'decision.undo': ({ itemId }) => viewOf(itemId, { rev: 3, now: null }),
  });
  show(<Part start={entries} projectId={projectId} />);
}

const parked = (itemId: string): DecisionView =>
  viewOf(itemId, { now: decided({ kind: 'park', until: '2026-12-01' }) });

test('it says what will happen, applies, tells what became of each item, and takes it back', async () => {
  const user = userEvent.setup();
  start(
    [park('1'), park('2')],
    (itemId) => {
      if (itemId === '1') return parked('1');
      const details = { changed: ['closed'], view: null };
      throw new Refusal({ code: 'conflict', message: 'Closed.', details });
    },
    '10',
  );
  await waitFor(() =>
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Apply 2' }).disabled).toBe(false),
  );
  await user.click(screen.getByRole('button', { name: 'Apply 2' }));
  expect(screen.getAllByText('Rests until Dec 1, 2026')).toHaveLength(2);
  expect(payloadsOf('decision.begin')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Apply 2 now' }));
  await screen.findByText('1 applied, 1 changed meanwhile');
  expect(screen.getByText('Nothing was done: it is closed.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Take SHOP-2 out of the draft' }));
  expect(screen.queryByText(/changed meanwhile/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Take back 1' }));
  await screen.findByText('Taken back');
  expect(payloadsOf('decision.undo')).toEqual([{ itemId: '1', rev: 1 }]);
});

test('what the viewer may not change is left out, and with nothing else nothing is offered', async () => {
  const user = userEvent.setup();
  start([park('1'), park(LOCKED)], () => parked('1'), '14');
  await waitFor(() =>
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Apply 2' }).disabled).toBe(false),
  );
  await user.click(screen.getByRole('button', { name: 'Apply 2' }));
  expect(screen.getByText(/so it can’t be applied by you/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Apply 1 now' }));
  await screen.findByText('1 applied');
  expect(payloadsOf('decision.begin')).toHaveLength(1);
  expect(screen.getByText(/so they can’t be applied by you/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Apply 1' })).toBeNull();
});

test('a kill whose workflow has no way out says so before, and is neither counted nor commented', async () => {
  const user = userEvent.setup();
  const intent = { id: 'i', decided: decided({ at: Date.now() }) };
  start([draftEntry('7')], (itemId) => viewOf(itemId, { now: null, intent }), '11');
  await waitFor(() =>
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Apply 1' }).disabled).toBe(false),
  );
  await user.click(screen.getByRole('button', { name: 'Apply 1' }));
  expect(await screen.findByText(/no way to a status that is done/)).toBeTruthy();
  expect(screen.queryByText(/“Ended by decision. Nobody asks for it”/)).toBeNull();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Apply 0 now' }).disabled).toBe(
    true,
  );
  await user.click(screen.getByRole('button', { name: 'Take SHOP-7 out of the draft' }));
  expect(screen.queryByText(/no way to a status that is done/)).toBeNull();
});

test('what was tried before the page was closed is there again, and can be tried once more', async () => {
  const user = userEvent.setup();
  const failed: DraftEntry = { ...park('3'), state: 'failed', note: 'Jira did not answer.' };
  start([failed], parked, '12');
  expect(await screen.findByText('Jira did not answer.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Try 1 again' }));
  await screen.findByText('1 applied');
  expect(screen.getByText('Minutes')).toBeTruthy();
});
