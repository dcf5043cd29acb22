// With whom the goals of a period were agreed, and when.
import { useState } from 'react';
import { Button } from '../../components/button';
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
import { textLanguage } from '../../words';

export function AgreementSection({ page }: { page: SettingsPageState }) {
  const format = useFormat();
  const { agreements } = page.open;
  /** Null where a new one is written; undefined where nothing is. */
  const [edited, setEdited] = useState<Agreement | null | undefined>(undefined);
  const people = useKnownPeople(agreements.flatMap(({ personIds }) => personIds));
  const names = new Intl.ListFormat(textLanguage(), { type: 'conjunction' });
  const latestFirst = [...agreements].sort((a, b) => (a.firstDay > b.firstDay ? -1 : 1));
  const done = () => setEdited(undefined);
  return (
    <SectionFrame id="agreement" title={text.title} text={text.text}>
      {agreements.length === 0 ? <Text>{text.none}</Text> : null}
      <Stack space="space.100">
        {latestFirst.map((agreement) => {
          const days = periodWords({ from: agreement.firstDay, to: agreement.lastDay }, format);
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
                spacing="compact"
                isDisabled={edited !== undefined}
                label={fill(text.editLabel, { days })}
                onClick={() => setEdited(agreement)}
              >
                {text.edit}
              </Button>
            </Inline>
          );
        })}
      </Stack>
      {edited === undefined ? (
        <Inline space="space.100">
          <Button onClick={() => setEdited(null)}>{text.add}</Button>
        </Inline>
      ) : (
        <AgreementEditor page={page} agreement={edited} onDone={done} />
      )}
    </SectionFrame>
  );
}
