import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReaderProvider } from '../../../../static/src/components/reader';
import { createFormat } from '../../../../static/src/format';
import { OfferForm } from '../../../../static/src/surfaces/project/kill/offer/offer-form';
import type { ParkOrder } from '../../../../static/src/surfaces/project/kill/offer/park-item';

const nothing = () => undefined;

test('the comment is English for everybody, whatever language its writer reads', async () => {
  const user = userEvent.setup();
  const orders: ParkOrder[] = [];
  const { container } = render(
    <ReaderProvider
      value={{
        format: createFormat('de-DE', 'UTC'),
        siteUrl: '',
        navigate: nothing,
        open: nothing,
      }}
    >
      <OfferForm
        draft={{ until: '2027-03-05', reason: 'Old', notice: true }}
        today="2026-11-21"
        chosen={2}
        gathering={null}
        onChange={nothing}
        onPark={(order) => orders.push(order)}
        onCancel={nothing}
      />
    </ReaderProvider>,
  );
  const words = 'Parked until Mar 5, 2027. Old';
  expect(container.querySelector('blockquote')?.textContent).toContain(words);
  await user.click(screen.getByRole('button', { name: 'Park 2 items' }));
  expect(orders[0]?.comment).toContain(words);
});
