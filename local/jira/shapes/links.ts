import { type SiteLinkType } from '../api';
import { type Call, type Services } from '../services';
import { type IssueRecord } from '../store';

/** Links to issues that the caller sees; others, and those outside the site, do not show. */
export function linksJson(
  call: Call,
  issue: IssueRecord,
  show: (other: IssueRecord) => unknown,
): unknown[] {
  return issue.links.flatMap((link) => {
    const other = call.store.issueByKey(link.otherKey);
    if (!other || !call.viewer.seesIssue(other)) return [];
    const known = call.catalog.linkTypes().find(({ name }) => name === link.typeName);
    const { typeName: name, inward, outward } = link;
    const type = { id: known?.id ?? typeIdOf(name), name, inward, outward };
    return [
      {
        id: link.id,
        self: `${call.baseUrl}/rest/api/3/issueLink/${link.id}`,
        type: linkTypeJson(call, type),
        [link.direction === 'inward' ? 'inwardIssue' : 'outwardIssue']: show(other),
      },
    ];
  });
}

/** An `IssueLinkType` of REST v3. */
export const linkTypeJson = ({ baseUrl }: Services, type: SiteLinkType) => ({
  ...type,
  self: `${baseUrl}/rest/api/3/issueLinkType/${type.id}`,
});

/** Data names link types only; an id that stays the same for a name. */
function typeIdOf(name: string): string {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 89_999;
  return String(10_000 + hash);
}
