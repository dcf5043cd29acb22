// Loads the settings; each section then saves on its own.
import { useEffect, useState } from 'react';
import Heading from '@atlaskit/heading';
import { Stack, Text } from '@atlaskit/primitives/compiled';
import { token } from '@atlaskit/tokens';
import { Failure, troubleOf } from '../../components/failure';
import { lazyPart } from '../../components/lazy-part';
import { LiveRegion, useAnnouncer } from '../../components/live-region';
import { Notice } from '../../components/notice';
import { SkeletonStack } from '../../components/skeleton';
import { CallError } from '../../forge';
import { messages } from '../../messages';
import { GoalsSection } from './goals-section';
import { useHistory } from './history/use-history';
import { loadSettings, type SettingsData } from './load';
import type { SettingsPageState } from './page';
import { SectionIndex } from './section-index';
import { SetupSection } from './setup/setup-section';
import { useSetup } from './setup/use-setup';

const text = messages.settings;

/** Further down the page, which does not wait for it. */
const GateSection = lazyPart(
  () => import('./gate-section').then((part) => part.GateSection),
  ['24px', '420px'],
);
const RulesSection = lazyPart(
  () => import('./kill-rules/rules-section').then((part) => part.RulesSection),
  ['24px', '640px'],
);
const StreamsSection = lazyPart(
  () => import('./streams/streams-section').then((part) => part.StreamsSection),
  ['24px', '240px'],
);
const UndeliveredSection = lazyPart(
  () => import('./undelivered-section').then((part) => part.UndeliveredSection),
  ['24px', '96px'],
);
const DigestSection = lazyPart(
  () => import('./digest/digest-section').then((part) => part.DigestSection),
  ['24px', '240px'],
);
const DataSection = lazyPart(
  () => import('./data/data-section').then((part) => part.DataSection),
  ['24px', '480px'],
);
const AgreementSection = lazyPart(
  () => import('./agreement-section').then((part) => part.AgreementSection),
  ['120px'],
);
const ForumSection = lazyPart(
  () => import('./forum/forum-section').then((part) => part.ForumSection),
  ['420px'],
);

type Loading =
  | { kind: 'loading' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'ready'; data: SettingsData };

interface SettingsPageProps {
  projectId: string;
  projectKey: string;
  me: string | undefined;
}

export function SettingsPage({ projectId, projectKey, me }: SettingsPageProps) {
  const [loading, setLoading] = useState<Loading>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  const { text: said, say } = useAnnouncer();
  useEffect(() => {
    let current = true;
    loadSettings(projectId).then(
      (data) => current && setLoading({ kind: 'ready', data }),
      (error: unknown) => current && setLoading({ kind: 'failed', error }),
    );
    return () => {
      current = false;
    };
  }, [projectId, round]);
  const retry = () => {
    setLoading({ kind: 'loading' });
    setRound(round + 1);
  };
  const page = (data: SettingsData): OpenedPage => ({
    ...data,
    projectKey,
    me,
    say,
    take: (open) => setLoading({ kind: 'ready', data: { ...data, open } }),
  });
  return (
    <div style={{ maxWidth: '800px', padding: token('space.300') }}>
      <Stack space="space.250">
        <Stack space="space.050">
          <Heading as="h1" size="large">
            {text.title}
          </Heading>
          <Text as="p" color="color.text.subtle">
            {text.intro}
          </Text>
        </Stack>
        {loading.kind === 'loading' ? (
          <SkeletonStack heights={['20px', '240px', '280px', '420px']} />
        ) : null}
        {loading.kind === 'failed' ? <NotLoaded error={loading.error} onRetry={retry} /> : null}
        {loading.kind === 'ready' ? <Sections page={page(loading.data)} /> : null}
        <LiveRegion text={said} />
      </Stack>
    </div>
  );
}

function NotLoaded({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const trouble = troubleOf(error);
  if (!(error instanceof CallError && error.code === 'forbidden'))
    return <Failure trouble={trouble} title={text.loadFailed} onRetry={onRetry} />;
  return (
    <Notice title={text.notYours.title}>
      {trouble.message} {text.notYours.text}
    </Notice>
  );
}

/** What is known before the sections stand. */
type OpenedPage = Omit<SettingsPageState, 'history'>;

function Sections({ page: opened }: { page: OpenedPage }) {
  const history = useHistory(opened.open);
  const page: SettingsPageState = { ...opened, history };
  const setup = useSetup(page.open.projectId, page.say);
  return (
    <>
      <SectionIndex />
      <SetupSection page={page} setup={setup} />
      <GoalsSection page={page} />
      <AgreementSection page={page} />
      <GateSection page={page} setup={setup} />
      <RulesSection page={page} />
      <ForumSection page={page} />
      <DigestSection page={page} />
      <StreamsSection page={page} />
      <UndeliveredSection page={page} />
      <DataSection page={page} />
    </>
  );
}
