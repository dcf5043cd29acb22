// The rules behind the suggestions: changed here, looked at before they are saved.
import { useMemo, useState } from 'react';
import { SORT_RULES_LIMIT } from '../../../../../src/contract/limits';
import type { SortRule } from '../../../../../src/domain/sort';
import { Button } from '../../../components/button';
import { Failure, troubleOf, type Trouble } from '../../../components/failure';
import { SMALL } from '../../../components/field';
import { Inline, Stack } from '../../../components/layout';
import { LiveRegion, useAnnouncer } from '../../../components/live-region';
import { call } from '../../../forge';
import { sortTable } from '../../../messages/project-sort-table';
import { RuleRow } from './rule-row';
import { previewOf, valuesOf } from './rules';
import { RulesPreview } from './rules-preview';
import type { SortItem } from './sort-item';

const text = sortTable.rules;

interface RulesEditorProps {
  projectId: string;
  /** The rules that count now, and whether they are this person's own. */
  rules: readonly SortRule[];
  own: boolean;
  items: readonly SortItem[];
  whole: boolean;
  /** They were saved; null for the usual ones. */
  onSaved: (rules: readonly SortRule[] | null) => void;
}

function moved(rules: readonly SortRule[], from: number, by: 1 | -1): SortRule[] {
  const next = [...rules];
  const [rule] = next.splice(from, 1);
  if (rule) next.splice(from + by, 0, rule);
  return next;
}

export function RulesEditor({ projectId, rules, own, items, whole, onSaved }: RulesEditorProps) {
  const { text: said, say } = useAnnouncer();
  const [draft, setDraft] = useState<readonly SortRule[] | null>(null);
  const [saving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const shown = draft ?? rules;
  const values = useMemo(() => valuesOf(items, shown), [items, shown]);
  const preview = useMemo(() => previewOf(items, shown), [items, shown]);
  const incomplete = shown.some(({ value }) => value === '');
  const save = (next: readonly SortRule[] | null) => {
    setSaving(true);
    setTrouble(null);
    call('sortRules.save', { projectId, rules: next && [...next] }).then(
      (saved) => {
        setSaving(false);
        setDraft(null);
        onSaved(saved.rules);
        say(text.saved);
      },
      (error: unknown) => {
        setSaving(false);
        setTrouble(troubleOf(error));
      },
    );
  };
  return (
    <Stack space="space.150">
      <LiveRegion text={said} />
      <span style={SMALL}>{shown.length === 0 ? text.none : own ? text.own : text.usual}</span>
      <ol style={{ margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: '8px' }}>
        {shown.map((rule, at) => (
          <RuleRow
            key={at}
            rule={rule}
            number={at + 1}
            of={shown.length}
            values={values}
            fits={preview.byRule[at] ?? 0}
            looked={preview.of}
            onChange={(next) => setDraft(shown.map((one, n) => (n === at ? next : one)))}
            onMove={(by) => setDraft(moved(shown, at, by))}
            onRemove={() => setDraft(shown.filter((_, n) => n !== at))}
          />
        ))}
      </ol>
      <RulesPreview preview={preview} rules={shown} values={values} whole={whole} />
      {draft ? <span style={SMALL}>{text.unsaved}</span> : null}
      {trouble ? <Failure title={text.failed} trouble={trouble} kept={text.kept} /> : null}
      <Inline space="space.100">
        <Button
          isDisabled={shown.length >= SORT_RULES_LIMIT}
          onClick={() => setDraft([...shown, { field: 'type', value: '', sort: 'run' }])}
        >
          {text.add}
        </Button>
        <Button
          appearance="primary"
          isDisabled={draft === null || incomplete}
          isLoading={saving}
          onClick={() => save(shown)}
        >
          {text.save}
        </Button>
        {draft ? (
          <Button appearance="subtle" onClick={() => setDraft(null)}>
            {text.discard}
          </Button>
        ) : null}
        {own ? (
          <Button appearance="subtle" isLoading={saving} onClick={() => save(null)}>
            {text.reset}
          </Button>
        ) : null}
      </Inline>
    </Stack>
  );
}
