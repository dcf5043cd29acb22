// Project settings: setup, goals, rules, gate, and what counts as undelivered.
import { ErrorNote } from '../../components/error-note';
import { messages } from '../../messages';
import type { SurfaceProps } from '../../surface';
import { SettingsPage } from './settings-page';

export function SettingsSurface({ context }: SurfaceProps) {
  const { extension, accountId } = context;
  if (!extension.project) return <ErrorNote text={messages.errors.noSubject} />;
  return (
    <SettingsPage
      key={extension.project.id}
      projectId={extension.project.id}
      projectKey={extension.project.key}
      me={accountId}
    />
  );
}
