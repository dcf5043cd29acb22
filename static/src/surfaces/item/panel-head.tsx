// The one question, with the state beside it.
import type { ReactNode } from 'react';
import Heading from '@atlaskit/heading';
import { Inline } from '@atlaskit/primitives/compiled';
import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import { fill } from '../../format';
import { messages } from '../../messages';
import type { ItemModel } from './view-model';

const text = messages.item;
const LOOKS: Record<ItemModel['state'], ThemeAppearance> = {
  none: 'default',
  half: 'moved',
  answered: 'success',
  parent: 'success',
  exempt: 'default',
};

interface PanelHeadProps {
  /** Absent while it is being loaded. */
  model?: Pick<ItemModel, 'state' | 'parent'>;
  children?: ReactNode;
}

export function PanelHead({ model, children }: PanelHeadProps) {
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      <Heading size="xsmall" as="h2">
        {text.question}
      </Heading>
      {model ? (
        <Lozenge appearance={LOOKS[model.state]}>
          {fill(text.state[model.state], { key: model.parent?.key ?? '' })}
        </Lozenge>
      ) : null}
      {children}
    </Inline>
  );
}
