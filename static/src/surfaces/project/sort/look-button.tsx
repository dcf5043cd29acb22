// The way back for an item that is out because somebody else wrote there.
import { Button } from '../../../components/button';
import { fill } from '../../../format';
import { sort } from '../../../messages/project-sort';
import type { SortItem } from './sort-item';

interface LookButtonProps {
  item: SortItem;
  isLooking: boolean;
  onLook: (item: SortItem) => void;
}

export function LookButton({ item, isLooking, onLook }: LookButtonProps) {
  return (
    <Button
      spacing="compact"
      isLoading={isLooking}
      label={fill(sort.lookFor, { key: item.facts.key })}
      onClick={() => onLook(item)}
    >
      {sort.look}
    </Button>
  );
}
