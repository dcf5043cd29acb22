// Whether Ladder writes to the reader about this project, and the way to change that.
import { useEffect, useState } from 'react';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { Button } from '../../../components/button';
import { call } from '../../../forge';
import { projectDigest as text } from '../../../messages/project-digest';
import { Small } from './words';

type Choice = { off: boolean; failed: boolean } | null;

function Line({ projectId }: { projectId: string }) {
  const [choice, setChoice] = useState<Choice>(null);
  const [saving, setSaving] = useState(false);
  useEffect(() => {
    let alive = true;
    call('digest.mine', { projectId }).then(
      ({ off }) => alive && setChoice({ off, failed: false }),
      // Nothing is said by a line that does not know.
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, [projectId]);
  if (choice === null) return null;
  const { off, failed } = choice;
  const save = () => {
    setSaving(true);
    call('digest.mine', { projectId, off: !off })
      .then(
        (saved) => setChoice({ off: saved.off, failed: false }),
        () => setChoice({ off, failed: true }),
      )
      .finally(() => setSaving(false));
  };
  return (
    <div role="status">
      <Small>
        {off ? text.silent : text.writes}{' '}
        <Button spacing="compact" appearance="subtle" isLoading={saving} onClick={save}>
          {off ? text.start : text.stop}
        </Button>
        {failed ? ` ${text.failed}` : null}
      </Small>
    </div>
  );
}

/** Nothing where the project writes to nobody. */
export const DigestLine = ({ project }: { project: OpenProject }) =>
  project.rules.digest.mode === 'off' ? null : <Line projectId={project.projectId} />;
