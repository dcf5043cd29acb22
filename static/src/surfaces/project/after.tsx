// A part of a tab that stands below another one and would jump when that one is drawn.
import type { ReactNode } from 'react';

/** Reads at once what its children need, and shows them when what stands above is read. */
export const After = ({ isRead, children }: { isRead: boolean; children: ReactNode }) => (
  <div hidden={!isRead}>{children}</div>
);
