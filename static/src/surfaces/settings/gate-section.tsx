// The gate: what happens when work starts without an answer, and who is not asked.
import Button from '@atlaskit/button/new';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import Textfield from '@atlaskit/textfield';
import type { GateMode, Rules } from '../../../../src/domain/rules';
import { CheckList } from '../../components/check-list';
import { ChoiceCards } from '../../components/choice-cards';
import { Field, SMALL } from '../../components/field';
import { useFormat } from '../../components/reader';
import { messages } from '../../messages';
import { GatePreview } from './gate-preview';
import type { SettingsPageState } from './page';
import { goToSection, SectionFrame } from './section-frame';
import { SectionSave } from './section-save';
import { gateNow, placedCount } from './setup/gate-now';
import type { SetupState } from './setup/use-setup';
import { StartAnyway } from './start-anyway';
import { PreviewSentence } from './preview/preview-number';
import { usePreview } from './preview/use-preview';
import { useSection } from './use-section';

const text = messages.settings.gate;
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

const FIELDS = ['gate', 'exemptTypeIds', 'labels'] as const;
const LABELS = { gate: text.mode, exemptTypeIds: text.types, labels: text.labels };

const loadNumbers = () => import('./preview/gate-numbers').then((file) => file.gateNumbers);

interface GateSectionProps {
  page: SettingsPageState;
  setup: SetupState;
}

export function GateSection({ page, setup }: GateSectionProps) {
  const format = useFormat();
  const section = useSection(page, { fields: FIELDS, from, to });
  const { form, errors, change } = section;
  const preview = usePreview(page, { ...page.open.rules, ...to(form) }, loadNumbers);
  const { types } = page.site;
  const active = page.open.goals.filter((goal) => goal.active).length;
  const say = (of: GateForm, field: keyof GateForm): string => {
    if (field === 'gate') return text[of.gate].title;
    if (field === 'labels') return labelsOf(of.labels).join(', ');
    return types
      .filter(({ id }) => of.exemptTypeIds.includes(id))
      .map(({ name }) => name)
      .join(', ');
  };
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
      <Inline space="space.100" spread="space-between" alignBlock="center" shouldWrap>
        <span style={SMALL}>{gateNow(form.gate, placedCount(setup.found), active, format)}</span>
        <Button appearance="subtle" spacing="compact" onClick={() => goToSection('setup')}>
          {text.place}
        </Button>
      </Inline>
      {form.gate === 'off' ? null : <GatePreview mode={form.gate} />}
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
      {form.gate === 'off' || active === 0 ? null : (
        <PreviewSentence
          preview={preview}
          sentence={text.today[form.gate]}
          numbers={{
            todo: { name: 'todo', what: text.today.what.todo },
            progress: { name: 'progress', what: text.today.what.progress },
          }}
        />
      )}
      {form.gate === 'block' ? <StartAnyway projectKey={page.projectKey} /> : null}
      <SectionSave section={section} label={(field) => LABELS[field]} say={say} />
    </SectionFrame>
  );
}
