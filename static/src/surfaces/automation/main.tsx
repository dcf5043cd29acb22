// The form of the action "Add a reading to a goal", where a rule of Jira automation is written.
import type { SurfaceProps } from '../../surface';
import { inputsOf } from './inputs';
import { ReadingForm } from './reading-form';

export function AutomationSurface({ context }: SurfaceProps) {
  const { data, errors } = context.extension;
  const refused = Object.entries(errors?.invalidInputs ?? {});
  return (
    <ReadingForm
      start={inputsOf(data?.inputs ?? {})}
      refused={Object.fromEntries(refused.map(([name, { message }]) => [name, message]))}
    />
  );
}
