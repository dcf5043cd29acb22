// Somebody else saved the same thing meanwhile: field by field what it was, what they made of it and
// what you typed. The reader chooses.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import { ChoiceCards } from '../../components/choice-cards';
import { LABEL, SMALL } from '../../components/field';
import { fill } from '../../format';
import { messages } from '../../messages';
import { usualChoice, type Choices, type Difference, type Side } from './difference';

const text = messages.settings.conflict;

export interface SettingsConflictProps<T> {
  was: T;
  theirs: T;
  yours: T;
  differing: readonly Difference<keyof T & string>[];
  label: (field: keyof T & string) => string;
  /** A field's value in words; empty for none. */
  say: (form: T, field: keyof T & string) => string;
  /** What else happened meanwhile. */
  note?: string | undefined;
  saving: boolean;
  onSave: (choices: Choices<T>) => void;
  onTakeTheirs: () => void;
}

const Sided = ({ side, children }: { side: Side; children: ReactNode }) => (
  <span>
    <span style={LABEL}>{text[side]} </span>
    {children}
  </span>
);

export function SettingsConflict<T extends object>(props: SettingsConflictProps<T>) {
  const { was, theirs, yours, differing, label, say } = props;
  const [chosen, setChosen] = useState<Choices<T>>({});
  // It stands below the form; who waits for the save must find it.
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.focus(), []);
  const choiceOf = (difference: Difference<keyof T & string>): Side =>
    chosen[difference.field] ?? usualChoice(difference);
  const choices = Object.fromEntries(
    differing.map((difference) => [difference.field, choiceOf(difference)]),
  ) as Choices<T>;
  const words = (form: T, field: keyof T & string) => say(form, field) || text.nothing;
  return (
    <div role="alert" tabIndex={-1} ref={root} style={{ outline: 'none' }}>
      <SectionMessage appearance="warning" title={text.title}>
        <Stack space="space.150">
          <Text as="p">{text.text}</Text>
          {props.note ? <Text as="p">{props.note}</Text> : null}
          {differing.map((difference) => {
            const { field, by } = difference;
            return (
              <Stack key={field} space="space.050">
                <ChoiceCards
                  legend={label(field)}
                  minWidth="180px"
                  value={choiceOf(difference)}
                  onChange={(side) => setChosen({ ...chosen, [field]: side })}
                  choices={[
                    {
                      value: 'theirs',
                      content: <Sided side="theirs">{words(theirs, field)}</Sided>,
                    },
                    { value: 'yours', content: <Sided side="yours">{words(yours, field)}</Sided> },
                  ]}
                />
                <span style={SMALL}>
                  {fill(text.was, { value: words(was, field) })} {text.by[by]}
                </span>
              </Stack>
            );
          })}
          <Inline space="space.100" shouldWrap>
            <Button
              appearance="primary"
              isLoading={props.saving}
              onClick={() => props.onSave(choices)}
            >
              {text.saveChosen}
            </Button>
            <Button onClick={props.onTakeTheirs}>{text.takeTheirs}</Button>
          </Inline>
        </Stack>
      </SectionMessage>
    </div>
  );
}
