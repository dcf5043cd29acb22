// "Answer these 5 epics and it is 61 %."
import { fill, type Format } from '../../../../format';
import { projectBacklog } from '../../../../messages/project-backlog';
import { FEW, withMore, type Coverage } from '../coverage-view';

const text = projectBacklog.cover;

/**
 * The sentence for parents that are still to be answered; null while the share is not counted or
 * nothing is left to answer.
 */
export function leverSentence(
  parents: readonly { covers: number }[],
  coverage: Coverage,
  format: Format,
): string | null {
  if (coverage.kind !== 'known' || parents.length === 0) return null;
  const view = withMore(
    coverage.view,
    parents.reduce((sum, { covers }) => sum + covers, 0),
  );
  if (view.share === null) return null;
  if (view.asked < FEW)
    return format.plural(text.leverFew, parents.length, {
      answered: format.number(view.answered),
      asked: format.number(view.asked),
    });
  const share = format.share(view.share);
  return format.plural(text.lever, parents.length, {
    share: view.about ? fill(text.about, { share }) : share,
  });
}
