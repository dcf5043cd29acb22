// The project page as it stands while its own code is fetched: what was finished is known before that.
import type { ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import { CARD } from '../../components/card';
import { Stack } from '../../components/layout';
import { useFormat } from '../../components/reader';
import { Skeleton, SkeletonStack } from '../../components/skeleton';
import { first } from '../../messages/project-first';
import type { FirstFinished } from './gather/opening';
import { FinishedLine, whenPhrase } from './outcome/finished-line';

const PLACEHOLDERS = ['32px', '40px', '420px', '160px'] as const;
/** Tabs and filters above the card, the bands in it. */
const ABOVE = ['32px', '40px'] as const;
const LARGE = '64px';
const BANDS = ['300px'] as const;

/** What every view of the page stands in. */
export const PageFrame = ({ children }: { children: ReactNode }) => (
  <div className="lp-page" style={{ padding: token('space.300') }}>
    <Stack space="space.100">
      <h1 style={{ font: token('font.heading.large'), margin: 0 }}>{first.title}</h1>
      {children}
    </Stack>
  </div>
);

function Finished({ finished: { from, to, today, value } }: { finished: FirstFinished }) {
  const format = useFormat();
  return (
    <Stack space="space.200">
      <SkeletonStack heights={ABOVE} />
      <section style={{ ...CARD, padding: token('space.300') }}>
        <Stack space="space.200">
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: token('space.300') }}>
            <FinishedLine finished={value} when={whenPhrase({ from, to }, today, format)} />
            <div style={{ flex: '1 0 200px' }}>
              <Skeleton height={LARGE} />
            </div>
          </div>
          <SkeletonStack heights={BANDS} />
        </Stack>
      </section>
    </Stack>
  );
}

/** Below the title: what was finished, or only places; null while or where that is not known. */
export const FirstLook = ({ finished }: { finished: FirstFinished | null }) =>
  finished ? <Finished finished={finished} /> : <SkeletonStack heights={PLACEHOLDERS} />;
