// Taking a file in: choosing it, what it would change, and doing it.
import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import type { DataFile } from '../../../../../src/contract/data-file';
import { Field, SMALL } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { useFormat } from '../../../components/reader';
import { useNames } from '../../../forge';
import { fill } from '../../../format';
import { settingsData } from '../../../messages/settings-data';
import { AdoptPart } from './adopt-part';
import type { BlockProps } from './data-section';
import { OutcomeTable, Refusals } from './outcome-table';
import { refusalWords } from './refusal-words';
import { useImport, type ImportState } from './use-import';
import { Block, Ended, Running } from './work-parts';

const text = settingsData.import;

function HalfNote({ job, chosen }: { job: BlockProps['job']; chosen: ImportState['chosen'] }) {
  const format = useFormat();
  const nameOf = useNames(job ? [job.by] : []);
  if (job?.kind !== 'import' || job.state !== 'open') return null;
  const isOther = chosen.kind === 'file' && chosen.file.id !== job.file;
  const counts = { done: format.number(job.done), of: format.number(job.of) };
  return (
    <Notice look="warning">
      {fill(text.half, counts)}{' '}
      {fill(text.halfBy, { when: format.instant(job.at), who: nameOf(job.by) ?? job.by })}
      {isOther ? ` ${text.another}` : ''}
    </Notice>
  );
}

function FileLine({ file }: { file: DataFile }) {
  const format = useFormat();
  const { at, projectKey } = file.header;
  const when = Number.isNaN(Date.parse(at)) ? at : format.instant(Date.parse(at));
  return (
    <Stack space="space.050">
      <Text>
        {fill(text.made, {
          when,
          key: projectKey,
          rows: format.plural(text.rows, file.rows.length),
        })}
      </Text>
      {file.twice.length > 0 ? (
        <Text>
          {format.plural(text.twice, file.twice.length, { lines: file.twice.join(', ') })}
        </Text>
      ) : null}
    </Stack>
  );
}

/** What would happen, the one choice there is, and the button. */
function Plan({ state, work }: { state: ImportState; work: BlockProps['work'] }) {
  const format = useFormat();
  const [replace, setReplace] = useState(false);
  const { checked, chosen, before } = state;
  if (!checked || chosen.kind !== 'file') return null;
  const { added, kept, refused } = checked.tally;
  const rows = added + (replace ? kept : 0);
  return (
    <Stack space="space.150">
      {added + kept + refused === 0 ? <Text>{text.none}</Text> : null}
      <OutcomeTable outcome={checked} />
      <Refusals refused={checked.refused} />
      {kept > 0 ? (
        <div>
          <Checkbox
            label={text.replace}
            isChecked={replace}
            onChange={(event) => setReplace(event.currentTarget.checked)}
          />
          <span style={SMALL}>{text.replaceHelp}</span>
        </div>
      ) : null}
      <Inline>
        <Button
          appearance="primary"
          onClick={() => void state.take(replace)}
          isDisabled={work.running !== null || (before === 0 && rows === 0)}
        >
          {before > 0 ? text.goOn : format.plural(text.begin, rows)}
        </Button>
      </Inline>
    </Stack>
  );
}

export function ImportBlock(props: BlockProps) {
  const { page, work, job } = props;
  const format = useFormat();
  const state = useImport(props);
  const { chosen, taken, progress } = state;
  const counts = { done: format.number(progress.done), of: format.number(progress.of) };
  const error =
    chosen.kind === 'unreadable'
      ? text.unreadable
      : chosen.kind === 'refused'
        ? refusalWords(chosen.refusal)
        : undefined;
  const isForeign = chosen.kind === 'file' && chosen.file.header.projectId !== page.open.projectId;
  return (
    <Block title={text.title} sentence={text.text}>
      <HalfNote job={job} chosen={chosen} />
      <Field label={text.choose} help={text.help} error={error}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".jsonl,.json,application/x-ndjson"
            disabled={work.running !== null}
            onChange={(event) => {
              void state.choose(event.currentTarget.files?.[0] ?? null);
              // A browser tells only of another file; after a stop the same one is wanted.
              event.currentTarget.value = '';
            }}
          />
        )}
      </Field>
      {chosen.kind === 'file' ? <FileLine file={chosen.file} /> : null}
      {chosen.kind === 'file' && isForeign ? (
        <AdoptPart page={page} means={props.means} file={chosen.file} />
      ) : null}
      <Running
        work={work}
        names={['check', 'import']}
        words={fill(work.running === 'check' ? text.checking : text.progress, counts)}
        value={progress.of === 0 ? 0 : progress.done / progress.of}
      />
      <Ended work={work} names={['check', 'import']} />
      {work.running === null && taken === null ? <Plan state={state} work={work} /> : null}
      {taken ? (
        <Stack space="space.100">
          <Text weight="medium">
            {fill(text.done, {
              added: format.number(taken.tally.added),
              replaced: format.number(taken.tally.replaced),
              same: format.number(taken.tally.same),
              kept: format.number(taken.tally.kept),
              refused: format.number(taken.tally.refused),
            })}
          </Text>
          <Text>{text.asImported}</Text>
          <Refusals refused={taken.refused} />
        </Stack>
      ) : null}
    </Block>
  );
}
