// Where a killed item goes: a status that means done, and a resolution.
import { Stack } from '@atlaskit/primitives/compiled';
import { token } from '@atlaskit/tokens';
import type { Named } from '../../../../../src/domain/rules';
import { Field, LABEL, SMALL } from '../../../components/field';
import { Select, type Option } from '../../../components/select';
import { messages } from '../../../messages';
import type { Site } from '../load';
import type { RulesForm } from './rules-form';

const text = messages.settings.rules.kill;

type Target = Pick<RulesForm, 'killStatus' | 'killResolution'>;

/** The choices, also with one that the site no longer has, so that it is not lost unseen. */
function options(list: readonly Named[], chosen: string, none: string): Option[] {
  const gone = chosen !== '' && !list.some(({ id }) => id === chosen);
  return [
    { value: '', label: none },
    ...list.map(({ id, name }) => ({ value: id, label: name })),
    ...(gone ? [{ value: chosen, label: text.gone }] : []),
  ];
}

/** In words, for a conflict. */
export const targetWords = (list: readonly Named[], chosen: string, none: string): string =>
  chosen === '' ? none : (list.find(({ id }) => id === chosen)?.name ?? text.gone);

interface KillTargetProps {
  form: Target;
  site: Pick<Site, 'statuses' | 'resolutions'>;
  error: string | undefined;
  onChange: (part: Partial<Target>) => void;
}

export function KillTarget({ form, site, error, onChange }: KillTargetProps) {
  return (
    <Stack space="space.075" role="group" aria-label={text.title}>
      <span style={LABEL}>{text.title}</span>
      <div
        style={{
          display: 'grid',
          gap: token('space.200'),
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 240px), 1fr))',
        }}
      >
        <Field label={text.status} error={error}>
          {(control) => (
            <Select
              control={control}
              value={form.killStatus}
              options={options(site.statuses, form.killStatus, text.first)}
              onChange={(killStatus) => onChange({ killStatus })}
            />
          )}
        </Field>
        <Field label={text.resolution}>
          {(control) => (
            <Select
              control={control}
              value={form.killResolution}
              options={options(site.resolutions, form.killResolution, text.firstResolution)}
              onChange={(killResolution) => onChange({ killResolution })}
            />
          )}
        </Field>
      </div>
      <span style={SMALL}>{text.help}</span>
    </Stack>
  );
}
