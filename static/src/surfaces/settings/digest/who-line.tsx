// How many people would be told in the chosen mode, as of now. Asked for: it takes a search or two.
import { useState } from 'react';
import type { Output } from '../../../../../src/contract/procedures';
import type { DigestMode } from '../../../../../src/domain/digest';
import { Button } from '../../../components/button';
import { SMALL } from '../../../components/field';
import { Inline } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import { call } from '../../../forge';
import { settingsDigest as text } from '../../../messages/settings-digest';

type Found = Output<'digest.preview'> | 'failed' | 'asked' | null;

export function WhoLine({ projectId, mode }: { projectId: string; mode: DigestMode }) {
  const format = useFormat();
  const [found, setFound] = useState<Found>(null);
  const ask = () => {
    setFound('asked');
    call('digest.preview', { projectId, mode }).then(setFound, () => setFound('failed'));
  };
  const says = (told: Output<'digest.preview'>): string => {
    const of = told.atLeast ? text.least : text;
    return [
      format.plural(of.tonight, told.tonight),
      format.plural(of.week, told.week),
      ...(told.unplaced > 0 ? [format.plural(text.unplaced, told.unplaced)] : []),
    ].join(' ');
  };
  return (
    <Inline space="space.050">
      <Button spacing="compact" appearance="subtle" isDisabled={found === 'asked'} onClick={ask}>
        {found === 'failed' ? text.again : text.count}
      </Button>
      <span style={SMALL} role="status">
        {found === 'asked' ? text.counting : null}
        {found === 'failed' ? text.failed : null}
        {typeof found === 'object' && found ? says(found) : null}
      </span>
    </Inline>
  );
}
