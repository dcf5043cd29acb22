// The first line of a row: key, summary, and how many open items its answer covers.
import { Inline } from '@atlaskit/primitives/compiled';
import { token } from '@atlaskit/tokens';
import { rich } from '../../../../components/rich';
import { ItemLink } from '../../../../components/text-link';
import { fill } from '../../../../format';
import { projectBacklog } from '../../../../messages/project-backlog';
import type { Place } from '../../gather/backlog-counts';
import { coverJql, type CoverParent } from '../../gather/cover';
import { NumberLink } from '../../number-link';

const text = projectBacklog.cover;

interface CoverHeadProps {
  parent: CoverParent;
  place: Place;
  answered: boolean;
}

export function CoverHead({ parent, place, answered }: CoverHeadProps) {
  const { facts, summary, covers } = parent;
  const forms = answered ? text.coversNow : text.covers;
  const what = fill(answered ? text.coversNowWhat : text.coversWhat, { key: facts.key });
  return (
    <Inline space="space.100" alignBlock="baseline" spread="space-between" shouldWrap>
      <span style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <span style={{ color: token('color.text.subtle'), font: token('font.body.small') }}>
          {facts.key}
        </span>{' '}
        <ItemLink itemKey={facts.key} alone>
          {summary || facts.key}
        </ItemLink>
      </span>
      <span style={{ color: token('color.text.subtle'), whiteSpace: 'nowrap' }}>
        {rich(covers === 1 ? forms.one : forms.other, {
          link: (
            <NumberLink
              state={{ kind: 'known', value: covers, about: false }}
              jql={coverJql(place, facts.id)}
              what={what}
              onRetry={() => undefined}
            />
          ),
        })}
      </span>
    </Inline>
  );
}
