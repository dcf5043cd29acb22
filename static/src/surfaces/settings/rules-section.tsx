// The nightly look: on or off, the two ages, the days in between, and the project's time zone.
import { useState } from 'react';
import { Checkbox } from '@atlaskit/checkbox';
import { Stack } from '@atlaskit/primitives/compiled';
import Textfield from '@atlaskit/textfield';
import { token } from '@atlaskit/tokens';
import type { Rules } from '../../../../src/domain/rules';
import { Field, SMALL } from '../../components/field';
import { useFormat } from '../../components/reader';
import { Select } from '../../components/select';
import { fill } from '../../format';
import { messages } from '../../messages';
import { nextLook } from './next-look';
import type { SettingsPageState } from './page';
import { SectionFrame, SectionSave } from './section-frame';
import { useSection } from './use-section';

const text = messages.settings.rules;
const AGES = ['warnAfterDays', 'flagAfterDays', 'graceDays'] as const;
const HELP = {
  warnAfterDays: text.warnHelp,
  flagAfterDays: text.flagHelp,
  graceDays: text.graceHelp,
};

interface RulesForm extends Record<(typeof AGES)[number], string> {
  scan: boolean;
  timeZone: string;
}

const from = (rules: Rules): RulesForm => ({
  scan: rules.scan,
  timeZone: rules.timeZone,
  warnAfterDays: String(rules.warnAfterDays),
  flagAfterDays: String(rules.flagAfterDays),
  graceDays: String(rules.graceDays),
});

// What is no number becomes NaN, which the schema refuses with a sentence.
const days = (typed: string): number => (typed.trim() === '' ? NaN : Number(typed));

const to = (form: RulesForm): Partial<Rules> => ({
  scan: form.scan,
  timeZone: form.timeZone,
  warnAfterDays: days(form.warnAfterDays),
  flagAfterDays: days(form.flagAfterDays),
  graceDays: days(form.graceDays),
});

const FIELDS = ['scan', ...AGES, 'timeZone'] as const;
const say = (form: RulesForm, field: keyof RulesForm): string =>
  field === 'scan' ? (form.scan ? text.on : text.off) : form[field];

const ZONES = Intl.supportedValuesOf('timeZone');

export function RulesSection({ page }: { page: SettingsPageState }) {
  const format = useFormat();
  const section = useSection(page, { fields: FIELDS, from, to });
  const { form, errors, change } = section;
  const { scan } = page.open;
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
          {text.scanText} {page.open.rules.scan ? `${last} ${next}` : ''}
        </span>
      </Stack>
      <div
        style={{
          display: 'grid',
          gap: token('space.200'),
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 180px), 1fr))',
        }}
      >
        {AGES.map((age) => (
          <Field key={age} label={text[age]} help={HELP[age]} error={errors[age]}>
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
        ))}
      </div>
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
      <SectionSave section={section} label={(field) => text[field]} say={say} />
    </SectionFrame>
  );
}
