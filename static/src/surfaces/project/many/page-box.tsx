// The checkbox above a page of rows: it chooses all of them, or takes them out.
import { BOX } from '../../../components/table-style';

interface PageBoxProps {
  label: string;
  chosen: 'all' | 'some' | 'none';
  onChoose: (on: boolean) => void;
}

export const PageBox = ({ label, chosen, onChoose }: PageBoxProps) => (
  <input
    type="checkbox"
    aria-label={label}
    checked={chosen === 'all'}
    ref={(box) => {
      if (box) box.indeterminate = chosen === 'some';
    }}
    onChange={() => onChoose(chosen !== 'all')}
    style={BOX}
  />
);
