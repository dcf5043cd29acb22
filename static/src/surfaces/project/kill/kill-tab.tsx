// Open items that have aged without serving a goal: what the forum decides about, and what it said.
import type { ReactNode } from 'react';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { Button } from '../../../components/button';
import { SMALL } from '../../../components/field';
import { Failure } from '../../../components/failure';
import { Inline, Stack, Text } from '../../../components/layout';
import { LiveRegion } from '../../../components/live-region';
import { Notice } from '../../../components/notice';
import { useFormat } from '../../../components/reader';
import { SkeletonStack } from '../../../components/skeleton';
import { fill, type Format } from '../../../format';
import { kill as text } from '../../../messages/project-kill';
import type { ViewName } from '../address';
import { After } from '../after';
import type { Numbers } from '../gather/counts';
import type { BacklogName } from '../gather/names';
import { valueOfNumber, type NumberState } from '../gather/number-state';
import { Section } from '../section';
import { SettingsWay } from '../settings-way';
import type { Where } from '../use-numbers';
import { ApplyPart } from './apply/apply-part';
import { CandidateGroups } from './candidate-groups';
import { DraftPart } from './draft-part';
import { FixedPart } from './fixed-part';
import { MendedNote } from './fix/mended-note';
import { ForumHead } from './forum-head';
import { ListKeys } from './list-keys';
import { LingeringParents } from './lingering/lingering-parents';
import { KillLead } from './kill-lead';
import { KillMeeting } from './meeting/meeting';
import { DecisionLog, LOG_VIEWS, LogLinks } from './log/decision-log';
import { FirstRunOffer } from './offer/first-run-offer';
import { RestPart } from './rest-part';
import { useKill, type KillModel } from './use-kill';

const ROWS = ['96px', '96px', '96px', '96px', '96px'] as const;

export interface KillAddress {
  view: ViewName | null;
  change: (to: { view: ViewName | null }) => void;
}

interface KillTabProps {
  where: Where;
  project: OpenProject;
  projectKey: string;
  /** The project's types above the standard level. */
  aboveTypeIds: readonly string[];
  numbers: Numbers<BacklogName>;
  number: (name: BacklogName) => ReactNode;
  now: number;
  address: KillAddress;
}

function Empty({ project, projectKey }: Pick<KillTabProps, 'project' | 'projectKey'>) {
  const format = useFormat();
  const { rules, may } = project;
  return (
    <Notice title={text.emptyTitle}>
      <Stack space="space.100">
        <Text as="p">
          {fill(text.empty, {
            flag: format.number(rules.flagAfterDays),
            grace: format.number(rules.graceDays),
          })}
        </Text>
        {rules.scan ? null : (
          <Text as="p">
            {text.emptyOff}{' '}
            <SettingsWay
              projectKey={projectKey}
              administer={may.administer}
              link={text.offAdmin}
              ask={text.offAsk}
            />
          </Text>
        )}
      </Stack>
    </Notice>
  );
}

interface ListProps extends Pick<KillTabProps, 'where' | 'project' | 'projectKey' | 'numbers'> {
  model: KillModel;
  onMeet: () => void;
}

function mostListed(listed: number, all: NumberState | undefined, format: Format): string {
  const count = valueOfNumber(all);
  return count === null
    ? fill(text.mostListedOnly, { listed: format.number(listed) })
    : fill(text.mostListed, { listed: format.number(listed), count: format.number(count) });
}

/** The agenda and what stands behind it. */
function Lists({ model, project, projectKey, where, numbers, onMeet }: ListProps) {
  const format = useFormat();
  const { candidates, parts, mended } = model;
  const { list, trouble, recordsTrouble, again, isReading } = candidates;
  if (trouble && !list) return <Failure title={text.failed} trouble={trouble} onRetry={again} />;
  if (!list) return <SkeletonStack heights={ROWS} />;
  if (list.rows.length === 0) return <Empty project={project} projectKey={projectKey} />;
  const { open, meeting } = parts;
  return (
    <>
      {trouble ? <Failure title={text.failed} trouble={trouble} onRetry={again} /> : null}
      {recordsTrouble ? (
        <Failure
          title={text.records.failed}
          trouble={recordsTrouble}
          kept={text.records.kept}
          onRetry={again}
        />
      ) : null}
      {mended && list.rows.some(({ id }) => id === mended.candidate.id) ? (
        <MendedNote
          key={`${mended.candidate.id} ${mended.view.rev}`}
          mended={mended}
          where={where}
          onRecorded={model.takeRecord}
        />
      ) : null}
      <Section title={text.agenda.title}>
        <Inline space="space.100">
          <Button appearance="primary" isDisabled={meeting.length === 0} onClick={onMeet}>
            {text.meeting.start}
          </Button>
          <span style={SMALL}>{text.meeting.startHelp}</span>
          <Button appearance="subtle" isLoading={isReading} onClick={again}>
            {text.look}
          </Button>
        </Inline>
        <span style={SMALL}>
          {text.agenda.order}{' '}
          {list.more ? mostListed(list.rows.length, numbers['flag.candidate'], format) : ''}
        </span>
        <ListKeys>
          {open.length === 0 ? (
            <Text as="p">{text.agenda.decided}</Text>
          ) : (
            <CandidateGroups
              label={text.agenda.list}
              rows={open}
              model={model}
              project={project}
              where={where}
            />
          )}
          <RestPart model={model} project={project} where={where} />
        </ListKeys>
        <FixedPart model={model} />
      </Section>
    </>
  );
}

export function KillTab(props: KillTabProps) {
  const { where, project, projectKey, now, address } = props;
  const model = useKill(where, project, now);
  const { list, records } = model.candidates;
  const apply = (
    <ApplyPart
      project={project}
      projectKey={projectKey}
      where={where}
      draft={model.draft}
      records={model.isWhole ? records : null}
      summaryOf={model.summaryOf}
      bars={model.bars}
      isLocked={model.isLocked}
      isGone={model.isGone}
      unit={list?.unit ?? null}
      onRecorded={model.takeRecord}
    />
  );
  const logView = LOG_VIEWS.find((name) => name === address.view);
  if (logView)
    return (
      <DecisionLog
        project={project}
        projectKey={projectKey}
        where={where}
        view={logView}
        unit={list?.unit ?? null}
        change={(view) => address.change({ view })}
        onRecorded={model.takeRecord}
      />
    );
  if (address.view === 'meeting')
    return (
      <KillMeeting
        model={model}
        project={project}
        where={where}
        apply={apply}
        onLeave={() => address.change({ view: null })}
      />
    );
  return (
    <Stack space="space.200">
      <LiveRegion text={model.said} />
      <KillLead {...props} candidates={model.candidates} />
      <LogLinks view={null} change={(view) => address.change({ view })} />
      <ForumHead model={model} project={project} projectKey={projectKey} where={where} />
      <FirstRunOffer where={where} project={project} onChanged={model.candidates.again} />
      <DraftPart model={model} />
      {apply}
      <Lists
        model={model}
        project={project}
        projectKey={projectKey}
        where={where}
        numbers={props.numbers}
        onMeet={() => address.change({ view: 'meeting' })}
      />
      <After isRead={list !== null || model.candidates.trouble !== null}>
        <LingeringParents
          model={model}
          project={project}
          where={where}
          aboveTypeIds={props.aboveTypeIds}
          now={now}
        />
      </After>
    </Stack>
  );
}
