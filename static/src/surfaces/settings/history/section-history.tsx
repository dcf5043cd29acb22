// Who changed a section last, what it was, and the way back: the form is filled, and only Save saves.
import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import { canonical } from '../../../../../src/contract/properties';
import type { Rules } from '../../../../../src/domain/rules';
import { SMALL } from '../../../components/field';
import { useFormat } from '../../../components/reader';
import { useNames } from '../../../forge';
import { fill } from '../../../format';
import { messages } from '../../../messages';
import { differences } from '../difference';
import type { FieldWords } from '../section-save';
import type { Section } from '../use-section';
import { readHistory, type History } from './use-history';

const text = messages.settings.history;

interface Change<T> {
  id: string;
  by: string;
  at: number;
  was: T;
  is: T;
}

function changesOf<T extends object>({ shape }: Section<T>, { changes }: History): Change<T>[] {
  return changes
    .map(({ id, by, at, before, after }) => ({
      id,
      by,
      at,
      was: shape.from(before),
      is: shape.from(after),
    }))
    .filter(({ was, is }) => canonical(was) !== canonical(is));
}

/** What is behind the first page that all sections share. */
function useMore<T extends object>(section: Section<T>) {
  const { page, shape } = section;
  const [more, setMore] = useState<{ after: History; read: readonly History[] } | null>(null);
  const [state, setState] = useState<'idle' | 'reading' | 'failed'>('idle');
  const first = page.history.found;
  const shared = first === 'failed' ? null : first;
  const read = more && more.after === shared ? more.read : [];
  const last = read[read.length - 1] ?? shared;
  const next = last?.next ?? null;
  const fields = Object.keys(shape.to(shape.from(page.open.rules))) as (keyof Rules)[];
  const lookBack = async (): Promise<void> => {
    if (next === null || !shared) return;
    setState('reading');
    try {
      const found = await readHistory(page.open.projectId, fields, next);
      setMore({ after: shared, read: [...read, found] });
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return { all: shared ? [shared, ...read] : [], next, state, lookBack: () => void lookBack() };
}

export function SectionHistory<T extends object>(props: FieldWords<T> & { section: Section<T> }) {
  const { section, label, say } = props;
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { all, next, state, lookBack } = useMore(section);
  const changes = all.flatMap((page) => changesOf(section, page));
  const shown = open ? changes : changes.slice(0, 1);
  const nameOf = useNames(shown.map(({ by }) => by));
  const { history } = section.page;
  if (history.found === 'failed')
    return (
      <Inline space="space.050" alignBlock="center">
        <span style={SMALL}>{text.failed}</span>
        <Button spacing="compact" appearance="subtle" onClick={history.retry}>
          {text.again}
        </Button>
      </Inline>
    );
  if (history.found === null) return null;
  if (changes.length === 0 && next === null) return <span style={SMALL}>{text.never}</span>;
  const words = (form: T, field: keyof T & string) => say(form, field) || text.nothing;
  const line = ({ was, is, by, at }: Change<T>): string =>
    fill(text.line, {
      at: format.instant(at),
      name: nameOf(by) ?? text.somebody,
      changes: differences(section.shape.fields, was, is, was)
        .map(({ field }) =>
          fill(text.change, {
            field: label(field),
            from: words(was, field),
            to: words(is, field),
          }),
        )
        .join('; '),
    });
  return (
    <Stack space="space.050">
      {shown.map((change) => (
        <Inline key={change.id} space="space.100" alignBlock="center" shouldWrap>
          <span style={{ ...SMALL, overflowWrap: 'anywhere' }}>{line(change)}</span>
          {canonical(change.was) === canonical(section.form) ? null : (
            <Button
              spacing="compact"
              appearance="subtle"
              onClick={() => {
                section.change(change.was);
                section.page.say(text.filled);
              }}
            >
              {text.putBack}
            </Button>
          )}
        </Inline>
      ))}
      <Inline space="space.100" alignBlock="center" shouldWrap>
        {!open && changes.length > 1 ? (
          <Button spacing="compact" appearance="subtle" onClick={() => setOpen(true)}>
            {text.earlier}
          </Button>
        ) : null}
        {next !== null && (open || changes.length <= 1) ? (
          <Button
            spacing="compact"
            appearance="subtle"
            isLoading={state === 'reading'}
            onClick={() => {
              setOpen(true);
              lookBack();
            }}
          >
            {text.further}
          </Button>
        ) : null}
        {state === 'failed' ? <span style={SMALL}>{text.failed}</span> : null}
      </Inline>
    </Stack>
  );
}
