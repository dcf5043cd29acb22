// The readings of one goal: all of them, and what its owner and administrators may do with them.
import { useEffect, useRef, useState } from 'react';
import type { GoalView, ReadingView } from '../../../../../src/contract/goals';
import type { OpenProject } from '../../../../../src/contract/procedures';
import type { Day } from '../../../../../src/domain/days';
import { Button } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { Fold } from '../../../components/fold';
import { Inline, Stack, Text } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { project as projectText } from '../../../messages/project';
import { readings as text } from '../../../messages/project-goals';
import { ReadingEditor } from './reading-editor';
import { ReadingsTable } from './readings-table';
import { typedReading } from './typed-reading';
import { useWithdrawing } from './use-withdrawing';

const goalText = projectText.goals;

interface GoalReadingsProps {
  goal: GoalView;
  project: OpenProject;
  nameOf: (accountId: string) => string | null;
  onProject: (next: OpenProject) => void;
  /** Something was done, in words for those who hear the page. */
  onDone: (said: string) => void;
}

interface WithdrawnProps {
  readings: readonly ReadingView[];
  unit: string;
  busy: string | null;
  onPutBack: (reading: ReadingView) => void;
}

function Withdrawn({ readings, unit, busy, onPutBack }: WithdrawnProps) {
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  return (
    <Fold title={format.plural(text.withdrawn, readings.length)} isOpen={isOpen} onToggle={setOpen}>
      <Stack space="space.050">
        {[...readings].reverse().map((reading) => (
          <Inline key={reading.day} space="space.100">
            <Text>
              {format.day(reading.day)} · {format.amount(reading.value, unit)}
            </Text>
            <Button
              spacing="compact"
              appearance="subtle"
              label={fill(text.putOf, { day: format.day(reading.day) })}
              isDisabled={busy !== null && busy !== reading.day}
              isLoading={busy === reading.day}
              onClick={() => onPutBack(reading)}
            >
              {text.put}
            </Button>
          </Inline>
        ))}
      </Stack>
    </Fold>
  );
}

interface Editing {
  /** What is corrected; null where one is added. */
  reading: ReadingView | null;
  isAsked: boolean;
}

/** The form that holds what was typed before; null where nothing was. */
function backOf({ id, readings }: GoalView): Editing | null {
  const isTyped = (of: Day | null): boolean => typedReading(id, of).read() !== null;
  if (isTyped(null)) return { reading: null, isAsked: false };
  const reading = readings.find(({ day }) => isTyped(day));
  return reading ? { reading, isAsked: false } : null;
}

export function GoalReadings({ goal, project, nameOf, onProject, onDone }: GoalReadingsProps) {
  const format = useFormat();
  const mayReport = project.may.report.includes(goal.id);
  const [isOpen, setOpen] = useState(false);
  const [editing, setEditing] = useState<Editing | null>(() => backOf(goal));
  const add = useRef<HTMLButtonElement>(null);
  const returns = useRef(false);
  const done = (said: string) => {
    // What was pressed has gone with its row.
    add.current?.focus();
    onDone(said);
  };
  const { busy, trouble, withdraw } = useWithdrawing(project.projectId, onProject, done);
  useEffect(() => {
    // After the form has gone, its focus would be lost.
    if (editing === null && returns.current) add.current?.focus();
    returns.current = editing !== null;
  }, [editing]);
  const acts = {
    busy,
    correct: (reading: ReadingView) => setEditing({ reading, isAsked: true }),
    takeBack: (reading: ReadingView) => withdraw(reading, true),
  };
  return (
    <Stack space="space.100">
      {goal.readings.length > 0 ? (
        <Fold
          title={format.plural(goalText.allReadings, goal.readings.length)}
          isOpen={isOpen}
          onToggle={setOpen}
        >
          <ReadingsTable goal={goal} nameOf={nameOf} acts={mayReport ? acts : null} />
        </Fold>
      ) : null}
      {mayReport && goal.withdrawnReadings.length > 0 ? (
        <Withdrawn
          readings={goal.withdrawnReadings}
          unit={goal.unit}
          busy={busy}
          onPutBack={(reading) => withdraw(reading, false)}
        />
      ) : null}
      {trouble ? <Failure {...trouble} /> : null}
      {mayReport && editing ? (
        <ReadingEditor
          key={editing.reading?.day ?? ''}
          goal={goal}
          reading={editing.reading}
          project={project}
          takesFocus={editing.isAsked}
          nameOf={nameOf}
          onProject={onProject}
          onSaved={() => {
            setEditing(null);
            setOpen(true);
            onDone(text.said.saved);
          }}
          onLeave={() => setEditing(null)}
        />
      ) : null}
      {mayReport && !editing ? (
        <Inline space="space.100">
          <Button
            ref={add}
            label={fill(text.addFor, { metric: goal.metric })}
            onClick={() => setEditing({ reading: null, isAsked: true })}
          >
            {text.add}
          </Button>
        </Inline>
      ) : null}
    </Stack>
  );
}
