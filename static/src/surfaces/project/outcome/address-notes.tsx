// What of the address could not be used, each part in a sentence.
import { Notice } from '../../../components/notice';
import { fill } from '../../../format';
import { project as projectText } from '../../../messages/project';
import { outcome } from '../../../messages/project-outcome';
import type { Unused, WindowProblem } from '../address';

const text = projectText.window;

interface AddressNotesProps {
  problem: WindowProblem | null;
  unused: readonly Unused[];
}

export function AddressNotes({ problem, unused }: AddressNotesProps) {
  const sentences = [
    ...(problem ? [fill(text.wrongAddress, { problem: text.problems[problem] })] : []),
    ...unused.map(({ part, value }) => fill(outcome.filter.unused[part], { value })),
  ];
  if (sentences.length === 0) return null;
  return (
    <Notice look="warning">
      {sentences.map((sentence) => (
        <p key={sentence} style={{ margin: 0, overflowWrap: 'anywhere' }}>
          {sentence}
        </p>
      ))}
    </Notice>
  );
}
