// What was decided and is not applied yet. Taking it back costs nothing.
import { useEffect, useRef } from 'react';
import type { DraftEntry } from '../../../../../src/domain/decision';
import { Button } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { SMALL } from '../../../components/field';
import { Stack, Text } from '../../../components/layout';
import { Notice } from '../../../components/notice';
import { useFormat } from '../../../components/reader';
import { ItemLink } from '../../../components/text-link';
import { fill } from '../../../format';
import { kill } from '../../../messages/project-kill';
import { killApply } from '../../../messages/project-kill-apply';
import { Section } from '../section';
import { ChangeDay, isDayOver } from './apply/change-day';
import { LINE } from './apply/preview';
import { isUnderWay } from './apply/under-way';
import { usePorts, useRunningItems } from './apply/use-runner';
import { saidWords } from './decision-words';
import type { KillModel } from './use-kill';

const text = kill.draft;

interface LineProps {
  entry: DraftEntry;
  model: KillModel;
}

function Line({ entry, model }: LineProps) {
  const format = useFormat();
  const { itemId, itemKey, decision } = entry;
  const isOver = isDayOver(entry, model.project);
  const summary = model.summaryOf(itemId);
  const isGone = model.isGone(itemId);
  return (
    <li style={LINE}>
      <span style={{ flex: '3 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
        {summary ? <span style={SMALL}>{itemKey} </span> : null}
        <ItemLink itemKey={itemKey} alone>
          {summary || itemKey}
        </ItemLink>
      </span>
      <span style={{ flex: '3 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Text weight="medium">{saidWords(decision, format)}</Text>: {decision.reason}
        {isOver ? <span style={{ display: 'block' }}>{killApply.day.over}</span> : null}
        {isGone || model.isLocked(itemId) ? (
          <span style={{ display: 'block' }}>{isGone ? killApply.gone : killApply.locked}</span>
        ) : null}
      </span>
      {isOver ? (
        <ChangeDay entry={entry} project={model.project} onChange={model.draft.put} />
      ) : null}
      <Button
        spacing="compact"
        label={fill(isGone ? killApply.done.removeFor : text.undoFor, { key: itemKey })}
        // What was begun of it in an earlier visit may not be known yet.
        isDisabled={!model.candidates.isKnown([itemId])}
        onClick={() => model.undo(itemId)}
      >
        {isGone ? killApply.done.remove : text.undo}
      </Button>
    </li>
  );
}

/** Why the draft may not be whole, or not be kept. */
export function DraftState({ model }: { model: KillModel }) {
  const { state, trouble, isTakenOver, retry } = model.draft;
  const failed = state === 'failed' || state === 'unread';
  return (
    <>
      {isTakenOver ? <Notice>{text.takenOver}</Notice> : null}
      {failed && trouble ? (
        <Failure title={text.keeping[state]} trouble={trouble} onRetry={retry} />
      ) : null}
      <span role="status" style={SMALL}>
        {state === 'waiting' || state === 'kept' ? text.keeping[state] : null}
      </span>
    </>
  );
}

export function DraftPart({ model }: { model: KillModel }) {
  const format = useFormat();
  const root = useRef<HTMLDivElement>(null);
  const { waiting, draft, candidates } = model;
  const me = usePorts()?.me ?? null;
  const running = useRunningItems(model.project.projectId);
  const open = waiting.filter(
    (entry) => !running.has(entry.itemId) && !isUnderWay(entry, candidates.records, me),
  );
  const count = useRef(open.length);
  // The pressed button goes with its line: the next one takes the focus.
  useEffect(() => {
    const isFewer = open.length < count.current;
    count.current = open.length;
    if (isFewer && document.activeElement === document.body)
      root.current?.querySelector<HTMLElement>('button')?.focus();
  }, [open.length]);
  const hasTrouble = draft.trouble !== null || draft.isTakenOver;
  if (open.length === 0) return hasTrouble ? <DraftState model={model} /> : null;
  return (
    <Section title={format.plural(text.title, open.length)}>
      <div ref={root}>
        <Stack space="space.100">
          <DraftState model={model} />
          <ul aria-label={text.list} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {open.map((entry) => (
              <Line key={entry.itemId} entry={entry} model={model} />
            ))}
          </ul>
        </Stack>
      </div>
    </Section>
  );
}
