// With whom the goals of a period were agreed, and when.
import { useCallback, useState } from 'react';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Inline, Stack, Text } from '../../components/layout';
import { useFormat } from '../../components/reader';
import type { Agreement } from '../../../../src/domain/agreement';
import { useKnownPeople } from '../../forge';
import { fill } from '../../format';
import { settingsAgreement as text } from '../../messages/settings-agreement';
import { periodWords } from '../project/goals/period-words';
import { AgreementEditor } from './agreement-editor';
import type { SettingsPageState } from './page';
import { SectionFrame } from './section-frame';
import { useRemoving } from './use-removing';
import { textLanguage } from '../../words';

/** The button that writes a new one, among the ids of agreements. */
const NEW = 'new';

export function AgreementSection({ page }: { page: SettingsPageState }) {
  const format = useFormat();
  const { agreements } = page.open;
  /** Null where a new one is written; undefined where nothing is. */
  const [edited, setEdited] = useState<Agreement | null | undefined>(undefined);
  const people = useKnownPeople(agreements.flatMap(({ personIds }) => personIds));
  const names = new Intl.ListFormat(textLanguage(), { type: 'conjunction' });
  const latestFirst = [...agreements].sort((a, b) => (a.firstDay > b.firstDay ? -1 : 1));
  /** Whose button has the focus when nothing is edited any more. */
  const [focused, setFocused] = useState<string | null>(null);
  const removing = useRemoving(page, () => setFocused(NEW));
  const { removed, refused } = removing;
  const takeFocus = useCallback((button: HTMLButtonElement | null) => button?.focus(), []);
  const focusOf = (id: string) => (focused === id ? takeFocus : null);
  const edit = (agreement: Agreement | null) => {
    setEdited(agreement);
    setFocused(null);
  };
  const done = () => {
    setEdited(undefined);
    setFocused(edited?.id ?? NEW);
  };
  const daysOf = ({ firstDay: from, lastDay: to }: Agreement) => periodWords({ from, to }, format);
  return (
    <SectionFrame id="agreement" title={text.title} text={text.text}>
      {agreements.length === 0 ? <Text>{text.none}</Text> : null}
      <Stack space="space.100">
        {latestFirst.map((agreement) => {
          const days = daysOf(agreement);
          const nameOf = (id: string): string =>
            people.nameOf(id) ?? text.gone[people.goneOf(id) ?? 'unknown'];
          return (
            <Inline key={agreement.id} space="space.100">
              <Text>
                {fill(text.line, {
                  days,
                  day: format.day(agreement.agreedOn),
                  people: names.format(agreement.personIds.map(nameOf)),
                })}
              </Text>
              <Button
                ref={focusOf(agreement.id)}
                spacing="compact"
                isDisabled={edited !== undefined}
                label={fill(text.editLabel, { days })}
                onClick={() => edit(agreement)}
              >
                {text.edit}
              </Button>
              <Button
                spacing="compact"
                appearance="subtle"
                isDisabled={edited !== undefined}
                isLoading={removing.sending}
                label={fill(text.deleteLabel, { days })}
                onClick={() => {
                  setFocused(null);
                  void removing.remove(agreement);
                }}
              >
                {text.delete}
              </Button>
            </Inline>
          );
        })}
      </Stack>
      {refused ? <Failure trouble={refused.trouble} title={refused.title} /> : null}
      {removed ? (
        <Inline key={removed.id} space="space.100">
          <Text>{fill(text.deleted, { days: daysOf(removed) })}</Text>
          <Button
            ref={takeFocus}
            spacing="compact"
            isLoading={removing.sending}
            onClick={() => void removing.restore(removed)}
          >
            {text.restore}
          </Button>
        </Inline>
      ) : null}
      {edited === undefined ? (
        <Inline space="space.100">
          <Button ref={focusOf(NEW)} onClick={() => edit(null)}>
            {text.add}
          </Button>
        </Inline>
      ) : (
        <AgreementEditor page={page} agreement={edited} onDone={done} />
      )}
    </SectionFrame>
  );
}
