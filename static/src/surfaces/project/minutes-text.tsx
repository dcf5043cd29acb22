// Minutes as text: to be read, copied and downloaded as a table.
import type { ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import { Button } from '../../components/button';
import { CARD } from '../../components/card';
import { Inline } from '../../components/layout';
import { useCopy } from '../../components/use-copy';
import { csvText, type Cell } from '../../csv';
import { downloadText } from '../../forge/download';

interface MinutesTextProps {
  minutes: string;
  words: Record<'copy' | 'copied' | 'copyFailed' | 'csv', string>;
  /** The same as a table; null while there is nothing to put into one. */
  table: (() => { header: readonly string[]; rows: readonly Cell[][] }) | null;
  file: string;
  isPrimary?: boolean;
  /** Further ways on. */
  children?: ReactNode;
}

export function MinutesText({
  minutes,
  words,
  table,
  file,
  isPrimary,
  children,
}: MinutesTextProps) {
  const { copied, copy } = useCopy(minutes);
  const download = (): void => {
    if (!table) return;
    const { header, rows } = table();
    downloadText(file, csvText(header, rows), 'text/csv');
  };
  return (
    <>
      <pre
        style={{
          ...CARD,
          margin: 0,
          font: token('font.body'),
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        }}
      >
        {minutes}
      </pre>
      <Inline space="space.100">
        <Button {...(isPrimary && { appearance: 'primary' })} onClick={copy}>
          {copied === 'yes' ? words.copied : words.copy}
        </Button>
        <Button onClick={download} isDisabled={!table}>
          {words.csv}
        </Button>
        {children}
      </Inline>
      <span role="status">{copied === 'no' ? words.copyFailed : null}</span>
    </>
  );
}
