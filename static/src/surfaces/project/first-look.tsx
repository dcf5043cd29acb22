// The project page as it stands while its own code is fetched: what was finished is known before that.
// Drawn without React at first, so that nothing here has state; the page draws the same again.
import type { ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import { CARD } from '../../components/card';
import { Stack } from '../../components/layout';
import { Skeleton, SkeletonStack } from '../../components/skeleton';
import type { Format } from '../../format';
import { first } from '../../messages/project-first';
import type { FirstFinished } from './gather/opening';
import { FinishedLine, whenPhrase } from './outcome/finished-line';

const PLACEHOLDERS = ['32px', '64px', '102px', '476px'] as const;
/** Tabs and two rows of filters above the card, the bands in it: the heights of a wide page. */
const ABOVE = ['32px', '64px', '102px'] as const;
const LARGE = '64px';
const BANDS = ['346px'] as const;

/** What every view of the page stands in. */
export const PageFrame = ({ children }: { children: ReactNode }) => (
  <div className="lp-page" style={{ padding: token('space.300') }}>
    <Stack space="space.100">
      <h1 style={{ font: token('font.heading.large'), margin: 0 }}>{first.title}</h1>
      {children}
    </Stack>
  </div>
);

interface FinishedProps {
  finished: FirstFinished;
  format: Format;
}

function Finished({ finished: { from, to, today, value }, format }: FinishedProps) {
  return (
    <Stack space="space.200">
      <SkeletonStack heights={ABOVE} />
      <section style={{ ...CARD, padding: token('space.300') }}>
        <Stack space="space.200">
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: token('space.300') }}>
            <FinishedLine
              finished={value}
              when={whenPhrase({ from, to }, today, format)}
              format={format}
            />
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

interface FirstLookProps {
  /** Null while or where it is not known. */
  finished: FirstFinished | null;
  format: Format;
}

/** Below the title: what was finished, or only places. */
export const FirstLook = ({ finished, format }: FirstLookProps) =>
  finished ? (
    <Finished finished={finished} format={format} />
  ) : (
    <SkeletonStack heights={PLACEHOLDERS} />
  );

/** The page as far as it is known before its code is there. */
export const firstPage = (finished: FirstFinished | null, format: Format) => (
  <PageFrame>
    <FirstLook finished={finished} format={format} />
  </PageFrame>
);
