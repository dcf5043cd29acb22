// "7 of 12 serve a goal, 5 are calendar work", each number a list.
import { rich } from '../../../../components/rich';
import { fill } from '../../../../format';
import { projectBacklog } from '../../../../messages/project-backlog';
import type { WorkName } from '../../gather/backlog-counts';
import { isKnown, type NumberState } from '../../gather/number-state';
import { NumberLink } from '../../number-link';
import { formFor } from '../../outcome/sentence';

const text = projectBacklog.sprints;

/** Undefined while nobody has begun to count. */
export type WorkNumbers = { [N in WorkName]?: NumberState | undefined };

/** All of the set: the two lists together. */
function allOf({ serves, calendar }: WorkNumbers): NumberState | undefined {
  if (!isKnown(serves) || !isKnown(calendar)) return undefined;
  return {
    kind: 'known',
    value: serves.value + calendar.value,
    about: serves.about || calendar.about,
  };
}

interface WorkSentenceProps {
  /** What the set is called: "SHOP Sprint 31". */
  name: string;
  numbers: WorkNumbers;
  links: Record<WorkName | 'all', string>;
  retry: (name: WorkName) => void;
}

export function WorkSentence({ name, numbers, links, retry }: WorkSentenceProps) {
  const all = allOf(numbers);
  const number = (which: WorkName | 'all', state: NumberState | undefined) => (
    <NumberLink
      state={state}
      jql={links[which]}
      what={fill(text.what[which], { name })}
      onRetry={() => {
        if (which !== 'all') retry(which);
      }}
    />
  );
  return (
    <>
      {rich(formFor(text.sentence, all), {
        serves: number('serves', numbers.serves),
        all: number('all', all),
        calendar: number('calendar', numbers.calendar),
      })}
    </>
  );
}
