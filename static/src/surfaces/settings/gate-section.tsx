// The gate: what happens when work starts without an answer, and who is not asked.
import { Stack, Text } from '@atlaskit/primitives/compiled';
import Textfield from '@atlaskit/textfield';
import { token } from '@atlaskit/tokens';
import { MESSAGES } from '../../../../src/domain/messages';
import type { GateMode, Rules } from '../../../../src/domain/rules';
import { CheckList } from '../../components/check-list';
import { ChoiceCards } from '../../components/choice-cards';
import { Field, LABEL, SMALL } from '../../components/field';
import { messages } from '../../messages';
import type { SettingsPageState } from './page';
import { SectionFrame, SectionSave } from './section-frame';
import { useSection } from './use-section';

const text = messages.settings.gate;
const SENTENCES = ['none', 'half', 'goal'] as const;
const MODES = (['off', 'warn', 'block'] as const).map((value) => ({
  value,
  content: (
    <Stack space="space.025">
      <Text weight="medium">{text[value].title}</Text>
      <span style={SMALL}>{text[value].text}</span>
    </Stack>
  ),
}));

interface GateForm {
  gate: GateMode;
  exemptTypeIds: string[];
  labels: string;
}

const from = (rules: Rules): GateForm => ({
  gate: rules.gate,
  exemptTypeIds: [...rules.exemptTypeIds].sort(),
  labels: rules.exemptLabels.join(', '),
});

// Jira's labels have no blanks, so these separate them as well.
const labelsOf = (typed: string): string[] => [
  ...new Set(typed.split(/[\s,]+/).filter((label) => label !== '')),
];

const to = ({ gate, exemptTypeIds, labels }: GateForm): Partial<Rules> => ({
  gate,
  exemptTypeIds,
  exemptLabels: labelsOf(labels),
});

export function GateSection({ page }: { page: SettingsPageState }) {
  const section = useSection(page, { from, to });
  const { form, errors, change } = section;
  const { types } = page.site;
  const describe = (rules: Rules): string[] => [
    `${text.mode}: ${text[rules.gate].title}`,
    `${text.types}: ${types
      .filter(({ id }) => rules.exemptTypeIds.includes(id))
      .map(({ name }) => name)
      .join(', ')}`,
    `${text.labels}: ${rules.exemptLabels.join(', ')}`,
  ];
  return (
    <SectionFrame id="gate" title={text.title} text={text.text}>
      <ChoiceCards
        legend={text.mode}
        choices={MODES}
        value={form.gate}
        onChange={(gate) => change({ gate })}
        minWidth="180px"
        error={errors.gate}
      />
      <span style={SMALL}>{text.place}</span>
      <CheckList
        legend={text.types}
        help={text.typesHelp}
        empty=""
        checks={types}
        chosen={form.exemptTypeIds}
        onChange={(chosen) => change({ exemptTypeIds: chosen.sort() })}
      />
      <Field label={text.labels} optional help={text.labelsHelp} error={errors.exemptLabels}>
        {(control) => (
          <Textfield
            {...control}
            isInvalid={control['aria-invalid']}
            value={form.labels}
            onChange={(event) => change({ labels: event.currentTarget.value })}
          />
        )}
      </Field>
      {form.gate === 'off' ? null : (
        <Stack space="space.075">
          <span style={LABEL}>{text.sentences}</span>
          <dl style={{ margin: 0, padding: 0, display: 'grid', gap: token('space.100') }}>
            {SENTENCES.map((name) => (
              <div key={name}>
                <dt style={SMALL}>{text.sentence[name]}</dt>
                <dd style={{ margin: 0 }}>{MESSAGES.gate[name]}</dd>
              </div>
            ))}
          </dl>
        </Stack>
      )}
      <SectionSave section={section} describe={describe} />
    </SectionFrame>
  );
}
