// Three things to begin with, each with how far it has come. It goes when all are done.
import type { CSSProperties, ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import { Button } from '../../../components/button';
import { CARD } from '../../../components/card';
import { LABEL } from '../../../components/field';
import { useFormat } from '../../../components/reader';
import { fill, type PluralForms } from '../../../format';
import { outcome } from '../../../messages/project-outcome';
import type { AddressChange } from '../address';
import { isKnown, type NumberState } from '../gather/number-state';
import { Small } from './words';

const text = outcome.first;

const STEPS = [
  { name: 'sort', title: text.sort, forms: text.sorted, go: text.start },
  { name: 'goals', title: text.goals, forms: text.written, go: text.toGoals },
  { name: 'epics', title: text.epics, forms: text.answered, go: text.toEpics },
] as const;
type StepName = (typeof STEPS)[number]['name'];

const LEADS: Record<StepName, AddressChange> = {
  sort: { view: 'sort' },
  goals: { tab: 'goals' },
  epics: { tab: 'backlog' },
};

export type Progress = Record<StepName, { state: NumberState; want: number }>;

const isDone = ({ state, want }: Progress[StepName]): boolean =>
  isKnown(state) && state.value >= want;

const list: CSSProperties = {
  display: 'grid',
  gap: token('space.200'),
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 240px), 1fr))',
  margin: 0,
  padding: 0,
  listStyle: 'none',
};

/** `hasEpics`: without a level above the standard one there is nothing to answer for many at once. */
export function FirstUse({
  progress,
  hasEpics,
  change,
}: {
  progress: Progress;
  hasEpics: boolean;
  change: (to: AddressChange) => void;
}) {
  const format = useFormat();
  const steps = STEPS.filter(({ name }) => hasEpics || name !== 'epics');
  // Until it is known that something is left to do, nothing is said: most readers are done with it.
  const left = steps.some(({ name }) => isKnown(progress[name].state) && !isDone(progress[name]));
  if (!left) return null;
  const standing = (step: Progress[StepName], forms: PluralForms): ReactNode => {
    const { state, want } = step;
    if (isDone(step)) return `✓ ${text.done}`;
    if (isKnown(state)) return format.plural(forms, state.value, { want: format.number(want) });
    return state.kind === 'counting' ? text.counting : text.notCounted;
  };
  return (
    <section style={CARD} aria-label={text.title}>
      <ol style={list}>
        {steps.map(({ name, title, forms, go }, at) => (
          <li key={name} style={{ display: 'flex', gap: token('space.100'), margin: 0 }}>
            <span style={{ ...LABEL, lineHeight: '20px' }}>{format.number(at + 1)}</span>
            <div style={{ minWidth: 0, flex: 1 }}>
              <div style={{ font: token('font.body'), fontWeight: token('font.weight.medium') }}>
                {fill(title, { want: format.number(progress[name].want) })}
              </div>
              <Small>{standing(progress[name], forms)}</Small>
            </div>
            {isDone(progress[name]) ? null : (
              <div style={{ flex: 'none' }}>
                <Button
                  spacing="compact"
                  appearance={name === 'sort' ? 'primary' : 'default'}
                  onClick={() => change(LEADS[name])}
                >
                  {fill(go, { want: format.number(progress[name].want) })}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
