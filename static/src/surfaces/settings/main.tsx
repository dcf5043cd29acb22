import type { SurfaceProps } from '../../surface';

export function SettingsSurface({ context }: SurfaceProps) {
  return <p>{context.moduleKey}</p>;
}
