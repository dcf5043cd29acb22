// The resolution, which no edit sets: moves into Done do, moves out of it clear it.
import { refuseFields } from '../errors';
import { type Call } from '../services';
import { type IssueRecord } from '../store';
import { type OpenTransition } from '../workflow/open-transitions';
import { FieldError } from './draft';
import { type FieldChange } from './fields';
import { pick } from './reference-fields';

/**
 * Sets or clears resolution and its date on an issue that takes a transition.
 *
 * @param asked what the caller chose on the screen; undefined leaves it to the workflow
 * @throws JiraError 400 for a value that is none
 */
export function resolve(
  call: Call,
  issue: IssueRecord,
  { to }: OpenTransition,
  asked: unknown,
): FieldChange[] {
  const all = call.catalog.resolutions();
  const before = all.find((one) => one.id === issue.resolutionId);
  if (to.category !== 'done') {
    if (asked !== undefined && asked !== null) {
      throw refuseFields({ resolution: 'A resolution is set only when an issue is done.' });
    }
    issue.resolutionId = null;
    issue.resolved = null;
  } else if (asked !== undefined || before === undefined) {
    const usual = all.find((one) => one.name === 'Done') ?? all[0];
    const after = asked === undefined || asked === null ? usual : picked(all, asked);
    issue.resolutionId = after?.id ?? null;
    issue.resolved = call.clock.now();
  }
  const after = all.find((one) => one.id === issue.resolutionId);
  if (before?.id === after?.id) return [];
  return [
    {
      fieldId: 'resolution',
      from: before?.id ?? null,
      fromString: before?.name ?? null,
      to: after?.id ?? null,
      toString: after?.name ?? null,
    },
  ];
}

function picked(all: readonly { id: string; name: string }[], value: unknown) {
  try {
    return pick(all, value, 'resolution');
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    throw refuseFields({ resolution: error.message });
  }
}
