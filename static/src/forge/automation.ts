// The builder of an automation rule around the form of an action.
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/automation-action/
import { events, view } from '@forge/bridge';

export interface Builder {
  /** Its button "Next" was pressed. */
  onNext: () => void;
  /** It checks the rule, or has done so. */
  onValidating: (isValidating: boolean) => void;
}

/** Gives the rule its inputs, in the place of those before. */
export const giveInputs = (inputs: Record<string, string>): void =>
  void view.submit(inputs).catch(() => undefined);

/** Listens to the builder until the function that it gives is called. */
export function listenToBuilder({ onNext, onValidating }: Builder): () => void {
  const heard = [
    events.on('AUTOMATION_ACTION_SUBMIT', onNext),
    events.on('AUTOMATION_ACTION_VALIDATE_RULE_EVENT', (event?: { isValidating?: boolean }) =>
      onValidating(event?.isValidating === true),
    ),
  ];
  return () => {
    for (const one of heard)
      void one.then(({ unsubscribe }) => unsubscribe()).catch(() => undefined);
  };
}
