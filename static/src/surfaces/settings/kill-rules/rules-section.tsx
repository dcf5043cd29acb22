// The kill rules: the nightly look on or off, the ages with what they would do today, the agenda,
// where killed items go, and the project's time zone.
import { useState } from 'react';
import { Checkbox } from '@atlaskit/checkbox';
import { Stack } from '@atlaskit/primitives/compiled';
import Textfield from '@atlaskit/textfield';
import { token } from '@atlaskit/tokens';
import { Field, SMALL } from '../../../components/field';
import { useFormat } from '../../../components/reader';
import { Select } from '../../../components/select';
import { fill } from '../../../format';
import { messages } from '../../../messages';
import type { Site } from '../load';
import { nextLook } from '../next-look';
import type { SettingsPageState } from '../page';
import { SectionFrame } from '../section-frame';
import { SectionSave } from '../section-save';
import { useSection } from '../use-section';
import { KillTarget, targetWords } from './kill-target';
import { PreviewLine } from './preview-line';
import { AGES, FIELDS, fromRules, toRules, type RulesForm } from './rules-form';
import { TypeAges, typeName } from './type-ages';
import { usePreview } from '../preview/use-preview';

const text = messages.settings.rules;
const HELP = {
  warnAfterDays: text.warnHelp,
  flagAfterDays: text.flagHelp,
  graceDays: text.graceHelp,
};
const DOES = { warnAfterDays: 'warn', flagAfterDays: 'flag', graceDays: null } as const;

const LABELS: Record<keyof RulesForm, string> = {
  ...text,
  killStatus: text.kill.status,
  killResolution: text.kill.resolution,
};

/** A field in words, for when two people changed it. */
function say(form: RulesForm, field: keyof RulesForm, site: Site): string {
  switch (field) {
    case 'scan':
      return form.scan ? text.on : text.off;
    case 'agesByType':
      return form.agesByType
        .map(({ typeId, warn, flag }) =>
          fill(text.byType.words, { name: typeName(site.types, typeId), warn, flag }),
        )
        .join(' · ');
    case 'killStatus':
      return targetWords(site.statuses, form.killStatus, text.kill.first);
    case 'killResolution':
      return targetWords(site.resolutions, form.killResolution, text.kill.firstResolution);
    default:
      return form[field];
  }
}

const loadNumbers = () => import('../preview/kill-numbers').then((file) => file.killNumbers);

const ZONES = Intl.supportedValuesOf('timeZone');

export function RulesSection({ page }: { page: SettingsPageState }) {
  const format = useFormat();
  const section = useSection(page, { fields: FIELDS, from: fromRules, to: toRules });
  const { form, errors, change } = section;
  const { scan, rules } = page.open;
  const preview = usePreview(page, { ...rules, ...toRules(form) }, loadNumbers);
  const [now] = useState(() => Date.now());
  const zones = [...new Set([form.timeZone, 'UTC', ...ZONES])];
  const last =
    scan.lastAt === null ? text.never : fill(text.last, { at: format.instant(scan.lastAt) });
  const next = nextLook(scan.nextAt, now, format);
  return (
    <SectionFrame id="rules" title={text.title} text={text.text}>
      <Stack space="space.050">
        <Checkbox
          label={text.scan}
          isChecked={form.scan}
          onChange={(event) => change({ scan: event.currentTarget.checked })}
        />
        <span style={SMALL}>
          {text.scanText} {rules.scan ? `${last} ${next}` : ''}
        </span>
      </Stack>
      <div
        style={{
          display: 'grid',
          gap: token('space.200'),
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 180px), 1fr))',
        }}
      >
        {AGES.map((age) => {
          const does = DOES[age];
          return (
            <Stack key={age} space="space.050">
              <Field label={text[age]} help={HELP[age]} error={errors[age]}>
                {(control) => (
                  <Textfield
                    {...control}
                    inputMode="numeric"
                    isInvalid={control['aria-invalid']}
                    value={form[age]}
                    onChange={(event) => change({ [age]: event.currentTarget.value })}
                  />
                )}
              </Field>
              {does ? <PreviewLine preview={preview} does={does} of="all" /> : null}
            </Stack>
          );
        })}
      </div>
      <span style={SMALL}>{text.preview.note}</span>
      <TypeAges
        ages={form.agesByType}
        types={page.site.types}
        usual={{ warn: form.warnAfterDays, flag: form.flagAfterDays }}
        errors={errors}
        preview={preview}
        onChange={(agesByType) => change({ agesByType })}
      />
      <Field label={text.agendaSize} help={text.agendaHelp} error={errors.agendaSize}>
        {(control) => (
          <Textfield
            {...control}
            inputMode="numeric"
            width="small"
            isInvalid={control['aria-invalid']}
            value={form.agendaSize}
            onChange={(event) => change({ agendaSize: event.currentTarget.value })}
          />
        )}
      </Field>
      <KillTarget form={form} site={page.site} error={errors.kill} onChange={change} />
      <Field label={text.timeZone} help={text.timeZoneHelp} error={errors.timeZone}>
        {(control) => (
          <Select
            control={control}
            value={form.timeZone}
            options={zones.map((zone) => ({ value: zone, label: zone }))}
            onChange={(timeZone) => change({ timeZone })}
          />
        )}
      </Field>
      <SectionSave
        section={section}
        label={(field) => LABELS[field]}
        say={(of, field) => say(of, field, page.site)}
      />
    </SectionFrame>
  );
}
