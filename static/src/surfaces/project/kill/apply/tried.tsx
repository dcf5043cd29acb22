// What became of the decisions that were tried, and what can be done about each.
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import type { DecisionKind, DraftEntry } from '../../../../../../src/domain/decision';
import type { ApplyPorts } from '../../../../../../src/usecases/applying/ports';
import type { Standing } from '../../../../../../src/usecases/applying/take-back';
import { Button } from '../../../../components/button';
import { Inline, Stack, Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { fill } from '../../../../format';
import { killApply as text } from '../../../../messages/project-kill-apply';
import { saidWords } from '../decision-words';
import { MinutesBox } from '../log/minutes-box';
import type { ApplyPartProps } from './apply-part';
import { ChangeDay, isDayOver } from './change-day';
import { Lines, sumWords, type Told } from './run-lines';
import { useAnew } from './use-anew';

const ofState = (entries: readonly DraftEntry[], state: DraftEntry['state']): DraftEntry[] =>
  entries.filter((entry) => entry.state === state);

/** What ended a decision that was applied; null while it stands. */
function endedWords(kind: DecisionKind, view: DecisionView | undefined): string | null {
  if (kind === 'fix' || view?.now !== null || view.intent !== null) return null;
  const how = view.past.at(-1)?.ended?.how;
  return how === 'woken' || how === 'reopened' ? text.outcome[how] : text.outcome.undone;
}

interface TriedProps extends ApplyPartProps {
  tried: readonly DraftEntry[];
  ports: ApplyPorts;
  apply: (entries: readonly DraftEntry[]) => void;
  back: (standing: readonly Standing[]) => void;
}

/** What became of the entries that were tried, also in an earlier visit. */
export function Tried(props: TriedProps) {
  const { tried, ports, apply, back, draft, records, summaryOf, project, projectKey } = props;
  const format = useFormat();
  const applied = ofState(tried, 'applied');
  const failed = ofState(tried, 'failed');
  const changed = ofState(tried, 'changed');
  const undone = [...changed, ...ofState(tried, 'refused')];
  const anew = useAnew({ ports, projectId: project.projectId, changed, put: draft.put });
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
      (state === 'applied' ? endedWords(decision.kind, records?.get(itemId)) : null) ??
      note ??
      (state === 'applied' ? text.outcome.applied : ''),
  }));
  const actions = (itemId: string) => {
    const entry = tried.find((one) => one.itemId === itemId);
    if (!entry || entry.state === 'applied') return null;
    const key = { key: entry.itemKey };
    return (
      <Inline space="space.050">
        {entry.state === 'changed' && anew.isOpen(itemId) ? (
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
          <ChangeDay entry={entry} project={project} onChange={draft.put} />
        ) : null}
        {entry.state === 'refused' && !isDayOver(entry, project) ? (
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
        {undone.length > 1 ? (
          <Button
            appearance="subtle"
            onClick={() => draft.replaceAll(draft.entries.filter((one) => !undone.includes(one)))}
          >
            {format.plural(text.done.removeAll, undone.length)}
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
