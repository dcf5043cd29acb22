// What applying the draft will do, item by item, before it is done.
import { token } from '@atlaskit/tokens';
import type { OpenProject } from '../../../../../../src/contract/procedures';
import type { DraftEntry } from '../../../../../../src/domain/decision';
import type { ApplyOptions, ApplyPorts } from '../../../../../../src/usecases/applying/ports';
import { Button } from '../../../../components/button';
import { SMALL } from '../../../../components/field';
import { Inline, Stack, Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { ItemLink } from '../../../../components/text-link';
import { fill, type Format } from '../../../../format';
import { kill } from '../../../../messages/project-kill';
import { killApply } from '../../../../messages/project-kill-apply';
import { SettingsWay } from '../../settings-way';
import { saidWords } from '../decision-words';
import { ChangeDay, isDayOver } from './change-day';
import { useAhead, type Ahead } from './use-ahead';

const text = killApply.preview;
const { forum } = kill;
/** Different comments that are shown word by word. */
const COMMENTS_SHOWN = 5;

function effectOf(
  { kind, until = '' }: DraftEntry['decision'],
  ahead: Ahead | undefined,
  format: Format,
): string {
  if (ahead?.words) return ahead.words;
  if (kind === 'kill') return text.looking;
  if (kind === 'fix') return text.fix;
  return fill(kind === 'keep' ? text.keep : text.rest, { day: format.day(until) });
}

export const LINE = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: token('space.150'),
  alignItems: 'baseline',
  margin: 0,
  padding: `${token('space.075')} 0`,
  borderTop: `1px solid ${token('color.border')}`,
} as const;

/** The item of a line; on a narrow page what is said of it stands below, side by side. */
export const PART = { flex: '3 1 260px', minWidth: 0, overflowWrap: 'anywhere' } as const;
export const SIDE = { ...PART, flex: '3 1 180px' } as const;

interface PreviewProps {
  entries: readonly DraftEntry[];
  summaryOf: (itemId: string) => string | undefined;
  /** Whether the viewer can't apply anything about this item. */
  isLocked: (itemId: string) => boolean;
  /** Whether it is deleted or hidden. */
  isGone: (itemId: string) => boolean;
  ports: ApplyPorts;
  options: ApplyOptions;
  project: OpenProject;
  projectKey: string;
  onChange: (entry: DraftEntry) => void;
  onRemove: (itemId: string) => void;
  onStart: (entries: readonly DraftEntry[]) => void;
  onCancel: () => void;
}

/** What is written on killed items, and that it names nobody where no forum is named. */
function Comments({ entries, options, project, projectKey }: PreviewProps) {
  const format = useFormat();
  const kills = entries.filter(({ decision }) => decision.kind === 'kill');
  const comments = [
    ...new Set(kills.map(({ decision }) => options.comment(decision.reason.trim()))),
  ];
  const more = comments.length - COMMENTS_SHOWN;
  if (comments.length === 0) return null;
  return (
    <div style={{ ...SMALL, overflowWrap: 'anywhere' }}>
      {comments.length === 1 ? text.comment : text.comments}
      {comments.slice(0, COMMENTS_SHOWN).map((comment) => (
        <div key={comment}>“{comment}”</div>
      ))}
      {more > 0 ? <div>{format.plural(text.commentsMore, more)}</div> : null}
      {project.rules.forum.name === '' ? (
        <div>
          {text.nameless}{' '}
          <SettingsWay
            projectKey={projectKey}
            administer={project.may.administer}
            link={forum.admin}
            ask={forum.ask}
          />
        </div>
      ) : null}
    </div>
  );
}

/** What will happen to the item of a line, or why nothing will. */
function fateOf(
  entry: DraftEntry,
  { isGone, isLocked, project }: PreviewProps,
  ahead: Ahead | undefined,
  format: Format,
): Ahead & { words: string } {
  const { itemId, decision } = entry;
  if (isGone(itemId)) return { words: killApply.gone, does: false };
  if (isLocked(itemId)) return { words: killApply.locked, does: false };
  if (isDayOver(entry, project))
    return { words: fill(text.dayOver, { day: format.day(decision.until ?? '') }), does: false };
  return { does: true, ...ahead, words: effectOf(decision, ahead, format) };
}

export function Preview(props: PreviewProps) {
  const { entries, summaryOf, ports, options, project, onStart, onCancel } = props;
  const format = useFormat();
  const ahead = useAhead(entries, ports, options);
  const lines = entries.map((entry) => ({
    entry,
    ...fateOf(entry, props, ahead.get(entry.itemId), format),
  }));
  const able = lines.flatMap(({ entry, does }) => (does ? [entry] : []));
  return (
    <Stack space="space.100">
      <Text as="h3" weight="medium">
        {format.plural(text.title, able.length)}
      </Text>
      <ul aria-label={text.list} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {lines.map(({ entry, words, does, anew }) => (
          <li key={entry.itemId} style={LINE}>
            <span style={PART}>
              {summaryOf(entry.itemId) ? <span style={SMALL}>{entry.itemKey} </span> : null}
              <ItemLink itemKey={entry.itemKey} alone>
                {summaryOf(entry.itemId) || entry.itemKey}
              </ItemLink>
            </span>
            <span style={SIDE}>
              <Text weight="medium">{saidWords(entry.decision, format)}:</Text>{' '}
              {entry.decision.reason}
            </span>
            <span style={SIDE}>{words}</span>
            {isDayOver(entry, project) ? (
              <ChangeDay entry={entry} project={project} onChange={props.onChange} />
            ) : null}
            {anew ? (
              <Button
                spacing="compact"
                label={fill(killApply.done.anewFor, { key: entry.itemKey })}
                onClick={() => props.onChange(anew)}
              >
                {killApply.done.anew}
              </Button>
            ) : null}
            {does ? null : (
              <Button
                spacing="compact"
                appearance="subtle"
                label={fill(killApply.done.removeFor, { key: entry.itemKey })}
                onClick={() => props.onRemove(entry.itemId)}
              >
                {killApply.done.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Comments {...props} entries={able} />
      <Inline space="space.100">
        <Button appearance="primary" isDisabled={able.length === 0} onClick={() => onStart(able)}>
          {format.plural(text.start, able.length)}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          {text.cancel}
        </Button>
      </Inline>
    </Stack>
  );
}
