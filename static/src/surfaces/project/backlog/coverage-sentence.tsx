// "41 % of the open backlog answers the question."
import { token } from '@atlaskit/tokens';
import { Skeleton } from '../../../components/skeleton';
import { useFormat } from '../../../components/reader';
import { fill, type Format } from '../../../format';
import { project as projectText } from '../../../messages/project';
import { FEW, type Coverage, type CoverageView } from './coverage-view';

const text = projectText.backlog;
const about = projectText.number.aboutFirst;

/** The share in a sentence, or "3 of 7 open items …" when there are few. */
export function coverageSentence(view: CoverageView, format: Format): string {
  if (view.share === null) return text.none;
  if (view.asked < FEW)
    return format.plural(text.shareFew, view.asked, {
      answered: format.number(view.answered),
      asked: format.number(view.asked),
    });
  const share = format.share(view.share);
  return fill(text.share, { share: view.about ? `${about} ${share}` : share });
}

/** The sentence alone, with the place for it kept while it is counted. */
export function CoverageSentence({ coverage }: { coverage: Coverage }) {
  const format = useFormat();
  return (
    <p
      style={{
        font: token('font.heading.medium'),
        fontWeight: token('font.weight.regular'),
        margin: 0,
      }}
    >
      {coverage.kind === 'failed' ? text.failed : null}
      {coverage.kind === 'known' ? coverageSentence(coverage.view, format) : null}
      {coverage.kind === 'counting' ? <Skeleton width="24ch" height="20px" /> : null}
    </p>
  );
}
