import type { SurfaceProps } from '../../surface';

export function ItemSurface({ context }: SurfaceProps) {
  return <p>{context.moduleKey}</p>;
}
