// Which calls a rule is about, and which of them fail.
import { seededRandom } from '../random';
import { type FaultRule, type Kind, type Principal } from './plan';

export interface FaultCall {
  kind: Kind;
  method: string;
  /** Path of Jira; for storage what is done, such as `entity/set`; for the queue `push`. */
  route: string;
  principal: Principal;
  body: string;
}

export interface Watch {
  rule: FaultRule;
  /** Calls that it is about, and how many of them failed. */
  matched: number;
  fired: number;
  /** Whether this call fails; counts it. */
  strikes(call: FaultCall): boolean;
}

/** A page has no process that could hang or crash. */
const FUNCTIONS_ONLY: readonly FaultRule['fault'][] = ['F4', 'F5'];

/** Counts begin at zero; chances are drawn from the seed of the rule alone. */
export function watch(rule: FaultRule): Watch {
  const { match, fault } = rule;
  const { kind, method, principal, contains, nth, probability } = match;
  const pattern = match.route === undefined ? undefined : patternOf(match.route);
  const random = seededRandom(match.seed);
  const times = rule.times === undefined ? (probability === undefined ? 1 : null) : rule.times;
  const isAbout = (call: FaultCall): boolean =>
    (kind === undefined || kind === call.kind) &&
    (method === undefined || method === call.method) &&
    (principal === undefined || principal === call.principal) &&
    (pattern === undefined || pattern.test(call.route)) &&
    (contains === undefined || call.body.includes(contains)) &&
    !(call.principal === 'browser' && FUNCTIONS_ONLY.includes(fault));
  const self: Watch = {
    rule,
    matched: 0,
    fired: 0,
    strikes: (call) => {
      if (!isAbout(call)) return false;
      self.matched += 1;
      // Drawn for every call, so that the same calls give the same faults whatever came before.
      const drawn = probability === undefined || random.next() < probability;
      const strikes = drawn && self.matched >= nth && (times === null || self.fired < times);
      if (strikes) self.fired += 1;
      return strikes;
    },
  };
  return self;
}

function patternOf(route: string): RegExp {
  const parts = route.split(/(\*|\{\w+\})/).map((part) => {
    if (part === '*') return '.*';
    return /^\{\w+\}$/.test(part) ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`);
}
