// Where a number was found, as the goal or the reading keeps it.
import { isHttpsAddress } from '../../../src/domain/link';
import { common } from '../messages/common';
import { TextLink } from './text-link';

/**
 * The link to it. A kept address that is none to open stands there as the text that it is: what takes
 * addresses refuses those, but not everything that is kept went in there.
 */
export function SourceLink({ link }: { link: string }) {
  if (!isHttpsAddress(link)) return <bdi style={{ overflowWrap: 'anywhere' }}>{link}</bdi>;
  return (
    <TextLink href={link} newTab>
      {common.goal.link}
    </TextLink>
  );
}
