// The simulation proves itself: each planted bug is caught by one of the first seeds; those that only one
// seed in dozens meets are planted at night.
import { plantedSuite } from './planted-suite';

plantedSuite({ late: false });
