// One number of the page: it opens its list, keeps its place while it is counted, and says so when
// it could not be.
import type { CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';
import { Skeleton } from '../../components/skeleton';
import { useReader } from '../../components/reader';
import { JqlLink } from '../../components/text-link';
import { fill, type Format } from '../../format';
import { project as projectText } from '../../messages/project';
import type { NumberState } from './gather/number-state';
import { canOpen } from './searches';

const text = projectText.number;

interface NumberLinkProps {
  state: NumberState | undefined;
  /** The list behind it; null where no search can be that list. */
  jql: string | null;
  /** What is counted, for those who hear the page: "items shipped". */
  what: string;
  onRetry: () => void;
  strong?: boolean;
  /** Whether it is the first word of a sentence. */
  first?: boolean;
}

const figures = (strong: boolean): CSSProperties => ({
  fontVariantNumeric: 'tabular-nums',
  whiteSpace: 'nowrap',
  ...(strong ? { fontWeight: token('font.weight.bold') } : {}),
});

/** A number as it is written: "about 5,400" where it is an estimate. */
const numberText = (
  { value, about }: { value: number; about: boolean },
  format: Format,
  first = false,
): string => {
  const number = format.number(value);
  return about ? `${first ? text.aboutFirst : text.about} ${number}` : number;
};

function Failed({ what, onRetry }: { what: string; onRetry: () => void }) {
  return (
    <span
      style={{
        fontSize: 'min(1em, 14px)',
        fontWeight: token('font.weight.regular'),
        whiteSpace: 'nowrap',
      }}
    >
      {text.failed},{' '}
      <button
        type="button"
        onClick={onRetry}
        aria-label={fill(text.againFor, { what })}
        style={{
          all: 'unset',
          outline: 'revert',
          cursor: 'pointer',
          color: token('color.link'),
          textDecoration: 'underline',
        }}
      >
        {text.again}
      </button>
    </span>
  );
}

export function NumberLink(props: NumberLinkProps) {
  const { state, jql, what, onRetry, strong = false, first = false } = props;
  const { format, siteUrl } = useReader();
  const style = figures(strong);
  if (state?.kind === 'failed') return <Failed what={what} onRetry={onRetry} />;
  if (state?.kind === 'left-out')
    return (
      <span title={text.leftOutWhy} style={{ color: token('color.text.subtle') }}>
        {text.leftOut}
      </span>
    );
  if (state?.kind !== 'known')
    return typeof state?.soFar === 'number' ? (
      <span style={{ ...style, color: token('color.text.subtlest') }}>
        {format.number(state.soFar)}
      </span>
    ) : (
      <Skeleton width="2.2ch" height="0.9em" />
    );
  const value = numberText(state, format, first);
  if (jql === null || !canOpen(siteUrl, jql))
    return (
      <span style={style} title={text.noLink}>
        {value}
      </span>
    );
  return (
    <span style={style}>
      <JqlLink jql={jql} label={fill(text.label, { value, what })}>
        {value}
      </JqlLink>
    </span>
  );
}
