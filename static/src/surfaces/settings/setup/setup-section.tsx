// The checklist: what is in place, asked from Jira, with the button or the person for each.
import { useState } from 'react';
import { Inline, Text } from '@atlaskit/primitives/compiled';
import { Button } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { lazyPart } from '../../../components/lazy-part';
import { useFormat } from '../../../components/reader';
import { SkeletonStack } from '../../../components/skeleton';
import { fill } from '../../../format';
import { messages } from '../../../messages';
import { nextLook } from '../next-look';
import type { SettingsPageState } from '../page';
import { SectionFrame } from '../section-frame';
import { GateStep } from './gate-step';
import { PanelStep } from './panel-step';
import { Step } from './step';
import type { SetupState } from './use-setup';

const text = messages.settings.setup;

/** Only for those who can't do it themselves. */
const AskAdmin = lazyPart(() => import('./ask-admin').then((part) => part.AskAdmin), ['120px']);

function GoalsStep({ page }: { page: SettingsPageState }) {
  const format = useFormat();
  const active = page.open.goals.filter((goal) => goal.active).length;
  return (
    <Step
      title={text.goals.title}
      standing={active > 0 ? 'done' : 'open'}
      way={{ to: 'goals', text: text.goals.way }}
    >
      <Text as="p">{active > 0 ? format.plural(text.goals.active, active) : text.goals.none}</Text>
    </Step>
  );
}

function ScanStep({ page }: { page: SettingsPageState }) {
  const format = useFormat();
  const { rules, scan } = page.open;
  const say = messages.settings.rules;
  const { lastAt, nextAt, listed } = scan;
  const found = listed === 0 ? text.scan.nothing : format.plural(text.scan.found, listed);
  const [now] = useState(() => Date.now());
  const last =
    lastAt === null ? say.never : `${fill(say.last, { at: format.instant(lastAt) })} ${found}`;
  const next = nextLook(nextAt, now, format);
  return (
    <Step
      title={text.scan.title}
      standing={rules.scan ? 'done' : 'off'}
      way={{ to: 'rules', text: text.scan.way }}
    >
      <Text as="p">{rules.scan ? fill(text.scan.on, { last, next }) : text.scan.off}</Text>
    </Step>
  );
}

interface SetupSectionProps {
  page: SettingsPageState;
  setup: SetupState;
}

export function SetupSection({ page, setup }: SetupSectionProps) {
  const { found, asking, trouble, look } = setup;
  return (
    <SectionFrame id="setup" title={text.title} text={text.text}>
      <ol style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        <GoalsStep page={page} />
        {found ? (
          <>
            <PanelStep page={page} setup={setup} found={found} />
            <GateStep page={page} setup={setup} found={found} />
          </>
        ) : (
          <>
            <Step title={text.panel.title} standing={undefined}>
              {trouble ? null : <SkeletonStack heights={['20px', '32px']} />}
            </Step>
            <Step title={text.gate.title} standing={undefined}>
              {trouble ? null : <SkeletonStack heights={['20px', '160px']} />}
            </Step>
          </>
        )}
        <ScanStep page={page} />
      </ol>
      {trouble ? <Failure trouble={trouble} title={text.failed} /> : null}
      {found && !found.may.administerJira ? <AskAdmin projectKey={page.projectKey} /> : null}
      <Inline>
        <Button isLoading={asking} onClick={look}>
          {text.again}
        </Button>
      </Inline>
    </SectionFrame>
  );
}
