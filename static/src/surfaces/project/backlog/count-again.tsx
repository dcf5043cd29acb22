// Counts the open backlog anew, and says what the numbers rest on until then.
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import { Button } from '../../../components/button';
import { Failure, type Trouble } from '../../../components/failure';
import { SMALL } from '../../../components/field';
import { useFormat } from '../../../components/reader';
import { projectBacklog } from '../../../messages/project-backlog';

const text = projectBacklog.again;

interface CountAgainProps {
  counting: boolean;
  trouble: Trouble | null;
  countAgain: () => Promise<void>;
  /** Answers that were given here since Jira counted. */
  given: number;
}

export function CountAgain({ counting, trouble, countAgain, given }: CountAgainProps) {
  const format = useFormat();
  return (
    <Stack space="space.100">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Button spacing="compact" isLoading={counting} onClick={() => void countAgain()}>
          {text.act}
        </Button>
        <span style={SMALL}>{given > 0 ? format.plural(text.changed, given) : ''}</span>
      </Inline>
      {trouble ? <Failure title={text.failed} trouble={trouble} kept={text.kept} /> : null}
    </Stack>
  );
}
