// How many people would be told, as of now.
import { useEffect, useState } from 'react';
import type { Output } from '../../../../../src/contract/procedures';
import { Button } from '../../../components/button';
import { SMALL } from '../../../components/field';
import { Inline } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import { call } from '../../../forge';
import { settingsDigest as text } from '../../../messages/settings-digest';

type Found = Output<'digest.preview'> | 'failed' | null;

export function WhoLine({ projectId }: { projectId: string }) {
  const format = useFormat();
  const [found, setFound] = useState<Found>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let alive = true;
    setFound(null);
    call('digest.preview', { projectId }).then(
      (one) => alive && setFound(one),
      () => alive && setFound('failed'),
    );
    return () => {
      alive = false;
    };
  }, [projectId, round]);
  if (found === 'failed')
    return (
      <Inline space="space.050">
        <span style={SMALL}>{text.failed}</span>
        <Button spacing="compact" appearance="subtle" onClick={() => setRound(round + 1)}>
          {text.again}
        </Button>
      </Inline>
    );
  return (
    <span style={SMALL} role="status">
      {found === null
        ? text.counting
        : `${format.plural(text.tonight, found.tonight)} ${format.plural(text.week, found.week)}`}
    </span>
  );
}
