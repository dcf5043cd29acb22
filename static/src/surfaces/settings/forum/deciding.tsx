// Who may decide after the save and could not before, and the other way round.
import { SMALL } from '../../../components/field';
import { fill } from '../../../format';
import { messages } from '../../../messages';

const text = messages.settings.forum.deciding;

interface DecidingProps {
  before: readonly string[];
  after: readonly string[];
  nameOf: (accountId: string) => string | null;
}

export function Deciding({ before, after, nameOf }: DecidingProps) {
  const names = (ids: readonly string[]): string =>
    ids.map((id) => nameOf(id) ?? messages.settings.forum.unknown).join(', ');
  const gain = after.filter((id) => !before.includes(id));
  const lose = before.filter((id) => !after.includes(id));
  if (gain.length + lose.length === 0) return null;
  const sentences =
    before.length === 0
      ? [fill(text.closes, { names: names(after) })]
      : after.length === 0
        ? [fill(text.opens, { names: names(before) })]
        : [
            ...(gain.length > 0 ? [fill(text.gain, { names: names(gain) })] : []),
            ...(lose.length > 0 ? [fill(text.lose, { names: names(lose) })] : []),
          ];
  return <span style={SMALL}>{sentences.join(' ')}</span>;
}
