// The offer to park what is old all at once, so that the first meetings look at what matters.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { OpenProject } from '../../../../../../src/contract/procedures';
import { quarterOf } from '../../../../../../src/domain/quarter';
import { Button } from '../../../../components/button';
import { Field, SMALL } from '../../../../components/field';
import { Inline, Text } from '../../../../components/layout';
import { LiveRegion } from '../../../../components/live-region';
import { useFormat } from '../../../../components/reader';
import { rich } from '../../../../components/rich';
import { Select } from '../../../../components/select';
import { fill } from '../../../../format';
import { killOffer as text } from '../../../../messages/project-kill-offer';
import type { JiraCall } from '../../gather/jira-call';
import { valueOfNumber } from '../../gather/number-state';
import { NumberLink } from '../../number-link';
import { formFor } from '../../outcome/sentence';
import { useDismissed } from '../../outcome/use-signals';
import { Section } from '../../section';
import type { Where } from '../../use-numbers';
import { useTotal } from '../../use-total';
import { firstCandidates } from './first-night';
import { offerRunnerOf, useOfferRun } from './offer-run';
import { OfferRunPanel, runWords } from './offer-run-panel';
import { countOld, oldJql, YEARS, type OldPlace, type Years } from './old-items';
import { OpenOffer } from './open-offer';
import { ParkedBefore, useParkedBefore } from './parked-before';

/** Fewer old items than this need no offer. */
const WORTH_OFFERING = 10;

export interface FirstRunOfferProps {
  where: Where;
  project: OpenProject;
  /** Something was parked or taken back: the page's numbers are no longer right. */
  onChanged?: () => void;
}

function AgeChoice({ years, onChange }: { years: Years; onChange: (years: Years) => void }) {
  const format = useFormat();
  return (
    <div style={{ maxWidth: '180px' }}>
      <Field label={text.older}>
        {(control) => (
          <Select
            control={control}
            value={String(years)}
            options={YEARS.map((one) => ({
              value: String(one),
              label: format.plural(text.years, one),
            }))}
            onChange={(value) => onChange(YEARS.find((one) => String(one) === value) ?? 2)}
          />
        )}
      </Field>
    </div>
  );
}

export function FirstRunOffer(props: FirstRunOfferProps) {
  const { where, project, onChanged } = props;
  const { projectId, zone, frame } = where;
  const { today, rules, may } = project;
  const format = useFormat();
  const [years, setYears] = useState<Years>(2);
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const [notKept, setNotKept] = useState(false);
  const { dismissed, dismiss } = useDismissed(project);
  const signal = `first-run::${quarterOf(today)}`;
  const place = useMemo<OldPlace>(
    () => ({ projectId, zone, frame, today, years }),
    [projectId, zone, frame, today, years],
  );
  const runner = offerRunnerOf(projectId, today);
  const count = useCallback(
    async (jira: JiraCall, of: OldPlace) => countOld(jira, of, runner.known()),
    [runner],
  );
  const { total, recount } = useTotal(where, place, count);
  const run = useOfferRun(runner);
  const running = run?.running ?? false;
  const before = useParkedBefore(projectId, running);
  const wasRunning = useRef(running);
  useEffect(() => {
    if (wasRunning.current && !running) {
      onChanged?.();
      recount();
    }
    wasRunning.current = running;
  }, [running, onChanged, recount]);
  const put = useCallback(
    (away: boolean) => {
      setNotKept(false);
      setAsked(!away);
      dismiss(signal, away).catch(() => setNotKept(true));
    },
    [dismiss, signal],
  );
  const known = valueOfNumber(total);
  const first = firstCandidates(project);
  const isAway = dismissed.includes(signal) && !asked;
  const offers = asked || run !== null || before.together !== null;
  const worth = !isAway && (known ?? 0) >= WORTH_OFFERING;
  const note = first ? (
    <Text as="p">
      {fill(text.first, { grace: format.number(rules.graceDays), day: format.day(first) })}
    </Text>
  ) : null;
  if (!may.decide) return note;
  if (!worth && !offers)
    return (
      <>
        {note}
        <div>
          <Button spacing="compact" appearance="subtle" onClick={() => put(false)}>
            {text.open}
          </Button>
        </div>
      </>
    );
  return (
    <>
      {note}
      <Section title={text.title}>
        <LiveRegion text={run && !running ? runWords(run, format) : ''} />
        {run ? (
          <OfferRunPanel run={run} runner={runner} onClose={runner.close} />
        ) : (
          <>
            <Text as="p">
              {rich(formFor(text.sentence, total), {
                count: (
                  <NumberLink
                    state={total}
                    jql={oldJql(place)}
                    what={text.what}
                    onRetry={recount}
                    strong
                    first
                  />
                ),
                age: format.plural(text.years, years),
              })}{' '}
              {known === 0 ? text.none : formFor(text.ask, total)}
            </Text>
            <span style={SMALL}>{text.means}</span>
            <AgeChoice years={years} onChange={setYears} />
            {isOpen ? null : (
              <Inline space="space.100">
                <Button
                  appearance="primary"
                  isDisabled={known === null || known === 0}
                  onClick={() => setOpen(true)}
                >
                  {text.look}
                </Button>
                <Button appearance="subtle" onClick={() => put(true)}>
                  {text.notNow}
                </Button>
              </Inline>
            )}
            {notKept ? <span style={SMALL}>{text.dismissFailed}</span> : null}
            {before.isCut && before.records ? (
              <span style={SMALL}>
                {fill(text.cut, { count: format.number(before.records.size) })}
              </span>
            ) : null}
            {before.together ? (
              <ParkedBefore where={where} project={project} together={before.together} />
            ) : null}
            {isOpen ? (
              <OpenOffer
                where={where}
                project={project}
                key={years}
                place={place}
                total={known}
                records={before.records}
                onDone={() => setOpen(false)}
              />
            ) : null}
          </>
        )}
      </Section>
    </>
  );
}
