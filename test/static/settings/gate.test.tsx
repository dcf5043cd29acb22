import { beforeEach, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { resetBridge } from '../../support/bridge';
import { showSettings } from './page';

beforeEach(resetBridge);

test('sentences of the gate are shown only where somebody will read them', async () => {
  const user = userEvent.setup();
  showSettings();
  expect(await screen.findByText('What people will read')).toBeDefined();
  await user.click(screen.getByRole('radio', { name: /^Off/ }));
  expect(screen.queryByText('What people will read')).toBeNull();
});
