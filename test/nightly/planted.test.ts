// The planted bugs that many seeds may pass before one meets them.
import { plantedSuite } from '../simulation/planted-suite';

plantedSuite({ late: true });
