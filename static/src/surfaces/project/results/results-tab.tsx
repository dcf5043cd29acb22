// The results of what was shipped: due first, then waiting, then given.
import { useEffect, useMemo, useState } from 'react';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { Button } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { Field, SMALL } from '../../../components/field';
import { Inline, Stack, Text } from '../../../components/layout';
import { Notice } from '../../../components/notice';
import { useFormat } from '../../../components/reader';
import { peopleIn } from '../../../components/result/said-words';
import { Select } from '../../../components/select';
import { useNames } from '../../../forge';
import { fill } from '../../../format';
import { results as text } from '../../../messages/project-results';
import type { Where } from '../use-numbers';
import { After } from '../after';
import { BetList } from './bet-list';
import { Meeting } from './meeting/meeting';
import { keptMinutes } from './meeting/typed-minutes';
import { Rates } from './rates';
import { checkDay } from './result-row';
import { SavedNote } from './saved-note';
import { UnwrittenNote } from './unwritten-note';
import { useAnswering } from './use-answering';
import { useResults, type Results } from './use-results';
import { useUnwritten } from './use-unwritten';

/** What of the page's address the tab rests on. */
export interface ResultsAddress {
  goalId: string | undefined;
  isMeeting: boolean;
  change: (to: { goal?: string | null; view?: 'meeting' | null }) => void;
}

interface ResultsTabProps {
  where: Where;
  project: OpenProject;
  projectKey: string;
  /** The project's types above the standard level. */
  aboveTypeIds: readonly string[];
  now: number;
  onChanged: () => void;
  address: ResultsAddress;
}

/** Whether all three lists were read and hold nothing. */
const isEmpty = ({ lists }: Results): boolean =>
  Object.values(lists).every((list) => list.bets?.length === 0 && !list.hasMore && !list.trouble);

const isRead = ({ bets, trouble }: Results['lists']['due']): boolean =>
  bets !== null || trouble !== null;

function useEmptyDue({ lists }: Results): string {
  const format = useFormat();
  const next = lists.waiting.bets?.[0];
  return next
    ? fill(text.due.next, { day: format.day(checkDay(next)), key: next.row.key })
    : text.due.none;
}

export function ResultsTab(props: ResultsTabProps) {
  const { where, project, projectKey, aboveTypeIds, onChanged } = props;
  const { goalId: asked, isMeeting, change } = props.address;
  const isKnown = asked === undefined || project.goals.some(({ id }) => id === asked);
  const goalId = isKnown ? asked : undefined;
  const results = useResults(where, project, { aboveTypeIds, goalId });
  const [round, setRound] = useState(0);
  const changed = (): void => {
    setRound(round + 1);
    onChanged();
  };
  const answering = useAnswering(results, changed);
  const unwritten = useUnwritten(project.projectId, round);
  const { lists, kept } = results;
  const people = useMemo(() => [...kept.views.values()].flatMap(peopleIn), [kept.views]);
  const nameOf = useNames(people);
  const emptyDue = useEmptyDue(results);
  const { today } = project;
  const hasMinutes = keptMinutes(project.projectId, today).read().length > 0;
  // What was written by now says so in its row, too.
  const { tried } = unwritten;
  const { again } = kept;
  useEffect(() => {
    if (tried) again();
  }, [tried, again]);

  if (isMeeting)
    return (
      <Meeting
        results={results}
        where={where}
        project={project}
        projectKey={projectKey}
        nameOf={nameOf}
        onChanged={changed}
        onLeave={() => change({ view: null })}
      />
    );
  const list = { where, today, nameOf, answering };
  return (
    <Stack space="space.200">
      <Rates results={results} />
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '16px', alignItems: 'end' }}>
        <div style={{ flex: '0 1 320px', minWidth: 0 }}>
          <Field label={text.goal}>
            {(control) => (
              <Select
                control={control}
                options={[
                  { value: '', label: text.allGoals },
                  ...project.goals.map(({ id, achieve }) => ({ value: id, label: achieve })),
                ]}
                value={goalId ?? ''}
                onChange={(goal) => change({ goal: goal === '' ? null : goal })}
              />
            )}
          </Field>
        </div>
        <Inline space="space.100">
          <Button
            isDisabled={!lists.due.bets?.length && !hasMinutes}
            onClick={() => change({ view: 'meeting' })}
          >
            {lists.due.bets?.length === 0 && hasMinutes ? text.meeting.finish : text.meet}
          </Button>
          <span style={SMALL}>{text.meetHelp}</span>
        </Inline>
      </div>
      {isKnown ? null : <Notice look="warning">{text.unknownGoal}</Notice>}
      <UnwrittenNote where={where} unwritten={unwritten} administer={project.may.administer} />
      {kept.trouble ? (
        <Failure
          title={text.kept.failed}
          trouble={kept.trouble}
          kept={text.kept.text}
          onRetry={kept.retry}
        />
      ) : null}
      <SavedNote answering={answering} />
      {isEmpty(results) ? (
        <Notice title={text.nothing.title}>
          <Text as="p">{text.nothing.text}</Text>
        </Notice>
      ) : (
        <>
          <BetList name="due" list={lists.due} empty={emptyDue} {...list} />
          <After isRead={isRead(lists.due)}>
            <BetList name="waiting" list={lists.waiting} empty={text.waiting.none} {...list} />
          </After>
          <After isRead={isRead(lists.due) && isRead(lists.waiting)}>
            <BetList name="given" list={lists.given} empty={text.given.none} {...list} />
          </After>
        </>
      )}
    </Stack>
  );
}
