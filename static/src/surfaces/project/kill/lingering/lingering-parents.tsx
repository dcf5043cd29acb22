// Parents that go on without an answer, with their open children and what was finished lately.
import { useMemo } from 'react';
import { token } from '@atlaskit/tokens';
import { Failure } from '../../../../components/failure';
import { Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { Skeleton } from '../../../../components/skeleton';
import { ItemLink } from '../../../../components/text-link';
import { fill } from '../../../../format';
import { killLingering as text } from '../../../../messages/project-kill-offer';
import { ageInWords } from '../../age';
import { CAPTION, CELL, HEAD, PLAIN, SMALL, TABLE } from '../../backlog/lane/table-style';
import { valueOfNumber } from '../../gather/number-state';
import { NumberLink } from '../../number-link';
import { formFor } from '../../outcome/sentence';
import { rich } from '../../rich';
import { SCROLLER } from '../../scroller';
import { Section } from '../../section';
import type { Where } from '../../use-numbers';
import { useTotal } from '../../use-total';
import { ListPager } from '../list-pager';
import {
  countLingering,
  lingeringJql,
  ROWS_A_PAGE,
  type LingeringParent,
  type LingeringPlace,
} from './lingering-search';
import { useLingering, useParentTypes } from './use-lingering';

const WIDTHS = { item: '46%', age: '22%', open: '14%', finished: '18%' } as const;
type Column = keyof typeof WIDTHS;
const COLUMNS = Object.keys(WIDTHS) as Column[];
const COUNTS = [
  { name: 'open', what: text.openOf },
  { name: 'finished', what: text.finishedOf },
] as const;

export interface LingeringParentsProps {
  where: Where;
  /** What ages are told by, milliseconds. */
  now: number;
}

function Row({ row, list }: { row: LingeringParent; list: ReturnType<typeof useLingering> }) {
  const format = useFormat();
  const { id, key, summary, age } = row;
  return (
    <tr>
      <th scope="row" style={CELL}>
        <span style={SMALL}>{key}</span>
        <ItemLink itemKey={key} alone>
          {summary || key}
        </ItemLink>
        <div style={{ paddingTop: token('space.100') }}>
          <ItemLink itemKey={key}>{fill(text.answer, { key })}</ItemLink>
        </div>
      </th>
      <td style={CELL}>{ageInWords(age, format)}</td>
      {COUNTS.map(({ name, what }) => (
        <td key={name} style={CELL}>
          <NumberLink
            state={list.number(name, id)}
            jql={list.jql(name, id)}
            what={fill(what, { key })}
            onRetry={() => list.recount(name, id)}
          />
        </td>
      ))}
    </tr>
  );
}

function Listed({ where, place }: { where: Where; place: LingeringPlace }) {
  const { total, recount } = useTotal(where, place, countLingering);
  const list = useLingering(where, place);
  const known = valueOfNumber(total);
  if (list.trouble)
    return <Failure title={text.failed} trouble={list.trouble} onRetry={list.retry} />;
  if (list.page === 0 && list.rows?.length === 0) return <Text as="p">{text.none}</Text>;
  return (
    <>
      <Text as="p">
        {rich(formFor(text.sentence, total), {
          count: (
            <NumberLink
              state={total}
              jql={lingeringJql(place)}
              what={text.what}
              onRetry={recount}
              first
            />
          ),
        })}
      </Text>
      <div style={SCROLLER}>
        <table aria-busy={list.rows === null} style={{ ...TABLE, minWidth: '380px' }}>
          <caption style={CAPTION}>{text.caption}</caption>
          <thead style={PLAIN}>
            <tr>
              {COLUMNS.map((name) => (
                <th key={name} scope="col" style={{ ...HEAD, width: WIDTHS[name] }}>
                  {text.column[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody style={PLAIN}>
            {list.rows
              ? list.rows.map((row) => <Row key={row.id} row={row} list={list} />)
              : Array.from({ length: Math.min(ROWS_A_PAGE, known ?? 5) }, (_, index) => (
                  <tr key={index}>
                    <td colSpan={COLUMNS.length} style={CELL}>
                      <Skeleton height="56px" />
                    </td>
                  </tr>
                ))}
          </tbody>
        </table>
      </div>
      <ListPager
        words={text}
        size={ROWS_A_PAGE}
        page={list.page}
        rows={list.rows?.length ?? null}
        total={known}
        hasNext={list.hasNext}
        goTo={list.goTo}
      />
    </>
  );
}

export function LingeringParents({ where, now }: LingeringParentsProps) {
  const format = useFormat();
  const { projectId, zone, frame } = where;
  const { typeIds, trouble, retry } = useParentTypes(where);
  const place = useMemo<LingeringPlace | null>(
    () => typeIds && { projectId, zone, frame, typeIds, now },
    [projectId, zone, frame, typeIds, now],
  );
  // A project without types above the standard level has no parents at all.
  if (typeIds?.length === 0) return null;
  return (
    <Section title={text.title}>
      <Text as="p">{fill(text.text, { days: format.number(frame.rules.flagAfterDays) })}</Text>
      {trouble ? <Failure title={text.failed} trouble={trouble} onRetry={retry} /> : null}
      {place ? <Listed where={where} place={place} /> : null}
    </Section>
  );
}
