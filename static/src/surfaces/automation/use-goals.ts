// Goals to choose from. Where they cannot be read, the goal is typed.
import { useEffect, useState } from 'react';
import type { Option } from '../../components/select';
import { isSmart } from './inputs';

const NONE: readonly Option[] = [];

/** Goals of the project with this key; none for a smart value, and until they are there. */
export function useGoals(project: string): readonly Option[] {
  const [goals, setGoals] = useState<readonly Option[]>(NONE);
  const key = project.trim();
  useEffect(() => {
    let current = true;
    const take = (found: readonly Option[]): void => {
      if (current) setGoals(found);
    };
    take(NONE);
    if (key !== '' && !isSmart(key))
      void import('./load-goals')
        .then(({ loadGoals }) => loadGoals(key))
        .then(take, () => take(NONE));
    return () => {
      current = false;
    };
  }, [key]);
  return goals;
}
