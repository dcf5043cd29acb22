// The candidates behind the agenda, folded away and a page at a time.
import { useState } from 'react';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { Fold } from '../../../components/fold';
import { Stack } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import { kill } from '../../../messages/project-kill';
import { ListPager } from '../list-pager';
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
          <ListPager
            label={text.pages}
            page={at}
            rowsBefore={at * ROWS_A_PAGE}
            rows={rows.length}
            total={rest.length}
            hasNext={at < last}
            goTo={setPage}
          />
        </Stack>
      ) : null}
    </Fold>
  );
}
