// The project's value streams as conditions, and what counts as blocked.
import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import { STREAMS_LIMIT } from '../../../../../src/contract/limits';
import { USUAL_BLOCKED, type SavedStream } from '../../../../../src/domain/rules';
import { componentAlone } from '../../../../../src/domain/stream-hints';
import { SMALL } from '../../../components/field';
import { useFormat } from '../../../components/reader';
import { jira } from '../../../forge';
import { fill } from '../../../format';
import { messages } from '../../../messages';
import { readComponents } from '../../project/gather/components';
import type { SettingsPageState } from '../page';
import { SectionFrame } from '../section-frame';
import { SectionSave } from '../section-save';
import { useSection } from '../use-section';
import { BlockedField, choiceOf } from './blocked-field';
import { FIELDS, fromRules, LABELS, newStream, ofComponents, say, toRules } from './form';
import { OverlapLines } from './overlap-lines';
import { StreamRow } from './stream-row';
import { useChecks } from './use-checks';

const text = messages.settings.streams;
const MANY = 8;

interface MakeYoursProps {
  projectId: string;
  onMade: (streams: SavedStream[]) => void;
}

function MakeYours({ projectId, onMade }: MakeYoursProps) {
  const [state, setState] = useState<'idle' | 'reading' | 'failed' | 'none'>('idle');
  const make = async (): Promise<void> => {
    setState('reading');
    try {
      const streams = ofComponents(await readComponents(jira, projectId));
      setState(streams.length === 0 ? 'none' : 'idle');
      if (streams.length > 0) onMade(streams);
    } catch {
      setState('failed');
    }
  };
  return (
    <Stack space="space.050">
      <Text as="p">{text.components}</Text>
      <Inline>
        <Button isLoading={state === 'reading'} onClick={() => void make()}>
          {text.makeYours}
        </Button>
      </Inline>
      <span style={SMALL} role="status">
        {state === 'failed' ? text.makingFailed : state === 'none' ? text.noComponents : ''}
      </span>
    </Stack>
  );
}

export function StreamsSection({ page }: { page: SettingsPageState }) {
  const format = useFormat();
  const section = useSection(page, { fields: FIELDS, from: fromRules, to: toRules });
  const { form, errors, change } = section;
  const { streams, blocked } = form;
  // An own condition that is still empty means the same as none, but is being typed.
  const [typesOwn, setTypesOwn] = useState(false);
  const choice = blocked === '' && typesOwn ? 'own' : choiceOf(blocked);
  const checks = useChecks(
    page,
    [...streams.map(({ clause }) => clause), blocked ?? USUAL_BLOCKED],
    streams.length > 0,
  );
  const alone = streams.filter(
    ({ clause }) => componentAlone(clause) !== null && checks.of(clause)?.kind !== 'refused',
  ).length;
  const { rules } = page.open;
  const isSaved = (clause: string): boolean =>
    rules.streams.some((one) => one.clause === clause.trim());
  const changeAt = (at: number, part: Partial<SavedStream>) =>
    change({ streams: streams.map((one, n) => (n === at ? { ...one, ...part } : one)) });
  return (
    <SectionFrame id="streams" title={text.title} text={text.text}>
      {streams.length === 0 ? (
        <MakeYours projectId={page.open.projectId} onMade={(made) => change({ streams: made })} />
      ) : null}
      {streams.map((stream, at) => (
        <StreamRow
          key={stream.id}
          stream={stream}
          others={streams.filter((_one, n) => n !== at)}
          checked={checks.of(stream.clause)}
          isSaved={isSaved(stream.clause)}
          isOneOfMany={alone > 1}
          errors={{
            name: errors[`streams.${at}.name`],
            clause: errors[`streams.${at}.clause`],
          }}
          onChange={(part) => changeAt(at, part)}
          onRemove={() => change({ streams: streams.filter((_one, n) => n !== at) })}
          onRetry={checks.retry}
        />
      ))}
      {alone > 1 ? (
        <Text size="small" color="color.text.warning">
          {fill(text.warn.components, { count: format.number(alone) })}
        </Text>
      ) : null}
      {streams.length > MANY ? (
        <Text size="small" color="color.text.warning">
          {fill(text.warn.many, { count: format.number(streams.length) })}
        </Text>
      ) : null}
      {streams.length > 0 ? (
        <OverlapLines checked={streams.map(({ clause }) => checks.of(clause))} open={checks.open} />
      ) : null}
      <Inline space="space.100" alignBlock="center">
        <Button
          isDisabled={streams.length >= STREAMS_LIMIT}
          onClick={() => change({ streams: [...streams, newStream()] })}
        >
          {text.add}
        </Button>
        {streams.length >= STREAMS_LIMIT ? (
          <span style={SMALL}>{fill(text.full, { count: format.number(STREAMS_LIMIT) })}</span>
        ) : null}
      </Inline>
      <BlockedField
        choice={choice}
        value={blocked}
        isSaved={rules.blocked !== null && rules.blocked === blocked}
        error={errors.blocked}
        checks={checks}
        onChoice={(next) => {
          setTypesOwn(next === 'own');
          change({
            blocked: next === 'usual' ? null : next === 'off' ? '' : (rules.blocked ?? ''),
          });
        }}
        onChange={(clause) => change({ blocked: clause })}
      />
      <SectionSave section={section} label={(field) => LABELS[field]} say={say} />
    </SectionFrame>
  );
}
