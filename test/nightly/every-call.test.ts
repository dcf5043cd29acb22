// Every call of the reference night in every way it can fail.
import { everyCallSuite } from '../simulation/every-call/suite';

everyCallSuite(() => true);
