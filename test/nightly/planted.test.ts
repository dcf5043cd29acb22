// The planted bugs that many seeds may pass before one meets them.
import { PLANTED } from '../simulation/planted';
import { ELUSIVE, LATE } from '../simulation/planted-elusive';
import { plantedSuite } from '../simulation/planted-suite';

plantedSuite(Object.entries({ ...PLANTED, ...ELUSIVE }).filter(([name]) => LATE.has(name)));
