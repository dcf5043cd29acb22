// What is said for all of the old items: until when, why, and whether each gets a notice.
import { useEffect, useRef, useState } from 'react';
import { token } from '@atlaskit/tokens';
import { TEXT_LIMIT } from '../../../../../../src/contract/limits';
import { isDay, type Day } from '../../../../../../src/domain/days';
import { decisionProblems } from '../../../../../../src/domain/decision';
import { MESSAGES } from '../../../../../../src/domain/messages';
import { Button } from '../../../../components/button';
import { Field, firstInvalid, SMALL } from '../../../../components/field';
import { TextInput } from '../../../../components/inputs';
import { Inline, Stack } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { createFormat, fill } from '../../../../format';
import { killOffer as text } from '../../../../messages/project-kill-offer';
import type { ParkOrder } from './park-item';

/** What the form holds; kept in this browser until it is done. */
export interface OfferDraft {
  until: string;
  reason: string;
  notice: boolean;
}

/** The comment that stands on each item: for everybody, so that its day is in English as it is. */
const commentOf = ({ until, reason }: Pick<OfferDraft, 'until' | 'reason'>) =>
  fill(MESSAGES.comment.park, {
    day: isDay(until) ? createFormat('en-US', 'UTC').day(until) : until,
    reason: reason.trim(),
  });

interface OfferFormProps {
  draft: OfferDraft;
  today: Day;
  /** How many are chosen; null while that is not known. */
  chosen: number | null;
  /** Items that were read for the run; null while none is prepared. */
  gathering: number | null;
  onChange: (draft: OfferDraft) => void;
  onPark: (order: ParkOrder) => void;
  onCancel: () => void;
}

export function OfferForm(props: OfferFormProps) {
  const { draft, today, chosen, gathering, onChange, onPark, onCancel } = props;
  const format = useFormat();
  const root = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<ReturnType<typeof decisionProblems>>({});
  useEffect(() => {
    firstInvalid(root.current)?.focus();
  }, [errors]);
  const set = (part: Partial<OfferDraft>) => {
    setErrors({});
    onChange({ ...draft, ...part });
  };
  const park = () => {
    const reason = draft.reason.trim();
    const until = isDay(draft.until) ? draft.until : undefined;
    const problems = decisionProblems({ kind: 'park', reason, until }, today);
    setErrors(problems);
    if (until === undefined || Object.keys(problems).length > 0) return;
    onPark({ until, reason, comment: draft.notice ? commentOf(draft) : null });
  };
  return (
    <form
      ref={root}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== 0) park();
      }}
    >
      <Stack space="space.150">
        <div
          style={{
            display: 'flex',
            flexWrap: 'wrap',
            gap: token('space.200'),
            alignItems: 'start',
          }}
        >
          <div style={{ flex: '1 1 220px', minWidth: 0 }}>
            <Field label={text.until} help={text.untilHelp} error={errors.until}>
              {(control) => (
                <TextInput
                  type="date"
                  control={control}
                  value={draft.until}
                  onChange={(until) => set({ until })}
                />
              )}
            </Field>
          </div>
          <div style={{ flex: '3 1 380px', minWidth: 0 }}>
            <Field label={text.reason} error={errors.reason}>
              {(control) => (
                <TextInput
                  control={control}
                  value={draft.reason}
                  maxLength={TEXT_LIMIT}
                  onChange={(reason) => set({ reason })}
                />
              )}
            </Field>
          </div>
        </div>
        <label style={{ display: 'flex', gap: token('space.100'), font: token('font.body') }}>
          <input
            type="checkbox"
            checked={draft.notice}
            onChange={(event) => set({ notice: event.target.checked })}
          />
          {text.notice}
        </label>
        {draft.notice ? (
          <div style={SMALL}>
            {text.noticeHelp}
            <blockquote
              style={{
                margin: `${token('space.050')} 0 0`,
                paddingInlineStart: token('space.150'),
                borderInlineStart: `2px solid ${token('color.border')}`,
                whiteSpace: 'pre-line',
                font: token('font.body.small'),
              }}
            >
              {commentOf(draft)}
            </blockquote>
          </div>
        ) : null}
        <Inline space="space.100">
          <Button
            type="submit"
            appearance="primary"
            isDisabled={chosen === null || chosen === 0}
            isLoading={gathering !== null}
          >
            {format.plural(text.park, chosen ?? 0)}
          </Button>
          <Button appearance="subtle" onClick={onCancel}>
            {text.cancel}
          </Button>
          <span role="status" style={SMALL}>
            {gathering === null ? '' : fill(text.gathering, { count: format.number(gathering) })}
          </span>
        </Inline>
      </Stack>
    </form>
  );
}
