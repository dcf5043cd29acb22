import { beforeEach, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { resetBridge } from '../../support/bridge';
import { payloadsOf, Refusal, type Handlers } from '../support/app';
import { fullAnswer, NOW } from '../support/shop';
import { showItem } from './page';

beforeEach(resetBridge);

const MINUTE = 60_000;
const by = () => screen.findByRole('textbox', { name: 'By' });

const other = { texts: { why: 'move', by: 'in the other window' }, seen: null, at: NOW - MINUTE };

/** The app with another window's draft, as long as nobody has chosen. */
const rivalled: Handlers = {
  'draft.save': ({ over }) => {
    if (over === other.at) return { at: NOW };
    throw new Refusal({ code: 'conflict', message: 'Another window.', details: other });
  },
};

async function typeBeside(user: ReturnType<typeof userEvent.setup>): Promise<void> {
  showItem(undefined, rivalled);
  await user.click(await screen.findByRole('radio', { name: /Test an idea/ }));
  await user.type(await by(), 'here');
  await user.tab();
  await screen.findByText('Another window of yours keeps a different draft of this item');
}

test('what another window keeps is not written over before somebody chooses', async () => {
  const user = userEvent.setup();
  await typeBeside(user);
  expect(screen.getByText('in the other window')).toBeDefined();
  await user.type(await by(), ' and on');
  await user.tab();
  const before = payloadsOf('draft.save').length;
  await user.click(screen.getByRole('button', { name: 'Keep this one' }));
  expect(await screen.findByText(/Draft kept/)).toBeDefined();
  expect(screen.queryByText(/Another window of yours/)).toBeNull();
  expect(payloadsOf('draft.save').slice(before)).toMatchObject([
    { texts: { by: 'here and on' }, over: other.at },
  ]);
});

test('the draft of the other window can be gone on with', async () => {
  const user = userEvent.setup();
  await typeBeside(user);
  await user.click(screen.getByRole('button', { name: 'Take the other one' }));
  expect((await by()).textContent).toBe('in the other window');
  expect(localStorage).toHaveLength(0);
  await user.type(await by(), ', more');
  await user.tab();
  expect(await screen.findByText(/Draft kept/)).toBeDefined();
  expect(payloadsOf('draft.save').at(-1)).toMatchObject({
    texts: { by: 'in the other window, more' },
    over: other.at,
  });
});

test('what was saved in the other window comes before its draft, which is gone with the save', async () => {
  const user = userEvent.setup();
  let isThere = true;
  showItem(undefined, {
    'draft.save': ({ over }) => {
      if (!isThere || over === other.at) return { at: NOW };
      throw new Refusal({ code: 'conflict', message: 'Another window.', details: other });
    },
    'answer.save': () => {
      isThere = false;
      const { texts } = other;
      const details = { found: { kind: 'value', answer: { ...fullAnswer, by: texts.by } } };
      throw new Refusal({
        code: 'conflict',
        message: 'Changed.',
        details: { ...details, seen: 'theirs', by: 'acc-1', at: NOW },
      });
    },
  });
  await user.click(await screen.findByRole('radio', { name: /Keep it running/ }));
  await user.tab();
  await screen.findByText(/Another window of yours keeps a different draft of this item/);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('You changed this answer in another window')).toBeDefined();
  expect(screen.queryByText(/Another window of yours keeps a different draft of/)).toBeNull();
  await user.click(screen.getByRole('radio', { name: /Test an idea/ }));
  await user.tab();
  expect(await screen.findByText(/Draft kept/)).toBeDefined();
  expect(screen.queryByText(/Another window of yours/)).toBeNull();
});

test('a text of this window whose answer was lost is no other window', async () => {
  const user = userEvent.setup();
  let lost: { texts: object; seen: string | null; at: number } | null = null;
  showItem(undefined, {
    'draft.save': ({ texts, seen, over }) => {
      if (!lost) {
        lost = { texts, seen, at: NOW };
        throw new Refusal({ code: 'jira_unavailable', message: 'Away.' });
      }
      if (over !== lost.at) throw new Refusal({ code: 'conflict', message: 'x', details: lost });
      return { at: NOW + 1 };
    },
  });
  await user.click(await screen.findByRole('radio', { name: /Test an idea/ }));
  await user.type(await by(), 'a');
  await user.tab();
  await screen.findByText(/Not kept yet/);
  await user.type(await by(), 'b');
  await user.tab();
  expect(await screen.findByText(/Draft kept/)).toBeDefined();
  expect(screen.queryByText(/Another window of yours/)).toBeNull();
});
