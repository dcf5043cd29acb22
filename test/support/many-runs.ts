// At night every property test tries many more inputs than on each change.
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 10_000 });
