// Who decides, when they meet, and what is at stake.
import type { ReactNode } from 'react';
import { EFFORT_LIMIT } from '../../../../../src/contract/limits';
import type { OpenProject } from '../../../../../src/contract/procedures';
import type { Forum } from '../../../../../src/domain/rules';
import { Stack, Text } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import { rich } from '../../../components/rich';
import { ItemLink } from '../../../components/text-link';
import { useNames } from '../../../forge';
import { fill, type Format } from '../../../format';
import { kill } from '../../../messages/project-kill';
import { Section } from '../section';
import { SettingsWay } from '../settings-way';
import type { Where } from '../use-numbers';
import { effortOf } from './agenda';
import { effortWords } from './decision-words';
import { useSameEffort, type Buyable } from './same-effort';
import type { KillModel } from './use-kill';

const text = kill.forum;

/** "A", "A and B", "A, B and C". */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : fill(text.and, { first: names.slice(0, -1).join(', '), last });
}

/** Whether the date needs somebody to set it. */
const needsDate = ({ next }: Forum, today: string): boolean => next === null || next < today;

function nextWords({ next }: Forum, today: string, format: Format): string {
  if (next === null) return text.unset;
  const day = format.day(next);
  if (next === today) return text.today;
  return next < today
    ? fill(text.past, { day })
    : fill(text.next, { day, away: format.relative(next, today) });
}

/** A sentence names no more. */
const MOST_NAMED = 5;

interface BoughtProps {
  all: readonly Buyable[];
  /** A sentence with `{items}`, and one with `{count}` too for more than it names. */
  forms: { few: string; many: string };
}

/** What an effort would buy, by key and name. */
export function Bought({ all, forms: { few, many } }: BoughtProps) {
  const format = useFormat();
  const items = all.slice(0, MOST_NAMED);
  const nodes: Record<string, ReactNode> = {};
  items.forEach(({ key, summary }, index) => {
    nodes[`i${index}`] = <ItemLink itemKey={key}>{`${key} ${summary}`.trim()}</ItemLink>;
  });
  const names = listed(items.map((_, index) => `{i${index}}`));
  const sentence = items.length < all.length ? many : few;
  return <>{rich(fill(sentence, { count: format.number(all.length), items: names }), nodes)}</>;
}

interface ForumHeadProps {
  model: KillModel;
  project: OpenProject;
  projectKey: string;
  where: Where;
}

/** "14 on the agenda hold 86 points; the same effort would buy SHOP-31 Gift cards and SHOP-44 Returns." */
function Stake({ model, project, where }: Omit<ForumHeadProps, 'projectKey'>) {
  const format = useFormat();
  const { parts, candidates } = model;
  const unit = candidates.list?.unit ?? null;
  // What is decided in the draft is at stake no more.
  const { open } = parts;
  const { amount, without, beyond } = effortOf(open);
  const buying = useSameEffort(where, {
    goals: project.goals,
    wanted: amount > 0,
    unit,
    today: project.today,
  });
  if (!candidates.list || open.length === 0) return null;
  const { holds, buys, buysMany, alone, none, noEstimates, partly, tooLarge } = kill.same;
  const limit = format.number(EFFORT_LIMIT);
  const left = beyond > 0 ? format.plural(tooLarge, beyond, { limit }) : '';
  if (unit === null || amount === 0)
    return (
      <Text as="p">
        {format.plural(none, open.length)} {left || noEstimates}
      </Text>
    );
  const same = buying(amount);
  const said = format.plural(holds[unit], open.length, {
    amount: effortWords(amount, unit, format),
  });
  return (
    <Text as="p" weight="medium">
      {said}
      {same.length > 0 ? <Bought all={same} forms={{ few: buys, many: buysMany }} /> : alone}{' '}
      {without > 0 ? format.plural(partly, without) : ''} {left}
    </Text>
  );
}

/** Why the viewer decides about nothing here; empty when they may about some of it. */
function barsWords({
  model: { bars },
  project: { rules },
}: Pick<ForumHeadProps, 'model' | 'project'>): string {
  if (bars === null) return '';
  const forum = rules.forum.name.trim() || text.ofForum;
  return bars === 'member' ? fill(text.notMember, { forum }) : text.locked;
}

export function ForumHead(props: ForumHeadProps) {
  const { project, projectKey } = props;
  const format = useFormat();
  const { rules, today, may } = project;
  const barred = barsWords(props);
  const { forum } = rules;
  const nameOf = useNames(forum.memberIds);
  const names = forum.memberIds.map((id) => nameOf(id) ?? text.unknown);
  const isUnnamed = forum.name.trim() === '' && names.length === 0;
  return (
    <Section title={forum.name.trim() || (isUnnamed ? text.nameless : text.title)}>
      <Stack space="space.075">
        <Text as="p">
          {names.length === 0 ? text.everybody : fill(text.members, { names: listed(names) })}{' '}
          {text.cadence[forum.cadence]} {nextWords(forum, today, format)}{' '}
          {needsDate(forum, today) || isUnnamed ? (
            <SettingsWay
              projectKey={projectKey}
              administer={may.administer}
              link={text.admin}
              ask={text.ask}
            />
          ) : null}
        </Text>
        <Stake {...props} />
        {barred ? <Text as="p">{barred}</Text> : null}
      </Stack>
    </Section>
  );
}
