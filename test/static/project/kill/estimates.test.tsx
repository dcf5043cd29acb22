// Estimates past all measure: shown as they are, and counted nowhere.
import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { resetBridge } from '../../../support/bridge';
import { candidate } from './items';
import { showKill } from './site';

beforeEach(resetBridge);

const agenda = () => screen.findByRole('group', { name: 'Items on the agenda' });

test('an estimate that is past all measure is shown, and counted in no sum', async () => {
  const site = showKill({
    issues: [candidate(1, { points: 10_000.5 }), candidate(2, { points: 5 }), candidate(3)],
  });
  const list = await agenda();
  expect(list.textContent).toContain('10,000.5 points');
  expect(document.body.textContent).toContain(
    '3 on the agenda hold 5 points. 1 of them has no estimate. 1 of them is estimated at more than 10,000 and not counted.',
  );
  site.unmount();
  showKill({ issues: [candidate(1, { points: 10_001 })] });
  await agenda();
  expect(document.body.textContent).toContain(
    '1 item is on the agenda. 1 of them is estimated at more than 10,000 and not counted.',
  );
});

test('an estimate past all measure goes with no decision', async () => {
  const user = userEvent.setup();
  const { kept } = showKill({ issues: [candidate(1, { points: 10_001 })] });
  (await screen.findByRole('button', { name: 'Kill SHOP-1' })).focus();
  await user.keyboard('k');
  await user.keyboard('2{Enter}');
  await waitFor(() => expect(kept.draft?.entries).toHaveLength(1));
  const [entry] = kept.draft?.entries ?? [];
  expect(entry?.decision).toEqual({ kind: 'kill', reason: 'Nobody asks for it any more' });
});
