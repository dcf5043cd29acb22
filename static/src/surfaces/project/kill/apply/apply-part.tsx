// Applying the draft: what will happen, how far it is, what became of each item, and the way back.
import { useMemo, useState } from 'react';
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import { DRAFT_DECISIONS_LIMIT } from '../../../../../../src/contract/limits';
import type { OpenProject } from '../../../../../../src/contract/procedures';
import type { DecisionKind, DraftEntry } from '../../../../../../src/domain/decision';
import { MESSAGES } from '../../../../../../src/domain/messages';
import type { ApplyOptions, ApplyPorts } from '../../../../../../src/usecases/applying/ports';
import type { Standing } from '../../../../../../src/usecases/applying/take-back';
import { Button } from '../../../../components/button';
import { Inline, Stack, Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { fill } from '../../../../format';
import { killApply as text } from '../../../../messages/project-kill-apply';
import { Section } from '../../section';
import type { EffortUnit } from '../../gather/effort';
import type { Where } from '../../use-numbers';
import type { DecisionDraft } from '../draft';
import { MinutesBox } from '../log/minutes-box';
import { useComeBack } from './come-back';
import { Preview } from './preview';
import { Lines, Progress, sumWords, toldOf, type Told } from './run-lines';
import { saidWords } from '../decision-words';
import { useAnew } from './use-anew';
import { usePorts, useRunner } from './use-runner';

export interface ApplyPartProps {
  project: OpenProject;
  projectKey: string;
  where: Where;
  draft: DecisionDraft;
  /** What is kept of the items' decisions; null while it is read. */
  records: ReadonlyMap<string, DecisionView> | null;
  summaryOf: (itemId: string) => string | undefined;
  /** Of the efforts; null where no item of the list has one. */
  unit: EffortUnit | null;
  /** What is kept of an item has changed. */
  onRecorded: (view: DecisionView) => void;
}

/** The comment on an item that is killed, in the name of the forum. */
const commentOf = (forum: string, reason: string): string =>
  fill(forum === '' ? MESSAGES.decision.killCommentAlone : MESSAGES.decision.killComment, {
    forum,
    reason,
  });

const ofState = (entries: readonly DraftEntry[], state: DraftEntry['state']): DraftEntry[] =>
  entries.filter((entry) => entry.state === state);

function useOptions({ project, where }: Pick<ApplyPartProps, 'project' | 'where'>): ApplyOptions {
  const { projectId, rules } = project;
  const { undelivered } = where.frame;
  return useMemo(
    () => ({
      projectId,
      kill: rules.kill,
      undelivered,
      comment: (reason) => commentOf(rules.forum.name, reason),
    }),
    [projectId, rules, undelivered],
  );
}

/** Applied once, and nothing of it stands any more. */
const isTakenBack = (kind: DecisionKind, view: DecisionView | undefined): boolean =>
  kind !== 'fix' && view?.now === null && view.intent === null;

interface TriedProps extends ApplyPartProps {
  tried: readonly DraftEntry[];
  ports: ApplyPorts;
  apply: (entries: readonly DraftEntry[]) => void;
  back: (standing: readonly Standing[]) => void;
}

/** What became of the entries that were tried, also in an earlier visit. */
function Tried(props: TriedProps) {
  const { tried, ports, apply, back, draft, records, summaryOf, project, projectKey } = props;
  const format = useFormat();
  const anew = useAnew(ports, draft.put);
  const applied = ofState(tried, 'applied');
  const failed = ofState(tried, 'failed');
  const standing = applied.flatMap(({ itemId, itemKey }): Standing[] => {
    const view = records?.get(itemId);
    return view?.now ? [{ itemId, itemKey, view }] : [];
  });
  const lines = tried.map(({ itemId, itemKey, decision, state, note }): Told => ({
    itemId,
    itemKey,
    said: saidWords(decision, format),
    words:
      anew.trouble.get(itemId) ??
      (state === 'applied' && isTakenBack(decision.kind, records?.get(itemId))
        ? text.outcome.undone
        : (note ?? (state === 'applied' ? text.outcome.applied : ''))),
  }));
  const actions = (itemId: string) => {
    const entry = tried.find((one) => one.itemId === itemId);
    if (!entry || entry.state === 'applied') return null;
    const key = { key: entry.itemKey };
    return (
      <Inline space="space.050">
        {entry.state === 'changed' ? (
          <Button
            spacing="compact"
            label={fill(text.done.anewFor, key)}
            isLoading={anew.busy === itemId}
            onClick={() => void anew.look(entry)}
          >
            {text.done.anew}
          </Button>
        ) : null}
        {entry.state === 'refused' ? (
          <Button spacing="compact" onClick={() => apply([entry])}>
            {format.plural(text.done.again, 1)}
          </Button>
        ) : null}
        <Button
          spacing="compact"
          appearance="subtle"
          label={fill(text.done.removeFor, key)}
          onClick={() => draft.remove(itemId)}
        >
          {text.done.remove}
        </Button>
      </Inline>
    );
  };
  return (
    <Stack space="space.100">
      <Text weight="medium">
        {sumWords(
          tried.map(({ state }) => state),
          format,
        )}
      </Text>
      <Lines lines={lines} summaryOf={summaryOf} actions={actions} />
      <Inline space="space.100">
        {failed.length > 0 ? (
          <Button appearance="primary" onClick={() => apply(failed)}>
            {format.plural(text.done.again, failed.length)}
          </Button>
        ) : null}
        {standing.length > 0 ? (
          <Button onClick={() => back(standing)}>
            {format.plural(text.done.back, standing.length)}
          </Button>
        ) : null}
        {applied.length > 0 ? (
          <Button
            appearance="subtle"
            onClick={() => draft.replaceAll(draft.entries.filter((one) => one.state !== 'applied'))}
          >
            {text.done.clear}
          </Button>
        ) : null}
      </Inline>
      {applied.length > 0 ? (
        <MinutesBox
          entries={applied}
          summaryOf={summaryOf}
          records={records}
          unit={props.unit}
          projectKey={projectKey}
          today={project.today}
          forum={project.rules.forum.name}
        />
      ) : null}
    </Stack>
  );
}

export function ApplyPart(props: ApplyPartProps) {
  const { project, draft, records, summaryOf, onRecorded } = props;
  const format = useFormat();
  const options = useOptions(props);
  const ports = usePorts();
  const [isAsking, setAsking] = useState(false);
  const { runner, view } = useRunner(project.projectId, {
    onEntry: (entry) => void draft.put(entry),
    onView: (one) => {
      onRecorded(one);
      // Taken back: nothing of it is left to be applied or taken back.
      const entry = draft.entries.find(({ itemId }) => itemId === one.itemId);
      if (entry?.state === 'applied' && one.now === null && entry.decision.kind !== 'fix')
        draft.remove(one.itemId);
    },
  });
  const isRunning = view?.running === true;
  const { entries } = draft;
  const onEntry = (entry: DraftEntry): void => void draft.put(entry);
  useComeBack({ ports, options, entries, records, isRunning, onEntry, onView: onRecorded });
  const open = ofState(entries, 'open');
  const tried = entries.filter(({ state }) => state !== 'open');
  const showsBack = view !== null && view.what === 'back';
  if (open.length === 0 && tried.length === 0 && view === null) return null;
  const apply = (list: readonly DraftEntry[]): void => {
    setAsking(false);
    if (ports) runner.apply(list, ports, options);
  };
  const title = showsBack ? format.plural(text.done.backTitle, view.lines.length) : text.region;
  return (
    <Section title={title}>
      {view && (isRunning || showsBack) ? (
        <Stack space="space.100">
          {isRunning ? <Progress view={view} stop={runner.stop} /> : null}
          <Lines lines={view.lines.map((line) => toldOf(line, format))} summaryOf={summaryOf} />
          {isRunning ? null : (
            <Inline space="space.100">
              <Button onClick={runner.close}>{text.done.clear}</Button>
            </Inline>
          )}
        </Stack>
      ) : null}
      {!isRunning && open.length > 0 && !isAsking ? (
        <Inline space="space.100">
          <Button appearance="primary" isDisabled={!ports} onClick={() => setAsking(true)}>
            {format.plural(text.open, open.length)}
          </Button>
          <Text>{draft.isFull ? fill(text.most, { most: DRAFT_DECISIONS_LIMIT }) : text.what}</Text>
        </Inline>
      ) : null}
      {!isRunning && isAsking && ports && open.length > 0 ? (
        <Preview
          entries={open}
          summaryOf={summaryOf}
          ports={ports}
          options={options}
          onStart={() => apply(open)}
          onCancel={() => setAsking(false)}
        />
      ) : null}
      {!isRunning && tried.length > 0 && ports ? (
        <Tried
          {...props}
          tried={tried}
          ports={ports}
          apply={apply}
          back={(standing) => runner.back(standing, ports)}
        />
      ) : null}
    </Section>
  );
}
