// Who did what, newest first: every act with authority, filtered by what and by whom.
import { useCallback, useEffect, useState } from 'react';
import type { ActView } from '../../../../../../src/contract/decision-procedures';
import type { OpenProject } from '../../../../../../src/contract/procedures';
import { Button } from '../../../../components/button';
import { Failure, troubleOf, type Trouble } from '../../../../components/failure';
import { Field, SMALL } from '../../../../components/field';
import { Inline, Stack, Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { Select } from '../../../../components/select';
import { ItemLink } from '../../../../components/text-link';
import { csvText } from '../../../../csv';
import { userNames, useNames } from '../../../../forge';
import { downloadText } from '../../../../forge/download';
import { fill } from '../../../../format';
import { killLog } from '../../../../messages/project-kill-log';
import { CAPTION, CELL, HEAD, PLAIN, TABLE } from '../../backlog/lane/table-style';
import { SCROLLER } from '../../scroller';
import type { Where } from '../../use-numbers';
import { actsTable, readActs, readAllActs } from './acts';
import { whoWords } from './log-table';
import { useItemNames } from './use-log';

const text = killLog.acts;
type KindName = keyof typeof killLog.actKind;
const KINDS = Object.keys(killLog.actKind) as KindName[];
const kindWords = (kind: string): string =>
  KINDS.some((one) => one === kind) ? killLog.actKind[kind as KindName] : kind;
const isItem = (subject: string): boolean => /^\d+$/.test(subject);

interface ActsViewProps {
  project: OpenProject;
  projectKey: string;
  where: Where;
}

interface Read {
  acts: readonly ActView[];
  next: string | null;
}

function useActs(projectId: string, kind: string) {
  const [read, setRead] = useState<Read | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isReading, setReading] = useState(false);
  const kinds = kind === '' ? null : [kind];
  const more = useCallback(
    async (before: Read | null) => {
      setReading(true);
      setTrouble(null);
      try {
        const page = await readActs(projectId, kind === '' ? null : [kind], before?.next ?? null);
        setRead({ acts: [...(before?.acts ?? []), ...page.acts], next: page.next });
      } catch (error) {
        setTrouble(troubleOf(error));
      }
      setReading(false);
    },
    [projectId, kind],
  );
  useEffect(() => {
    setRead(null);
    void more(null);
  }, [more]);
  return { read, trouble, isReading, kinds, more: () => void more(read) };
}

export function ActsView({ project, projectKey, where }: ActsViewProps) {
  const { projectId, today } = project;
  const format = useFormat();
  const [kind, setKind] = useState('');
  const [person, setPerson] = useState('');
  const { read, trouble, isReading, kinds, more } = useActs(projectId, kind);
  const [exported, setExported] = useState<number | null>(null);
  const [exportTrouble, setExportTrouble] = useState<Trouble | null>(null);
  const all = read?.acts ?? [];
  const acts = person === '' ? all : all.filter(({ by }) => by === person);
  const nameOf = useNames(all.map(({ by }) => by));
  const names = useItemNames(where, all.map(({ subject }) => subject).filter(isItem));
  const people = [...new Set(all.map(({ by }) => by))];
  const keyOf = (subject: string): string => names.get(subject)?.key ?? subject;
  const download = async (): Promise<void> => {
    setExportTrouble(null);
    setExported(0);
    try {
      const found = await readAllActs(projectId, kinds, setExported);
      const mine = found.filter(({ by }) => person === '' || by === person);
      const known = await userNames(mine.map(({ by }) => by).filter((by) => by !== ''));
      const { header, rows } = actsTable(mine, (by) => known.get(by) ?? '', keyOf);
      const name = fill(text.file, { project: projectKey, day: today });
      downloadText(name, csvText(header, rows), 'text/csv');
    } catch (error) {
      setExportTrouble(troubleOf(error));
    }
    setExported(null);
  };
  const anyone = { value: '', label: killLog.filter.all };
  return (
    <Stack space="space.150">
      <Inline space="space.150">
        <Field label={killLog.filter.act}>
          {(control) => (
            <Select
              control={control}
              options={[anyone, ...KINDS.map((one) => ({ value: one, label: kindWords(one) }))]}
              value={kind}
              onChange={setKind}
            />
          )}
        </Field>
        <Field label={killLog.filter.person}>
          {(control) => (
            <Select
              control={control}
              options={[
                anyone,
                ...people.map((id) => ({ value: id, label: whoWords(id, nameOf) })),
              ]}
              value={person}
              onChange={setPerson}
            />
          )}
        </Field>
        <Button isLoading={exported !== null} onClick={() => void download()}>
          {text.csv}
        </Button>
        <span role="status" style={SMALL}>
          {exported === null ? null : fill(text.reading, { count: format.number(exported) })}
        </span>
      </Inline>
      {exportTrouble ? <Failure trouble={exportTrouble} onRetry={() => void download()} /> : null}
      {trouble ? <Failure title={killLog.failed} trouble={trouble} onRetry={more} /> : null}
      {read && acts.length === 0 ? (
        <Text as="p">{all.length === 0 && kind === '' ? killLog.none.acts : killLog.noneLeft}</Text>
      ) : null}
      {acts.length > 0 ? (
        <div style={SCROLLER}>
          <table style={{ ...TABLE, minWidth: '480px' }}>
            <caption style={CAPTION}>{killLog.title.acts}</caption>
            <thead style={PLAIN}>
              <tr>
                {[killLog.column.at, killLog.filter.act, text.on, killLog.column.by].map((head) => (
                  <th key={head} scope="col" style={HEAD}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody style={PLAIN}>
              {acts.map((act) => (
                <tr key={act.id}>
                  <td style={CELL}>{format.instant(act.at)}</td>
                  <td style={CELL}>{kindWords(act.kind)}</td>
                  <td style={CELL}>
                    {names.has(act.subject) ? <ItemLink itemKey={keyOf(act.subject)} /> : '–'}
                  </td>
                  <td style={CELL}>{whoWords(act.by, nameOf)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {read?.next ? (
        <Inline space="space.100">
          <Button isLoading={isReading} onClick={more}>
            {killLog.more}
          </Button>
        </Inline>
      ) : null}
    </Stack>
  );
}
