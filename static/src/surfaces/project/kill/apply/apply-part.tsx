// Applying the draft: what will happen, how far it is, what became of each item, and the way back.
import { useMemo, useState } from 'react';
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import { DRAFT_DECISIONS_LIMIT } from '../../../../../../src/contract/limits';
import type { OpenProject } from '../../../../../../src/contract/procedures';
import type { DraftEntry } from '../../../../../../src/domain/decision';
import { MESSAGES } from '../../../../../../src/domain/messages';
import type { ApplyOptions } from '../../../../../../src/usecases/applying/ports';
import { Button } from '../../../../components/button';
import { Inline, Stack, Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { fill } from '../../../../format';
import { killApply as text } from '../../../../messages/project-kill-apply';
import { Section } from '../../section';
import type { EffortUnit } from '../../gather/effort';
import type { Where } from '../../use-numbers';
import type { DecisionDraft } from '../draft';
import { useComeBack } from './come-back';
import { Preview } from './preview';
import { Lines, Progress, toldOf } from './run-lines';
import { Tried } from './tried';
import { isUnderWay, UnderWay } from './under-way';
import { usePorts, useRunner } from './use-runner';

export interface ApplyPartProps {
  project: OpenProject;
  projectKey: string;
  where: Where;
  draft: DecisionDraft;
  /** What is kept of the items' decisions; null while it is read. */
  records: ReadonlyMap<string, DecisionView> | null;
  summaryOf: (itemId: string) => string | undefined;
  /** Why the viewer can apply nothing at all; null when they can. */
  bars: 'member' | 'locked' | null;
  /** Whether the viewer can't apply anything about this item. */
  isLocked: (itemId: string) => boolean;
  /** Whether it is deleted or hidden. */
  isGone: (itemId: string) => boolean;
  /** Of the efforts; null where no item of the list has one. */
  unit: EffortUnit | null;
  /** What is kept of an item has changed. */
  onRecorded: (view: DecisionView) => void;
}

/** The comment on an item that is killed, in the name of the forum. */
const commentOf = (forum: string, reason: string): string =>
  fill(forum === '' ? MESSAGES.comment.killAlone : MESSAGES.comment.kill, { forum, reason });

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
  const fates = useComeBack({
    ports,
    options,
    entries,
    records,
    isRunning,
    onEntry,
    onView: onRecorded,
  });
  const begun = entries.filter((entry) => isUnderWay(entry, records, ports?.me ?? null));
  const ended = entries.filter((entry) => !begun.includes(entry));
  const open = ended.filter(({ state }) => state === 'open');
  const tried = ended.filter(({ state }) => state !== 'open');
  const barred =
    props.bars === 'member'
      ? text.barred.member
      : open.length > 0 &&
          open.every(({ itemId }) => props.isLocked(itemId) && !props.isGone(itemId))
        ? text.barred.locked
        : null;
  const showsBack = view !== null && view.what === 'back';
  if (entries.length === 0 && view === null) return null;
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
      {!isRunning && begun.length > 0 ? (
        <UnderWay entries={begun} fates={fates} summaryOf={summaryOf} />
      ) : null}
      {!isRunning && open.length > 0 && barred ? <Text as="p">{barred}</Text> : null}
      {!isRunning && open.length > 0 && !isAsking && !barred ? (
        <Inline space="space.100">
          <Button
            appearance="primary"
            isDisabled={!ports || !records}
            onClick={() => setAsking(true)}
          >
            {format.plural(text.open, open.length)}
          </Button>
          {records ? (
            <Text>
              {draft.isFull ? fill(text.most, { most: DRAFT_DECISIONS_LIMIT }) : text.what}
            </Text>
          ) : null}
        </Inline>
      ) : null}
      {!isRunning && isAsking && ports && open.length > 0 && !barred ? (
        <Preview
          entries={open}
          summaryOf={summaryOf}
          isLocked={props.isLocked}
          isGone={props.isGone}
          ports={ports}
          options={options}
          project={project}
          projectKey={props.projectKey}
          onChange={onEntry}
          onRemove={draft.remove}
          onStart={apply}
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
