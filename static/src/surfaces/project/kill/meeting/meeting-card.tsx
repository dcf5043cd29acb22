// One candidate, large, for a shared screen.
import type { CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';
import type { OpenProject } from '../../../../../../src/contract/procedures';
import { Button } from '../../../../components/button';
import { CARD } from '../../../../components/card';
import { LABEL, SMALL } from '../../../../components/field';
import { Inline, Stack, Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { ItemLink } from '../../../../components/text-link';
import { fill } from '../../../../format';
import { kill } from '../../../../messages/project-kill';
import type { Candidate } from '../../gather/kill-list';
import type { Where } from '../../use-numbers';
import { AskedForm, Choices } from '../decide-part';
import { ageWords, effortWords, longAge, reasonWords, saidWords } from '../decision-words';
import { Bought } from '../forum-head';
import { MendedNote } from '../fix/mended-note';
import { PaceBar } from '../pace-bar';
import type { Buyable } from '../same-effort';
import type { KillModel } from '../use-kill';

const text = kill.meeting;

const LARGE: CSSProperties = {
  font: token('font.heading.large'),
  margin: 0,
  maxWidth: '46em',
  overflowWrap: 'anywhere',
};
const MIDDLE: CSSProperties = {
  font: token('font.heading.medium'),
  fontWeight: token('font.weight.regular'),
  margin: 0,
};

interface MeetingCardProps {
  candidate: Candidate;
  model: KillModel;
  project: OpenProject;
  where: Where;
  /** What its effort would buy elsewhere. */
  buys: readonly Buyable[];
  onDecided: () => void;
  onLeaveForm: () => void;
}

function Facts({ candidate, model, project, buys }: Omit<MeetingCardProps, 'where' | 'onDecided'>) {
  const format = useFormat();
  const { age, effort, reporter, since, parent } = candidate;
  const older = longAge(candidate, format);
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: token('space.400') }}>
      <Stack space="space.075">
        <p style={MIDDLE}>{reasonWords(candidate)}</p>
        <p style={MIDDLE}>{ageWords(candidate, project.scan.pace, format)}</p>
        <PaceBar age={age} pace={project.scan.pace} full={model.oldest} width="420px" />
        {older ? <span style={SMALL}>{older}</span> : null}
      </Stack>
      <Stack space="space.050">
        <span style={LABEL}>{text.effort}</span>
        <p style={MIDDLE}>{effortWords(effort, model.candidates.list?.unit ?? null, format)}</p>
        {buys.length > 0 ? (
          <Bought all={buys} forms={{ few: kill.same.ofOne, many: kill.same.ofOneMany }} />
        ) : null}
        <span>
          {reporter === null ? kill.row.nobody : fill(kill.row.asked, { name: reporter })}
        </span>
        {since === null ? null : <span>{fill(kill.row.since, { day: format.day(since) })}</span>}
        {parent ? (
          <span>
            {fill(kill.agenda.below, { key: parent.key })}{' '}
            <ItemLink itemKey={parent.key}>{parent.summary || parent.key}</ItemLink>
          </span>
        ) : null}
      </Stack>
    </div>
  );
}

export function MeetingCard(props: MeetingCardProps) {
  const { candidate, model, where, onDecided, onLeaveForm } = props;
  const format = useFormat();
  const { id, key, summary } = candidate;
  const entry = model.entryOf(id);
  const isAsked = model.asked?.id === id;
  const mended = model.mended?.candidate.id === id ? model.mended : null;
  return (
    <article style={{ ...CARD, padding: token('space.300') }}>
      <Stack space="space.200">
        <Stack space="space.050">
          <span style={SMALL}>{key}</span>
          <h3 style={LARGE}>
            <ItemLink itemKey={key} alone>
              {summary || key}
            </ItemLink>
          </h3>
        </Stack>
        <Facts {...props} />
        {mended ? (
          <MendedNote
            key={mended.view.rev}
            mended={mended}
            where={where}
            onRecorded={model.takeRecord}
          />
        ) : null}
        {entry && !isAsked ? (
          <Inline space="space.100">
            <Text weight="medium">
              {fill(text.decided, { said: saidWords(entry.decision, format) })}
            </Text>
            <span>{entry.decision.reason}</span>
            <Button spacing="compact" onClick={() => model.undo(id)}>
              {kill.draft.undo}
            </Button>
          </Inline>
        ) : (
          <Choices candidate={candidate} model={model} isLarge />
        )}
        <AskedForm {...props} onLeave={onLeaveForm} onDecided={onDecided} />
      </Stack>
    </article>
  );
}
