// "Not written to Jira: n", with the reason and what can be done.
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { SMALL } from '../../../components/field';
import { Inline, Stack, Text } from '../../../components/layout';
import { Notice } from '../../../components/notice';
import { useReader } from '../../../components/reader';
import { jqlHref } from '../../../components/text-link';
import { fill } from '../../../format';
import { results } from '../../../messages/project-results';
import type { Where } from '../use-numbers';
import { NAMED, unwrittenJql, type Unwritten } from './use-unwritten';

const text = results.unwritten;

interface UnwrittenNoteProps {
  where: Where;
  unwritten: Unwritten;
  administer: boolean;
}

/** Nothing while Jira has taken all of them. */
export function UnwrittenNote({ where, unwritten, administer }: UnwrittenNoteProps) {
  const { format, siteUrl, open } = useReader();
  const { itemIds, tried, progress, isTrying, trouble, tryAgain } = unwritten;
  const [isOpening, setOpening] = useState(false);
  const [isUnread, setUnread] = useState(false);
  if (!itemIds || (itemIds.length === 0 && !tried)) return null;

  async function openList(ids: readonly string[]): Promise<void> {
    setOpening(true);
    const jql = await unwrittenJql(where.openCalls, ids);
    setOpening(false);
    setUnread(jql === null);
    if (jql !== null) open(jqlHref(siteUrl, jql));
  }

  return (
    <Notice
      look={itemIds.length > 0 ? 'warning' : 'information'}
      title={fill(text.title, { count: format.number(itemIds.length) })}
    >
      <Stack space="space.100">
        {itemIds.length > 0 ? <Text as="p">{text.text}</Text> : null}
        <span role="status">
          {progress
            ? fill(text.progress, {
                done: format.number(progress.done),
                count: format.number(progress.of),
              })
            : tried
              ? fill(text.done, {
                  written: format.number(tried.written),
                  left: format.number(tried.left),
                })
              : null}
        </span>
        {itemIds.length > 0 ? (
          <Inline space="space.100">
            <Button spacing="compact" isLoading={isOpening} onClick={() => void openList(itemIds)}>
              {text.open}
            </Button>
            {administer ? (
              <Button spacing="compact" isLoading={isTrying} onClick={() => void tryAgain()}>
                {text.again}
              </Button>
            ) : (
              <span style={SMALL}>{text.ask}</span>
            )}
            {itemIds.length > NAMED ? (
              <span style={SMALL}>{fill(text.first, { count: format.number(NAMED) })}</span>
            ) : null}
          </Inline>
        ) : null}
        {isUnread ? <Text as="p">{text.readFailed}</Text> : null}
        {trouble ? <Failure title={text.failed} trouble={trouble} /> : null}
      </Stack>
    </Notice>
  );
}
