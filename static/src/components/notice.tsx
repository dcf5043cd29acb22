// A message inside the page: a sign, a title, and what can be done.
import type { ReactNode } from 'react';
import { token } from '@atlaskit/tokens';

export type NoticeLook = 'information' | 'warning' | 'error';

const LOOKS: Record<NoticeLook, { ground: string; sign: string; path: string }> = {
  information: {
    ground: token('color.background.information'),
    sign: token('color.icon.information'),
    path: 'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0M6.5 6.8v1.4h.8v4.3h1.4v-5.7zM8 3.5a1 1 0 1 0 0 2 1 1 0 0 0 0-2',
  },
  warning: {
    ground: token('color.background.warning'),
    sign: token('color.icon.warning'),
    path: 'M9.3.8a1.5 1.5 0 0 0-2.6 0l-6.4 12A1.5 1.5 0 0 0 1.6 15h12.8a1.5 1.5 0 0 0 1.3-2.2zM7.3 5h1.4v4.5H7.3zM8 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2',
  },
  error: {
    ground: token('color.background.danger'),
    sign: token('color.icon.danger'),
    path: 'M5 0 0 5v6l5 5h6l5-5V5l-5-5zm2.3 4h1.4v5H7.3zM8 10.5a1 1 0 1 0 0 2 1 1 0 0 0 0-2',
  },
};

interface NoticeProps {
  look?: NoticeLook;
  title?: string;
  children: ReactNode;
}

export function Notice({ look = 'information', title, children }: NoticeProps) {
  const { ground, sign, path } = LOOKS[look];
  return (
    <section
      style={{
        display: 'flex',
        gap: token('space.150'),
        padding: token('space.150'),
        borderRadius: token('radius.large', '8px'),
        backgroundColor: ground,
        color: token('color.text'),
      }}
    >
      <svg
        width="16"
        height="16"
        viewBox="0 0 16 16"
        aria-hidden="true"
        style={{ flex: 'none', marginTop: '2px', color: sign }}
      >
        <path fill="currentcolor" fillRule="evenodd" d={path} />
      </svg>
      <div style={{ flex: 1, minWidth: 0, display: 'grid', gap: token('space.075') }}>
        {title ? (
          <h3 style={{ font: token('font.heading.xsmall'), margin: 0, overflowWrap: 'anywhere' }}>
            {title}
          </h3>
        ) : null}
        <div style={{ font: token('font.body') }}>{children}</div>
      </div>
    </section>
  );
}
