// How many open items are in several streams, and in none, with their lists where these can be opened.
import { Stack } from '@atlaskit/primitives/compiled';
import { idsJql } from '../../../../../src/adapters/jira/jql';
import { SMALL } from '../../../components/field';
import { useReader } from '../../../components/reader';
import { JqlLink } from '../../../components/text-link';
import { fill } from '../../../format';
import { messages } from '../../../messages';
import { canOpen, shorten } from '../../project/searches';
import { COMPARED, type Checked, type Members } from './check';
import { overlapOf } from './overlap';

const text = messages.settings.streams.overlap;

function Listed({ ids, words, what }: { ids: readonly string[]; words: string; what: string }) {
  const { siteUrl } = useReader();
  const jql = shorten(idsJql(ids));
  if (!canOpen(siteUrl, jql)) return <span>{words}</span>;
  return (
    <JqlLink jql={jql} label={`${words} ${what}`}>
      {words}
    </JqlLink>
  );
}

interface OverlapLinesProps {
  checked: readonly (Checked | undefined)[];
  open: Members | null;
}

/** Nothing before Jira has said something of each. */
export function OverlapLines({ checked, open }: OverlapLinesProps) {
  const { format } = useReader();
  const known = checked.filter((one) => one !== undefined);
  if (known.length === 0 || known.length < checked.length || open === null) return null;
  const members = known.flatMap((one) => (one.kind === 'taken' ? [one.members] : []));
  if (members.length === 0) return null;
  const overlap = overlapOf(members, open);
  if (!overlap)
    return <span style={SMALL}>{fill(text.tooMany, { count: format.number(COMPARED) })}</span>;
  const { several, none } = overlap;
  return (
    <Stack space="space.025">
      <span style={SMALL}>
        {several.length === 0 ? (
          text.none
        ) : (
          <Listed
            ids={several}
            words={format.plural(text.some, several.length)}
            what={text.whatSome}
          />
        )}{' '}
        {none.length === 0 ? (
          text.allIn
        ) : (
          <Listed ids={none} words={format.plural(text.inNone, none.length)} what={text.whatNone} />
        )}
      </span>
      {members.length < known.length ? <span style={SMALL}>{text.broken}</span> : null}
    </Stack>
  );
}
