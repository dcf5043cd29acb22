// What stands in the property when it is no answer that this version can read, as plain text.
import { token } from '@atlaskit/tokens';
import { SMALL } from '../../components/field';
import { item } from '../../messages/item';

interface RawValueProps {
  value: unknown;
  /** Shown at once instead of behind its title. */
  isOpen?: boolean;
}

export const RawValue = ({ value, isOpen = false }: RawValueProps) => (
  <details open={isOpen}>
    <summary style={{ cursor: 'pointer' }}>{item.unreadable.raw}</summary>
    <pre
      style={{
        ...SMALL,
        fontFamily: token('font.family.code'),
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        maxHeight: '160px',
        overflow: 'auto',
      }}
    >
      {JSON.stringify(value, null, 2)}
    </pre>
  </details>
);
