// How many items wait, why they do, and when the project was looked through.
import type { ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { Stack, Text } from '../../../components/layout';
import { rich } from '../../../components/rich';
import { project as projectText } from '../../../messages/project';
import { kill as text } from '../../../messages/project-kill';
import type { Numbers } from '../gather/counts';
import { candidatesJql } from '../gather/kill-list';
import type { BacklogName } from '../gather/names';
import { valueOfNumber } from '../gather/number-state';
import { NumberLink } from '../number-link';
import { formFor } from '../outcome/sentence';
import type { Where } from '../use-numbers';
import { ScanNote } from './scan-note';
import type { Candidates } from './use-candidates';
import { waitingNumber } from './waiting';

interface KillLeadProps {
  where: Where;
  project: OpenProject;
  numbers: Numbers<BacklogName>;
  number: (name: BacklogName) => ReactNode;
  /** When the page was opened, milliseconds. */
  now: number;
  candidates: Candidates;
}

export function KillLead(props: KillLeadProps) {
  const { where, project, numbers, number, now, candidates } = props;
  const { today } = project;
  const counted = numbers['flag.candidate'];
  const waiting = waitingNumber(candidates, counted, { today, since: now });
  return (
    <Stack space="space.075">
      <p
        style={{
          font: token('font.heading.medium'),
          fontWeight: token('font.weight.regular'),
          margin: 0,
        }}
      >
        {rich(formFor(text.sentence, waiting), {
          candidate:
            waiting === counted ? (
              number('flag.candidate')
            ) : (
              <NumberLink
                state={waiting}
                jql={candidatesJql({ ...where, today })}
                what={projectText.what['flag.candidate']}
                onRetry={candidates.again}
              />
            ),
        })}
      </p>
      <Text as="p">
        {text.ends}{' '}
        {valueOfNumber(numbers['flag.warned']) === 0
          ? null
          : rich(formFor(text.warned, numbers['flag.warned']), { warned: number('flag.warned') })}
      </Text>
      <ScanNote project={project} onDone={candidates.again} />
    </Stack>
  );
}
