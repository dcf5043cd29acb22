// Messages to people: how they go out, on which day the summary comes, what a change does, and to how
// many.
import { Stack, Text } from '@atlaskit/primitives/compiled';
import { DIGEST_MODES, type Digest, type DigestMode } from '../../../../../src/domain/digest';
import type { Rules } from '../../../../../src/domain/rules';
import { ChoiceCards } from '../../../components/choice-cards';
import { Field, SMALL } from '../../../components/field';
import { Select } from '../../../components/select';
import { settingsDigest as text } from '../../../messages/settings-digest';
import type { SettingsPageState } from '../page';
import { SectionFrame } from '../section-frame';
import { SectionSave } from '../section-save';
import { useSection } from '../use-section';
import { EffectLine, nameOf } from './effect-line';
import { WhoLine } from './who-line';

interface DigestForm {
  mode: DigestMode;
  /** 1 is Monday. */
  weekday: string;
}

const from = ({ digest }: Rules): DigestForm => ({
  mode: digest.mode,
  weekday: String(digest.weekday),
});
const digestOf = ({ mode, weekday }: DigestForm): Digest => ({ mode, weekday: Number(weekday) });
const to = (form: DigestForm): Partial<Rules> => ({ digest: digestOf(form) });

const FIELDS = ['mode', 'weekday'] as const;
const LABELS = { mode: text.mode, weekday: text.weekday };
const DAYS = Object.values(text.weekdays).map((label, at) => ({ value: String(at + 1), label }));
const MODES = DIGEST_MODES.map((value) => ({
  value,
  content: (
    <Stack space="space.025">
      <Text weight="medium">{text.modes[value].title}</Text>
      <span style={SMALL}>{text.modes[value].text}</span>
    </Stack>
  ),
}));

export function DigestSection({ page }: { page: SettingsPageState }) {
  const section = useSection(page, { fields: FIELDS, from, to });
  const { form, errors, change } = section;
  const say = (of: DigestForm, field: keyof DigestForm): string =>
    field === 'mode' ? text.modes[of.mode].title : nameOf(Number(of.weekday));
  return (
    <SectionFrame id="digest" title={text.title} text={text.text}>
      <ChoiceCards
        legend={text.mode}
        choices={MODES}
        value={form.mode}
        onChange={(mode) => change({ mode })}
        minWidth="180px"
        error={errors.digest}
      />
      {form.mode === 'off' ? null : (
        <>
          <Field label={text.weekday} help={text.weekdayHelp}>
            {(control) => (
              <Select
                control={control}
                value={form.weekday}
                options={DAYS}
                onChange={(weekday) => change({ weekday })}
              />
            )}
          </Field>
          <span style={SMALL}>{text.who}</span>
          {page.open.rules.scan ? null : <span style={SMALL}>{text.scanOff}</span>}
          <WhoLine key={form.mode} projectId={page.open.projectId} mode={form.mode} />
        </>
      )}
      <EffectLine open={page.open} typed={digestOf(form)} />
      <SectionSave section={section} label={(field) => LABELS[field]} say={say} />
    </SectionFrame>
  );
}
