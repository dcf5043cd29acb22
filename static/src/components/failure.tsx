// Something did not work: what happened, what was kept, what to do, and a reference to quote.
import { fill } from '../format';
import { common } from '../messages/common';
import { Button } from './button';
import { Inline, Stack } from './layout';
import { Notice } from './notice';
import { useFormat } from './reader';
import { useCopy } from './use-copy';

const text = common.errors;

/** What a failure shows of an error; `CallError` has these fields. */
export interface Trouble {
  message: string;
  requestId?: string;
  retryAfter?: number | undefined;
}

/** Any thrown value as something to show; texts of unexpected errors stay inside. */
export function troubleOf(error: unknown): Trouble {
  return error instanceof Error && error.name === 'CallError'
    ? error
    : { message: text.unreadable };
}

function Reference({ id }: { id: string }) {
  const { copied, copy } = useCopy(id);
  return (
    <Inline space="space.100">
      <small>{fill(text.reference, { id })}</small>
      <Button spacing="compact" appearance="subtle" onClick={copy}>
        {copied === 'yes' ? text.copied : text.copy}
      </Button>
    </Inline>
  );
}

interface FailureProps {
  trouble: Trouble;
  title?: string;
  /** What is still there: "Your text is kept." */
  kept?: string;
  onRetry?: (() => void) | undefined;
}

export function Failure({ trouble, title = text.title, kept, onRetry }: FailureProps) {
  const format = useFormat();
  const { message, requestId, retryAfter } = trouble;
  return (
    <div role="alert">
      <Notice look="error" title={title}>
        <Stack space="space.100" alignInline="start">
          <span>
            {message} {kept}
            {retryAfter ? ` ${format.plural(text.wait, Math.ceil(retryAfter))}` : ''}
          </span>
          {requestId ? <Reference id={requestId} /> : null}
          {onRetry ? <Button onClick={onRetry}>{text.again}</Button> : null}
        </Stack>
      </Notice>
    </div>
  );
}
