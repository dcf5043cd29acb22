import { type Services } from '../services';
import { type OpenTransition } from '../workflow/open-transitions';
import { statusJson } from './site';

export function transitionJson(services: Services, transition: OpenTransition): unknown {
  return {
    id: transition.id,
    name: transition.name,
    to: statusJson(services, transition.to),
    hasScreen: false,
    isGlobal: transition.rules.type === 'GLOBAL',
    isInitial: false,
    isAvailable: true,
    isConditional: false,
    isLooped: false,
  };
}
