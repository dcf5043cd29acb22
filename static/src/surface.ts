// What every surface receives.
import type { PageContext } from './forge';

export interface SurfaceProps {
  context: PageContext;
}
