// By day the first call of each name fails once in half of the classes; at night every call fails in
// every way.
import { everyCallSuite } from './every-call/suite';

everyCallSuite(
  ({ at, nth, which, of }) => nth === 0 && which === at % of,
  (place) => place % 2 === 0,
);
