import { beforeEach, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DEFAULT_RULES } from '../../../src/domain/rules';
import { DigestLine } from '../../../static/src/surfaces/project/outcome/digest-line';
import { resetBridge } from '../../support/bridge';
import { answerProcedures, payloadsOf, Refusal, show } from '../support/app';
import { openProject } from '../support/shop';

beforeEach(resetBridge);

const project = (mode: 'off' | 'notify') =>
  openProject({ rules: { ...DEFAULT_RULES, digest: { mode, weekday: 1 } } });

test('who is written to can stop that, and begin it again', async () => {
  answerProcedures({ 'digest.mine': ({ off }) => ({ off: off ?? false }) });
  show(<DigestLine project={project('notify')} />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Stop' }));
  expect(await screen.findByText(/does not write to you/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Write to me again' }));
  expect(await screen.findByText(/Ladder may write to you/)).toBeDefined();
  expect(payloadsOf('digest.mine')).toEqual([
    { projectId: '10000' },
    { projectId: '10000', off: true },
    { projectId: '10000', off: false },
  ]);
});

test('a choice that was not saved stays as it was, and that is said', async () => {
  answerProcedures({
    'digest.mine': ({ off }) => {
      if (off !== undefined) throw new Refusal({ code: 'internal', message: 'No.' });
      return { off: false };
    },
  });
  show(<DigestLine project={project('notify')} />);
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Stop' }));
  expect(await screen.findByText(/This was not saved/)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Stop' })).toBeDefined();
});

test('a project that writes to nobody says nothing of it, and asks nothing', () => {
  answerProcedures({});
  const { container } = show(<DigestLine project={project('off')} />);
  expect(container.textContent).toBe('');
  expect(payloadsOf('digest.mine')).toEqual([]);
});
