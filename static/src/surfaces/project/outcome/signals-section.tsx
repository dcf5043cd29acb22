// What stands out, each with its evidence, until this person dismisses it.
import { useState, type ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import type { Goal } from '../../../../../src/domain/goal';
import type { EvidenceName, Signal } from '../../../../../src/domain/signals';
import { Button } from '../../../components/button';
import { FieldError } from '../../../components/field';
import { Stack } from '../../../components/layout';
import { LiveRegion } from '../../../components/live-region';
import { useFormat } from '../../../components/reader';
import { rich } from '../../../components/rich';
import { fill, type Format } from '../../../format';
import { below } from '../../../messages/project-below';
import { Section } from '../section';
import { Small, Words } from './words';

const text = below.signals;

/** What a number counts, for those who hear the page. */
export function whatOf(name: EvidenceName): string {
  const [kind = ''] = name.split('.');
  const key = name in text.what ? name : kind;
  return text.what[key as keyof typeof text.what] ?? text.what.goal;
}

/** Places in the sentences that are numbers with a list behind them. */
const LINKED: Record<Signal['kind'], (goal: string) => Record<string, EvidenceName>> = {
  flat: (goal) => ({ items: `flat.${goal}` }),
  'aim-falls': () => ({
    recentAimed: 'recent.aimed',
    recentOutput: 'recent.output',
    earlierAimed: 'earlier.aimed',
    earlierOutput: 'earlier.output',
  }),
  inflow: () => ({ added: 'added', answers: 'answers' }),
  'one-goal': (goal) => ({ items: `goal.${goal}`, aimed: 'aimed' }),
  'after-done': () => ({ items: 'answeredAfterDone', answered: 'answered' }),
  'goal-ended': (goal) => ({ items: `ended.${goal}` }),
  'never-killed': () => ({ candidates: 'candidates' }),
};

/** Values that are written as they are: days as days, amounts in the goal's unit. */
function plainValues(signal: Signal, goals: readonly Goal[], format: Format) {
  const goal = goals.find(({ id }) => id === signal.goalId);
  const values: Record<string, string> = { goal: goal?.achieve ?? '', metric: goal?.metric ?? '' };
  for (const [name, value] of Object.entries(signal.values)) {
    if (typeof value === 'string') values[name] = name === 'since' ? format.day(value) : value;
    else if (signal.kind === 'flat' && name !== 'items')
      values[name] = format.amount(value, goal?.unit ?? '');
    else values[name] = format.number(value);
  }
  return values;
}

interface SignalsSectionProps {
  /** Null while their numbers are counted. */
  signals: readonly Signal[] | null;
  dismissed: readonly string[];
  goals: readonly Goal[];
  number: (name: EvidenceName) => ReactNode;
  /** Saves it; rejects when it could not be saved. */
  onDismiss: (key: string, dismissed: boolean) => Promise<void>;
}

export function SignalsSection(props: SignalsSectionProps) {
  const { signals, dismissed, goals, number, onDismiss } = props;
  const format = useFormat();
  const [all, setAll] = useState(false);
  const [failed, setFailed] = useState(false);
  const [said, setSaid] = useState('');
  const found = signals ?? [];
  const away = found.filter(({ key }) => dismissed.includes(key));
  const shown = all ? found : found.filter(({ key }) => !dismissed.includes(key));
  const dismiss = (key: string, to: boolean) => {
    setFailed(false);
    setSaid(to ? text.said : text.back);
    onDismiss(key, to).catch(() => {
      setFailed(true);
      setSaid('');
    });
  };
  const sentence = (signal: Signal, node: (name: EvidenceName) => ReactNode) => {
    const linked = LINKED[signal.kind](signal.goalId ?? '');
    return rich(text[signal.kind], {
      ...plainValues(signal, goals, format),
      ...Object.fromEntries(Object.entries(linked).map(([place, name]) => [place, node(name)])),
    });
  };
  return (
    <Section title={text.title}>
      <LiveRegion text={said} />
      {signals === null ? <Words>{text.waiting}</Words> : null}
      {signals !== null && shown.length === 0 ? <Words>{text.none}</Words> : null}
      {shown.length > 0 ? (
        <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
          {shown.map((signal) => {
            const isAway = dismissed.includes(signal.key);
            const values = plainValues(signal, goals, format);
            return (
              <li
                key={signal.key}
                style={{
                  display: 'flex',
                  gap: token('space.150'),
                  alignItems: 'flex-start',
                  margin: 0,
                  padding: `${token('space.075')} 0`,
                  borderBottom: `1px solid ${token('color.border')}`,
                  color: isAway ? token('color.text.subtle') : undefined,
                }}
              >
                <span style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                  {sentence(signal, number)}
                </span>
                <Button
                  spacing="compact"
                  appearance="subtle"
                  label={fill(isAway ? text.undoOf : text.dismissOf, {
                    signal: fill(text.name[signal.kind], values),
                  })}
                  onClick={() => dismiss(signal.key, !isAway)}
                >
                  {isAway ? text.undo : text.dismiss}
                </Button>
              </li>
            );
          })}
        </ul>
      ) : null}
      {away.length > 0 ? (
        <Stack space="space.050" alignInline="start">
          <Small>
            {format.plural(text.dismissed, away.length)}{' '}
            <Button spacing="compact" appearance="subtle" onClick={() => setAll(!all)}>
              {all ? text.hide : text.show}
            </Button>
          </Small>
        </Stack>
      ) : null}
      <FieldError id="signals-error" message={failed ? text.failed : undefined} />
    </Section>
  );
}
