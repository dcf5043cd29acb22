// The item of an open form is gone or open again: what was written can be taken along.
import { Button } from '../button';
import { Inline, Stack, Text } from '../layout';
import { Notice } from '../notice';
import { useFormat } from '../reader';
import { useCopy } from '../use-copy';
import type { Format } from '../../format';
import { result as text } from '../../messages/result';
import type { Lost } from './form-state';
import { isLater, type ResultDraft } from './result-draft';
import { isDay } from '../../../../src/domain/days';

/** What was chosen and written, as text. */
function draftWords(draft: ResultDraft, format: Format): string {
  const { isOut, verdict, checkBy, note } = draft;
  const day = isLater(draft) && isDay(checkBy) ? [`${text.checkBy} ${format.day(checkBy)}`] : [];
  const chosen = isOut
    ? verdict && text.verdict[verdict].title
    : `${text.out.legend} ${text.out.no}`;
  return [...(chosen ? [chosen] : []), ...day, ...(note.trim() ? [note] : [])].join('\n');
}

interface ResultLostProps {
  lost: Lost;
  draft: ResultDraft;
  onClose: () => void;
}

export function ResultLost({ lost, draft, onClose }: ResultLostProps) {
  const format = useFormat();
  const words = draftWords(draft, format);
  const { copied, copy } = useCopy(words);
  return (
    <div role="alert">
      <Notice look="warning" title={text.lost[lost]}>
        <Stack space="space.100">
          <Text as="p">{text.lost.text}</Text>
          <p style={{ margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{words}</p>
          <Inline space="space.100">
            <Button onClick={copy}>{copied === 'yes' ? text.lost.copied : text.lost.copy}</Button>
            <Button onClick={onClose}>{text.lost.close}</Button>
          </Inline>
          {copied === 'no' ? <Text as="p">{text.lost.copyFailed}</Text> : null}
        </Stack>
      </Notice>
    </div>
  );
}
