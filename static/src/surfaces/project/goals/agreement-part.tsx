// With whom the goals of a period were agreed, and who has signed.
import { useRef, useState } from 'react';
import type { SignatureView } from '../../../../../src/contract/goal-procedures';
import { TEXT_LIMIT } from '../../../../../src/contract/limits';
import type { OpenProject } from '../../../../../src/contract/procedures';
import type { Agreement, SignatureKind } from '../../../../../src/domain/agreement';
import { dayOf } from '../../../../../src/domain/days';
import { Button } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { Field, SMALL } from '../../../components/field';
import { TextInput } from '../../../components/inputs';
import { Inline, Stack, Text } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import { useKnownPeople } from '../../../forge';
import { fill, type Format } from '../../../format';
import { agreement as text } from '../../../messages/project-agreement';
import { Section } from '../section';
import { periodWords } from './period-words';
import { useSignatures, type Signatures } from './use-signatures';
import { textLanguage } from '../../../words';

/** "signed Nov 2, 2026", "signed an earlier wording, Nov 2, 2026", "not signed yet". */
function stateWords(said: SignatureView | undefined, wording: string, format: Format): string {
  if (!said || said.says === 'withdrawn') return text.state.none;
  const earlier = said.wording !== wording;
  const words = {
    signed: earlier ? text.state.signedBefore : text.state.signed,
    declined: earlier ? text.state.declinedBefore : text.state.declined,
  };
  return fill(words[said.says], { day: format.day(dayOf(said.at, format.timeZone)) });
}

interface SigningProps {
  model: Signatures;
  mine: SignatureView | undefined;
  onSaid: (said: string) => void;
}

/** What the named reader may say; the buttons go where nothing is left to say. */
function Signing({ model, mine, onSaid }: SigningProps) {
  const [note, setNote] = useState(mine?.note ?? '');
  const place = useRef<HTMLDivElement>(null);
  const stands = mine !== undefined && mine.says !== 'withdrawn';
  const isNow = stands && mine.wording === model.wording;
  const say = async (says: SignatureKind): Promise<void> => {
    if (!(await model.say(says, says === 'withdrawn' ? '' : note))) return;
    onSaid(text.said[says]);
    // What was pressed may have gone.
    place.current?.focus();
  };
  const button = (says: SignatureKind, label: string, isFirst = false) => (
    <Button
      appearance={isFirst ? 'primary' : 'default'}
      isLoading={model.saying === says}
      isDisabled={model.saying !== null && model.saying !== says}
      onClick={() => void say(says)}
    >
      {label}
    </Button>
  );
  return (
    <div ref={place} tabIndex={-1} style={{ outline: 'none' }}>
      <Stack space="space.100">
        {isNow ? null : (
          <Field label={text.note} optional help={text.noteHelp}>
            {(control) => (
              <TextInput control={control} value={note} maxLength={TEXT_LIMIT} onChange={setNote} />
            )}
          </Field>
        )}
        {model.trouble ? <Failure trouble={model.trouble} title={text.failed} /> : null}
        <Inline space="space.100">
          {isNow && mine.says === 'signed'
            ? null
            : button('signed', stands ? text.signAgain : text.sign, true)}
          {isNow ? null : button('declined', text.decline)}
          {stands ? button('withdrawn', text.back) : null}
        </Inline>
        <span style={SMALL}>{text.informs}</span>
      </Stack>
    </div>
  );
}

interface AgreementPartProps {
  agreement: Agreement;
  project: OpenProject;
  onDone: (said: string) => void;
}

export function AgreementPart({ agreement, project, onDone }: AgreementPartProps) {
  const format = useFormat();
  const { firstDay, lastDay, personIds, agreedOn } = agreement;
  const model = useSignatures(project.projectId, agreement, project.goals);
  const { nameOf, goneOf } = useKnownPeople(personIds);
  const { signed, failed, retry, wording } = model;
  const saidBy = (id: string) => signed?.signatures.find(({ accountId }) => accountId === id);
  const who = (id: string): string => {
    const gone = goneOf(id);
    const name = nameOf(id) ?? (gone === 'unknown' ? text.gone.unknown : text.unknown);
    return id === signed?.mine ? fill(text.you, { name }) : name;
  };
  const names = new Intl.ListFormat(textLanguage(), { type: 'conjunction' });
  return (
    <Section title={text.title} level="h3">
      <Text>
        {fill(text.on, {
          day: format.day(agreedOn),
          people: names.format(personIds.map((id) => nameOf(id) ?? text.unknown)),
        })}{' '}
        {fill(text.running, { days: periodWords({ from: firstDay, to: lastDay }, format) })}
      </Text>
      {failed ? <Failure trouble={failed} title={text.readFailed} onRetry={retry} /> : null}
      {signed ? (
        <ul aria-label={text.people} style={{ margin: 0, paddingInlineStart: '20px' }}>
          {personIds.map((id) => {
            const said = saidBy(id);
            return (
              <li key={id}>
                {who(id)}: {stateWords(said, wording, format)}
                {said?.note && said.says !== 'withdrawn' ? ` – “${said.note}”` : ''}
                {goneOf(id) === 'inactive' ? ` (${text.gone.inactive})` : ''}
              </li>
            );
          })}
        </ul>
      ) : null}
      {signed?.mine ? (
        <Signing
          key={saidBy(signed.mine)?.at ?? 0}
          model={model}
          mine={saidBy(signed.mine)}
          onSaid={onDone}
        />
      ) : null}
    </Section>
  );
}
