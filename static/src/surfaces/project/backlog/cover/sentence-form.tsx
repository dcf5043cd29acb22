// The fill-in sentence of one parent, in its row. Enter saves, Esc closes and keeps the text.
import { useEffect, useRef, type CSSProperties } from 'react';
import { Inline } from '@atlaskit/primitives/compiled';
import { token } from '@atlaskit/tokens';
import type { GoalView } from '../../../../../../src/contract/goals';
import type { AnswerInput } from '../../../../../../src/contract/procedures';
import { Button } from '../../../../components/button';
import { Field, firstInvalid, LABEL, SMALL } from '../../../../components/field';
import { TextInput } from '../../../../components/inputs';
import { fill } from '../../../../format';
import { useFormat } from '../../../../components/reader';
import { item as itemText } from '../../../../messages/item';
import { projectBacklog } from '../../../../messages/project-backlog';
import { restWords } from './rest';
import type { SentenceDraft, SentenceErrors } from './sentence-draft';

const text = projectBacklog.cover;

/** What is written takes the room; what is given needs little. */
const WIDE: CSSProperties = { flex: '3 1 240px', minWidth: 0 };
const SLIM: CSSProperties = { flex: '1 1 140px', minWidth: 0 };

interface SentenceFormProps {
  itemKey: string;
  draft: SentenceDraft;
  goal: GoalView;
  /** What a save sends. */
  answer: AnswerInput;
  errors: SentenceErrors;
  saving: boolean;
  onChange: (draft: SentenceDraft) => void;
  onSave: () => void;
  onClose: () => void;
}

export function SentenceForm(props: SentenceFormProps) {
  const { itemKey, draft, goal, answer, errors, saving, onChange, onSave, onClose } = props;
  const format = useFormat();
  const rest = restWords(answer, goal, format);
  const root = useRef<HTMLFormElement>(null);
  // What is expected is what nobody else can fill in: the cursor waits there.
  useEffect(() => {
    root.current?.querySelector<HTMLElement>('[data-first] input')?.focus();
  }, [goal.id]);
  useEffect(() => {
    firstInvalid(root.current)?.focus();
  }, [errors]);
  useEffect(() => {
    const form = root.current;
    const onKeyDown = (event: KeyboardEvent) => {
      const saves = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
      if (!saves && event.key !== 'Escape') return;
      event.preventDefault();
      if (saves) onSave();
      else onClose();
    };
    form?.addEventListener('keydown', onKeyDown);
    return () => form?.removeEventListener('keydown', onKeyDown);
  });
  const field = (name: 'by' | 'expect') => (
    <Field label={text[name]} error={errors[name]}>
      {(control) => (
        <TextInput
          control={control}
          value={draft[name]}
          placeholder={name === 'expect' ? itemText.sentence.expectHint : undefined}
          onChange={(value) => onChange({ ...draft, [name]: value })}
        />
      )}
    </Field>
  );
  return (
    <form
      ref={root}
      noValidate
      aria-label={fill(text.form, { key: itemKey })}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      style={{ display: 'grid', gap: token('space.100') }}
    >
      <div
        style={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: token('space.100'),
          alignItems: 'start',
        }}
      >
        <div style={WIDE}>{field('by')}</div>
        <div style={WIDE} data-first>
          {field('expect')}
        </div>
        <div style={{ ...SLIM, display: 'grid', gap: token('space.050') }}>
          <span style={LABEL}>{text.measure}</span>
          <span style={{ paddingBlock: token('space.075') }}>{answer.measure}</span>
        </div>
        <div style={SLIM}>
          <Field label={text.checkBy} error={errors.checkBy}>
            {(control) => (
              <TextInput
                control={control}
                type="date"
                value={draft.checkBy}
                onChange={(checkBy) => onChange({ ...draft, checkBy })}
              />
            )}
          </Field>
        </div>
      </div>
      {rest ? <span style={{ ...SMALL, overflowWrap: 'anywhere' }}>{rest}</span> : null}
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Button type="submit" appearance="primary" spacing="compact" isLoading={saving}>
          {text.save}
        </Button>
        <Button appearance="subtle" spacing="compact" onClick={onClose}>
          {text.close}
        </Button>
        <span style={SMALL}>{text.formKeys}</span>
      </Inline>
    </form>
  );
}
