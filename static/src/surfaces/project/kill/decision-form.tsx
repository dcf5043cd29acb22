// Kill, park or keep: a reason, a day where one is needed, and into the draft.
import { useEffect, useRef, useState } from 'react';
import { token } from '@atlaskit/tokens';
import { TEXT_LIMIT } from '../../../../../src/contract/limits';
import type { Day } from '../../../../../src/domain/days';
import { decisionProblems, type DecisionInput } from '../../../../../src/domain/decision';
import { Button } from '../../../components/button';
import { CARD } from '../../../components/card';
import { Field, firstInvalid, LABEL, SMALL } from '../../../components/field';
import { TextArea, TextInput } from '../../../components/inputs';
import { Inline, Stack, Text } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { kill } from '../../../messages/project-kill';
import { useKeyDown } from '../use-key-down';
import { decisionOf, type DatePreset, type DraftKind, type FormDraft } from './decision-input';
import { isTyping } from './kill-keys';

const text = kill.form;

interface DecisionFormProps {
  kind: DraftKind;
  itemKey: string;
  effort: number | null;
  /** The project's day. */
  today: Day;
  presets: readonly DatePreset[];
  start: FormDraft;
  /** Keeps what is typed for as long as the page is open. */
  onType: (draft: FormDraft) => void;
  onDecide: (decision: DecisionInput) => void;
  onCancel: () => void;
}

export function DecisionForm(props: DecisionFormProps) {
  const { kind, itemKey, effort, today, presets, start, onType, onDecide, onCancel } = props;
  const format = useFormat();
  const root = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(start);
  const [errors, setErrors] = useState<ReturnType<typeof decisionProblems>>({});
  const [kindShown, setKindShown] = useState(kind);
  if (kindShown !== kind) {
    setKindShown(kind);
    setErrors({});
  }
  const set = (to: Partial<FormDraft>): void => {
    const next = { ...draft, ...to };
    setDraft(next);
    onType(next);
  };
  const decide = (): void => {
    const decision = decisionOf(kind, draft, effort);
    const { length } = decision.reason;
    const problems = {
      ...decisionProblems(decision, today),
      ...(length > TEXT_LIMIT && {
        reason: fill(text.tooLong, {
          most: format.number(TEXT_LIMIT),
          count: format.number(length),
        }),
      }),
    };
    setErrors(problems);
    if (Object.keys(problems).length === 0) onDecide(decision);
  };
  const usual = text.reasons[kind];
  /** The next thing to do is to confirm, or to give the day. */
  const take = (reason: string): void => {
    set({ reason });
    root.current?.querySelector<HTMLElement>('[type="submit"]')?.focus();
  };
  useEffect(() => {
    root.current?.querySelector<HTMLElement>('[data-usual] button')?.focus();
  }, [kind]);
  useEffect(() => {
    firstInvalid(root.current)?.focus();
  }, [errors]);
  useKeyDown(root, (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return false;
    const isNoted = event.target instanceof HTMLTextAreaElement && event.key === 'Enter';
    if (isNoted && !event.isComposing) {
      root.current?.requestSubmit();
      return true;
    }
    const reason = isTyping(event.target) ? undefined : usual[Number(event.key) - 1];
    if (event.key !== 'Escape' && reason === undefined) return false;
    event.stopPropagation();
    if (reason === undefined) onCancel();
    else take(reason);
    return true;
  });
  return (
    <form
      ref={root}
      noValidate
      aria-label={fill(text.title[kind], { key: itemKey })}
      style={{ ...CARD, padding: token('space.200') }}
      onSubmit={(event) => {
        event.preventDefault();
        decide();
      }}
    >
      <Stack space="space.150">
        <Text weight="medium">{fill(text.title[kind], { key: itemKey })}</Text>
        <div
          data-usual
          role="group"
          aria-label={text.usual}
          style={{ display: 'grid', gap: token('space.075') }}
        >
          <span style={LABEL}>{text.usual}</span>
          <Inline space="space.075">
            {usual.map((reason, index) => (
              <Button key={reason} spacing="compact" onClick={() => take(reason)}>
                <span aria-hidden="true" style={SMALL}>
                  {index + 1}
                </span>{' '}
                {reason}
              </Button>
            ))}
          </Inline>
        </div>
        <Field label={text.reason} error={errors.reason}>
          {(control) => (
            <TextArea
              control={control}
              value={draft.reason}
              // One paragraph: Enter notes the decision.
              onChange={(reason) => set({ reason: reason.replace(/\s*\n\s*/g, ' ') })}
            />
          )}
        </Field>
        {kind === 'kill' ? null : (
          <div
            style={{
              display: 'flex',
              flexWrap: 'wrap',
              gap: token('space.150'),
              alignItems: 'end',
            }}
          >
            <div style={{ flex: '0 1 180px', minWidth: 0 }}>
              <Field label={text.until} error={errors.until}>
                {(control) => (
                  <TextInput
                    control={control}
                    type="date"
                    value={draft.until}
                    onChange={(until) => set({ until })}
                  />
                )}
              </Field>
            </div>
            <Inline space="space.075">
              {presets.map(({ name, day }) => (
                <Button key={name} spacing="compact" onClick={() => set({ until: day })}>
                  {name}
                </Button>
              ))}
            </Inline>
          </div>
        )}
        <Inline space="space.100">
          <Button type="submit" appearance="primary">
            {text.save[kind]}
          </Button>
          <Button appearance="subtle" onClick={onCancel}>
            {text.cancel}
          </Button>
          <span style={SMALL}>
            {kill.means[kind]} {text.later}
          </span>
        </Inline>
      </Stack>
    </form>
  );
}
