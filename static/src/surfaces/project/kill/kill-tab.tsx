// Open items that have aged without serving a goal, in the order of their creation.
import type { ReactNode } from 'react';
import { Stack, Text } from '@atlaskit/primitives/compiled';
import { token } from '@atlaskit/tokens';
import SectionMessage from '@atlaskit/section-message';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { Failure } from '../../../components/failure';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { messages } from '../../../messages';
import type { Numbers } from '../gather/counts';
import { ROWS_A_PAGE } from '../gather/kill-list';
import type { BacklogName } from '../gather/names';
import { valueOfNumber } from '../gather/number-state';
import { formFor } from '../outcome/sentence';
import { rich } from '../rich';
import { SettingsWay } from '../settings-way';
import type { Where } from '../use-numbers';
import { CandidateTable } from './candidate-table';
import { Pager } from './pager';
import { ScanNote } from './scan-note';
import { useCandidates } from './use-candidates';

const text = messages.project.kill;

interface KillTabProps {
  where: Where;
  project: OpenProject;
  projectKey: string;
  numbers: Numbers<BacklogName>;
  number: (name: BacklogName) => ReactNode;
  now: number;
}

function Empty({ project, projectKey }: Pick<KillTabProps, 'project' | 'projectKey'>) {
  const format = useFormat();
  const { rules, may } = project;
  return (
    <SectionMessage title={text.emptyTitle}>
      <Stack space="space.100">
        <Text>
          {fill(text.empty, {
            flag: format.number(rules.flagAfterDays),
            grace: format.number(rules.graceDays),
          })}
        </Text>
        {rules.scan ? null : (
          <SettingsWay
            projectKey={projectKey}
            administer={may.administer}
            link={text.offAdmin}
            ask={text.offAsk}
          />
        )}
      </Stack>
    </SectionMessage>
  );
}

export function KillTab({ where, project, projectKey, numbers, number, now }: KillTabProps) {
  const { page, rows, hasNext, trouble, goTo, retry } = useCandidates(where, now);
  const candidates = numbers['flag.candidate'];
  const warned = numbers['flag.warned'];
  const total = valueOfNumber(candidates);
  const empty = page === 0 && rows?.length === 0;
  return (
    <Stack space="space.200">
      <Stack space="space.075">
        <p
          style={{
            font: token('font.heading.medium'),
            fontWeight: token('font.weight.regular'),
            margin: 0,
          }}
        >
          {rich(formFor(text.sentence, candidates), { candidate: number('flag.candidate') })}
        </p>
        <Text>
          {text.ends} {rich(formFor(text.warned, warned), { warned: number('flag.warned') })}
        </Text>
        <ScanNote project={project} />
      </Stack>
      {trouble ? <Failure title={text.failed} trouble={trouble} onRetry={retry} /> : null}
      {empty ? <Empty project={project} projectKey={projectKey} /> : null}
      {trouble || empty ? null : (
        <CandidateTable rows={rows} placeholders={Math.min(ROWS_A_PAGE, total ?? 8)} />
      )}
      {trouble ? null : (
        <Pager page={page} rows={rows?.length ?? 0} total={total} hasNext={hasNext} goTo={goTo} />
      )}
    </Stack>
  );
}
