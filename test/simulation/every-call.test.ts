// By day the first call of each name fails once in each class, and every third of the others in one
// class; at night every call fails in every way.
import { everyCallSuite } from './every-call/suite';
import { CLASSES } from './faults';

everyCallSuite(
  ({ nth, kind, which, of }) =>
    which === nth % of &&
    (nth === 0 || (nth % 3 === 0 && CLASSES[(nth / 3) % CLASSES.length] === kind)),
);
