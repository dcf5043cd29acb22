// The candidates behind the agenda, folded away and a page at a time.
import { useState } from 'react';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { Button } from '../../../components/button';
import { Fold } from '../../../components/fold';
import { Inline, Stack, Text } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { kill } from '../../../messages/project-kill';
import type { Where } from '../use-numbers';
import { CandidateGroups } from './candidate-groups';
import type { KillModel } from './use-kill';

const text = kill.rest;
const ROWS_A_PAGE = 20;

interface RestPartProps {
  model: KillModel;
  project: OpenProject;
  where: Where;
}

export function RestPart({ model, project, where }: RestPartProps) {
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const [page, setPage] = useState(0);
  const { rest } = model.parts;
  const last = Math.max(0, Math.ceil(rest.length / ROWS_A_PAGE) - 1);
  // Decided rows go; the page that held the last of them is none any more.
  const at = Math.min(page, last);
  const rows = rest.slice(at * ROWS_A_PAGE, (at + 1) * ROWS_A_PAGE);
  if (rest.length === 0) return null;
  return (
    <Fold title={format.plural(text.title, rest.length)} isOpen={isOpen} onToggle={setOpen}>
      {isOpen ? (
        <Stack space="space.150">
          <CandidateGroups
            label={text.list}
            rows={rows}
            model={model}
            project={project}
            where={where}
          />
          {last === 0 ? null : (
            <nav aria-label={text.pages}>
              <Inline space="space.100">
                <Button spacing="compact" isDisabled={at === 0} onClick={() => setPage(at - 1)}>
                  {text.previous}
                </Button>
                <Button spacing="compact" isDisabled={at === last} onClick={() => setPage(at + 1)}>
                  {text.next}
                </Button>
                <span role="status">
                  <Text>
                    {fill(text.range, {
                      first: format.number(at * ROWS_A_PAGE + 1),
                      last: format.number(at * ROWS_A_PAGE + rows.length),
                      count: format.number(rest.length),
                    })}
                  </Text>
                </span>
              </Inline>
            </nav>
          )}
        </Stack>
      ) : null}
    </Fold>
  );
}
