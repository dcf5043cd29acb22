// The one question, with the state beside it.
import type { ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import { Inline } from '../../components/layout';
import { Lozenge, type LozengeLook } from '../../components/lozenge';
import { fill } from '../../format';
import { item } from '../../messages/item';
import type { ItemModel } from './view-model';

const text = item;
const LOOKS: Record<ItemModel['state'], LozengeLook> = {
  none: 'default',
  half: 'half',
  answered: 'success',
  parent: 'success',
  exempt: 'default',
};

type Head = Pick<ItemModel, 'state' | 'parent' | 'sorted'>;

const lookOf = ({ state, sorted }: Head): LozengeLook => (sorted ? 'default' : LOOKS[state]);
const wordsOf = ({ state, parent, sorted }: Head): string =>
  sorted ? text.state.sorted : fill(text.state[state], { key: parent?.key ?? '' });

interface PanelHeadProps {
  /** Absent while it is being loaded. */
  model?: Head;
  children?: ReactNode;
}

export function PanelHead({ model, children }: PanelHeadProps) {
  return (
    <Inline space="space.100">
      <h2 style={{ font: token('font.heading.xsmall'), margin: 0 }}>{text.question}</h2>
      {model ? <Lozenge look={lookOf(model)}>{wordsOf(model)}</Lozenge> : null}
      {children}
    </Inline>
  );
}
