import { type Expression } from 'acorn';
import { type Meter } from './meter';
import { type Scope, type Value } from './values';

/** What the parts of the walker share. */
export interface Machine {
  meter: Meter;
  now: number;
  zone: string;
  run(node: Expression, scope: Scope): Value;
  call(lambda: Value, args: readonly Value[]): Value;
}
