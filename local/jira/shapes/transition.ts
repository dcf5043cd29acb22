import { type Services } from '../services';
import { type OpenTransition } from '../workflow/open-transitions';
import { statusJson } from './site';

/** An `IssueTransition` of REST v3, without `fields`. */
export function transitionJson(
  services: Services,
  transition: OpenTransition,
): Record<string, unknown> {
  return {
    id: transition.id,
    name: transition.name,
    to: statusJson(services, transition.to),
    hasScreen: services.screens.of(transition.rules) !== undefined,
    isGlobal: transition.rules.type === 'GLOBAL',
    isInitial: false,
    isAvailable: true,
    isConditional: false,
    isLooped: false,
  };
}
