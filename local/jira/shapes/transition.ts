import { type Services } from '../services';
import { type WorkflowTransition } from '../workflow';
import { statusJson } from './site';

export function transitionJson(services: Services, transition: WorkflowTransition): unknown {
  return {
    id: transition.id,
    name: transition.name,
    to: statusJson(services, transition.to),
    hasScreen: false,
    isGlobal: true,
    isInitial: false,
    isAvailable: true,
    isConditional: false,
    isLooped: false,
  };
}
