// Which key does what.
import { token } from '@atlaskit/tokens';
import { CARD } from '../../components/card';
import { Text } from '../../components/layout';

interface KeyHelpProps {
  label: string;
  intro: string;
  list: readonly (readonly [key: string, means: string])[];
}

export const KeyHelp = ({ label, intro, list }: KeyHelpProps) => (
  <section aria-label={label} style={CARD}>
    <Text as="p">{intro}</Text>
    <dl
      style={{
        display: 'grid',
        gridTemplateColumns: 'max-content 1fr',
        gap: `${token('space.050')} ${token('space.200')}`,
        margin: `${token('space.100')} 0 0`,
        padding: 0,
      }}
    >
      {list.map(([key, means]) => (
        <div key={key} style={{ display: 'contents' }}>
          <dt>{key}</dt>
          <dd style={{ margin: 0 }}>{means}</dd>
        </div>
      ))}
    </dl>
  </section>
);
