// The sentences of the gate as users will see them.
import { Stack } from '@atlaskit/primitives/compiled';
import { token } from '@atlaskit/tokens';
import { MESSAGES } from '../../../../src/domain/messages';
import { LABEL, SMALL } from '../../components/field';
import { messages } from '../../messages';
import { backendStart } from '../../messages/backend';

const text = messages.settings.gate;
const SENTENCES = ['none', 'half', 'goal'] as const;

/** A refused move in Jira, or the line on the item while it has not started. */
export function GatePreview({ mode }: { mode: 'warn' | 'block' }) {
  const says = mode === 'block' ? MESSAGES.gate : backendStart;
  const line = mode === 'block' ? token('color.border.danger') : token('color.border.warning');
  return (
    <Stack space="space.075">
      <span style={LABEL}>{text.sentences}</span>
      <span style={SMALL}>{mode === 'block' ? text.askBlock : text.askWarn}</span>
      <dl style={{ margin: 0, padding: 0, display: 'grid', gap: token('space.100') }}>
        {SENTENCES.map((name) => (
          <div
            key={name}
            style={{
              borderInlineStart: `3px solid ${line}`,
              paddingInlineStart: token('space.150'),
            }}
          >
            <dt style={SMALL}>{text.sentence[name]}</dt>
            <dd style={{ margin: 0 }}>{says[name]}</dd>
          </div>
        ))}
      </dl>
    </Stack>
  );
}
