// The first tab: outcome against output for a time. What stands below the headline is fetched and
// counted after it.
import { useMemo, type ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { goalNames } from '../../../components/goal-names';
import { Button } from '../../../components/button';
import { CARD } from '../../../components/card';
import { Stack } from '../../../components/layout';
import { lazyPart } from '../../../components/lazy-part';
import { LiveRegion } from '../../../components/live-region';
import { Notice } from '../../../components/notice';
import { useReader } from '../../../components/reader';
import { SkeletonStack } from '../../../components/skeleton';
import { fill } from '../../../format';
import { project as projectText } from '../../../messages/project';
import { outcome } from '../../../messages/project-outcome';
import type { Address, AddressChange, Narrowing } from '../address';
import type { Numbers } from '../gather/counts';
import type { ListedItem } from '../gather/listed-item';
import type { BacklogName, WindowName } from '../gather/names';
import { isKnown, valueOfNumber } from '../gather/number-state';
import { NumberLink } from '../number-link';
import { canOpen } from '../searches';
import { SettingsWay } from '../settings-way';
import type { Named } from '../../../../../src/domain/rules';
import type { Where } from '../use-numbers';
import { AddressNotes } from './address-notes';
import { BandsFigure } from './bands-figure';
import { FilterRow, NO_FILTERS, type FilterChoices } from './filter-row';
import { FirstUse } from './first-use';
import { Headline, type Look } from './headline';
import { Notes } from './notes';
import { whenPhrase } from './finished-line';
import { doneSentence } from './sentence';
import type { OutcomeModel } from './use-outcome';
import { useProgress } from './use-progress';
import { Words } from './words';

const text = projectText;

const BELOW = ['320px', '120px', '240px'] as const;
const Below = lazyPart(() => import('./below').then(({ Below: Component }) => Component), BELOW);
const PrintView = lazyPart(
  () => import('./print-view').then(({ PrintView: Component }) => Component),
  ['64px', '480px'],
);
const SortView = lazyPart(
  () => import('../sort/sort-view').then(({ SortView: Component }) => Component),
  ['40px', '320px'],
);

export interface OutcomeTabProps {
  where: Where;
  project: OpenProject;
  projectKey: string;
  address: Address;
  today: string;
  model: OutcomeModel;
  types: readonly Named[];
  hasEpics: boolean;
  backlog: Numbers<BacklogName>;
  backlogNumber: (name: BacklogName) => ReactNode;
  change: (to: AddressChange) => void;
  /** Results or sortings were saved. */
  onChanged: () => void;
}

/** Labels of the listed items, by name. */
function labelsOf(items: readonly ListedItem[]): string[] {
  const labels = new Set(items.flatMap(({ facts }) => facts.labels));
  return [...labels].sort((a, b) => a.localeCompare(b));
}

function estimateOf({ report }: OutcomeModel): FilterChoices['estimate'] {
  if (report.mode === 'counted') return { why: outcome.filter.estimateCounted };
  const unit = report.effort?.unit;
  return { name: unit ? outcome.filter.units[unit] : outcome.filter.estimate };
}

/** Says why nothing is there, with the next step. */
function Nothing({
  narrowing,
  change,
}: {
  narrowing: Narrowing;
  change: (to: AddressChange) => void;
}) {
  if (Object.keys(narrowing).length === 0) return <Words>{text.outcome.nothing}</Words>;
  return (
    <Words>
      {text.outcome.nothingHere}{' '}
      <Button spacing="compact" onClick={() => change(NO_FILTERS)}>
        {outcome.filter.clear}
      </Button>
    </Words>
  );
}

const whatOf = (name: WindowName): string =>
  (text.what as Partial<Record<string, string>>)[name] ?? text.what.goal;

export function OutcomeTab(props: OutcomeTabProps) {
  const { where, project, projectKey, address, today, model, types, change } = props;
  const { from, to, problem, view } = address;
  const { format, siteUrl } = useReader();
  const { report, question } = model;
  const { numbers } = report;
  const labels = useMemo(() => labelsOf(report.items ?? []), [report.items]);
  // Asked after the headline, so that it does not wait for it; again after a visit to Sort.
  const progress = useProgress(where, {
    project,
    question,
    today,
    wanted: model.begun && view === null,
  });
  if (view === 'sort')
    return (
      <SortView
        where={where}
        project={project}
        days={{ from, to }}
        today={today}
        filter={question.filter}
        streams={model.streams}
        onLeave={() => change({ view: null })}
        onChanged={props.onChanged}
      />
    );
  if (view === 'print') return <PrintView {...props} onLeave={() => change({ view: null })} />;
  const unit = report.effort?.unit ?? null;
  // Only a known number leads to its list: printing searches would keep the first ones waiting.
  const searchOf = (name: WindowName) => (isKnown(numbers[name]) ? model.searchOf(name) : null);
  const number = (name: WindowName, look: Look & { what?: string } = {}) => {
    const { what = whatOf(name), ...rest } = look;
    return (
      <NumberLink
        state={numbers[name]}
        jql={searchOf(name)}
        what={unit ? fill(text.whatBy[unit], { what }) : what}
        onRetry={() => model.retry(name)}
        {...rest}
      />
    );
  };
  const unopened = (['output', 'aimed', 'band.unsorted'] as const).some((name) => {
    const jql = searchOf(name);
    return jql !== null && !canOpen(siteUrl, jql);
  });
  const nothing = isKnown(numbers.output) && valueOfNumber(numbers.output) === 0;
  const choices: FilterChoices = {
    goals: goalNames(project.goals, format, ({ achieve }) => achieve).map(({ goal, name }) => ({
      value: goal.id,
      label: name,
    })),
    streams:
      model.streamsAre === 'loading'
        ? null
        : model.streams.map(({ id, name }) => ({ value: id, label: name })),
    streamsFailed: model.streamsAre === 'failed',
    streamsSaved: model.savedStreams,
    types: types.map(({ id, name }) => ({ value: id, label: name })),
    labels,
    estimate: estimateOf(model),
  };
  return (
    <Stack space="space.200">
      <LiveRegion text={doneSentence(numbers, format)} />
      <AddressNotes problem={problem} unused={model.unused} />
      <FirstUse progress={progress} hasEpics={props.hasEpics} change={change} />
      <FilterRow
        address={address}
        narrowing={model.narrowing}
        choices={choices}
        today={today}
        change={change}
      />
      {project.goals.length === 0 ? (
        <Notice title={text.goals.noneTitle}>
          <Stack space="space.100">
            <span>{text.goals.none}</span>
            <SettingsWay
              projectKey={projectKey}
              administer={project.may.administer}
              link={text.goals.first}
              ask={text.goals.ask}
            />
          </Stack>
        </Notice>
      ) : null}
      <section style={{ ...CARD, padding: token('space.300') }} aria-label={text.tabs.outcome}>
        <Stack space="space.200">
          <Headline
            numbers={numbers}
            when={whenPhrase({ from, to }, today, format)}
            finished={model.finished}
            withGoals={project.goals.length > 0}
            unit={unit}
            number={number}
          />
          {nothing ? <Nothing narrowing={model.narrowing} change={change} /> : null}
          <BandsFigure numbers={numbers} unit={unit} number={(name) => number(name)} />
          <Notes
            report={report}
            number={(name) => number(name, { first: true })}
            unopened={unopened}
          />
        </Stack>
      </section>
      {model.begun ? <Below {...props} number={number} /> : <SkeletonStack heights={BELOW} />}
    </Stack>
  );
}
