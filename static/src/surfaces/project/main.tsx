import type { SurfaceProps } from '../../surface';

export function ProjectSurface({ context }: SurfaceProps) {
  return <p>{context.moduleKey}</p>;
}
