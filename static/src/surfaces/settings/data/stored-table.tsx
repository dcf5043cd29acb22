// What is kept where, in plain words, with counts that are made when somebody looks.
import { useEffect, useState } from 'react';
import { projectJql } from '../../../../../src/adapters/jira/jql';
import { DATA_SECTIONS, type DataSection } from '../../../../../src/domain/data';
import { carryingClause } from '../../../../../src/domain/data-clause';
import { SMALL } from '../../../components/field';
import { Fold } from '../../../components/fold';
import { useFormat } from '../../../components/reader';
import { SCROLLER } from '../../../components/scroller';
import { fill } from '../../../format';
import { settingsData } from '../../../messages/settings-data';
import { CELL, HEAD, TABLE } from '../../../components/table-style';
import type { Means } from './means';

const text = settingsData.stored;

/** Null for what could not be counted. */
type Counts = Partial<Record<DataSection, number | null>>;

async function countOf(means: Means, projectId: string, section: DataSection): Promise<number> {
  if (section === 'items') {
    const jql = projectJql(projectId, carryingClause, 'UTC');
    return (await means.jira('count', { body: { jql } })).count;
  }
  let sum = 0;
  let after: string | null = null;
  do {
    const from: string | null = after;
    const part: { count: number; next: string | null } = await means.call('data.count', {
      ...{ projectId, section },
      ...(from !== null && { after: from }),
    });
    sum += part.count;
    after = part.next;
  } while (after !== null);
  return sum;
}

export function StoredTable({ means, projectId }: { means: Means; projectId: string }) {
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const [counts, setCounts] = useState<Counts>({});
  useEffect(() => {
    if (!isOpen) return;
    let current = true;
    setCounts({});
    void (async () => {
      for (const section of DATA_SECTIONS) {
        if (!current) return;
        const count = await countOf(means, projectId, section).catch(() => null);
        if (current) setCounts((before) => ({ ...before, [section]: count }));
      }
    })();
    return () => {
      current = false;
    };
  }, [isOpen, means, projectId]);
  const words = (section: DataSection): string => {
    const count = counts[section];
    if (count === undefined) return text.counting;
    if (count === null) return text.notCounted;
    const number = format.number(count);
    return section === 'items' ? fill(text.seen, { count: number }) : number;
  };
  return (
    <Fold title={text.title} isOpen={isOpen} onToggle={setOpen}>
      <div style={SCROLLER}>
        <table style={TABLE}>
          <thead>
            <tr>
              {[text.what, text.where, text.count].map((head) => (
                <th key={head} scope="col" style={HEAD}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {DATA_SECTIONS.map((section) => (
              <tr key={section}>
                <th scope="row" style={CELL}>
                  {settingsData.section[section]}
                </th>
                <td style={CELL}>{settingsData.home[section]}</td>
                <td style={CELL}>{words(section)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p style={SMALL}>{text.more}</p>
    </Fold>
  );
}
