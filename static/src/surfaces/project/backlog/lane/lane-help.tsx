// The keys of the table.
import { Text } from '@atlaskit/primitives/compiled';
import { token } from '@atlaskit/tokens';
import { CARD } from '../../../../components/card';
import { lane } from '../../../../messages/project-lane';

const text = lane.keys;

export function LaneHelp() {
  return (
    <section aria-label={text.button} style={CARD}>
      <Text>{text.intro}</Text>
      <dl
        style={{
          display: 'grid',
          gridTemplateColumns: 'max-content 1fr',
          gap: `${token('space.050')} ${token('space.200')}`,
          margin: `${token('space.100')} 0 0`,
          padding: 0,
        }}
      >
        {text.list.map(([key, means]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>{key}</dt>
            <dd style={{ margin: 0 }}>{means}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
