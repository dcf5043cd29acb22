// Three things to begin with, each with how far it has come. It goes when all are done.
import type { CSSProperties, ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import { Button } from '../../../components/button';
import { CARD } from '../../../components/card';
import { LABEL } from '../../../components/field';
import { useFormat } from '../../../components/reader';
import type { PluralForms } from '../../../format';
import { outcome } from '../../../messages/project-outcome';
import type { AddressChange } from '../address';
import { isKnown, type NumberState } from '../gather/number-state';
import { Small } from './words';

const text = outcome.first;

const STEPS = [
  { name: 'sort', want: 40, title: text.sort, forms: text.sorted, go: text.start },
  { name: 'goals', want: 2, title: text.goals, forms: text.written, go: text.toGoals },
  { name: 'epics', want: 5, title: text.epics, forms: text.answered, go: text.toEpics },
] as const;
type StepName = (typeof STEPS)[number]['name'];

const LEADS: Record<StepName, AddressChange> = {
  sort: { view: 'sort' },
  goals: { tab: 'goals' },
  epics: { tab: 'backlog' },
};

export type Progress = Record<StepName, NumberState | undefined>;

const isDone = (state: NumberState | undefined, want: number): boolean =>
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
  const left = steps.some(({ name, want }) => {
    const state = progress[name];
    return isKnown(state) && state.value < want;
  });
  if (!left) return null;
  const standing = (
    state: NumberState | undefined,
    forms: PluralForms,
    want: number,
  ): ReactNode => {
    if (isDone(state, want)) return `✓ ${text.done}`;
    if (isKnown(state)) return format.plural(forms, state.value);
    return state?.kind === 'failed' || state?.kind === 'left-out' ? text.notCounted : text.counting;
  };
  return (
    <section style={CARD} aria-label={text.title}>
      <ol style={list}>
        {steps.map(({ name, want, title, forms, go }, at) => (
          <li key={name} style={{ display: 'flex', gap: token('space.100'), margin: 0 }}>
            <span style={{ ...LABEL, lineHeight: '20px' }}>{format.number(at + 1)}</span>
            <div style={{ minWidth: 0, flex: 1 }}>
              <div style={{ font: token('font.body'), fontWeight: token('font.weight.medium') }}>
                {title}
              </div>
              <Small>{standing(progress[name], forms, want)}</Small>
            </div>
            {isDone(progress[name], want) ? null : (
              <div style={{ flex: 'none' }}>
                <Button
                  spacing="compact"
                  appearance={name === 'sort' ? 'primary' : 'default'}
                  onClick={() => change(LEADS[name])}
                >
                  {go}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
