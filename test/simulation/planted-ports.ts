// Ports with one of them changed, for planted bugs.
import type { Ports } from '../../src/ports';
import type { Mutation } from './process';

const changing =
  <K extends 'backlog' | 'decisions' | 'items' | 'notices' | 'scans'>(name: K) =>
  (change: (real: Ports[K]) => Partial<Ports[K]>): Mutation => ({
    ports: (ports) => ({ ...ports, [name]: { ...ports[name], ...change(ports[name]) } }),
  });

export const backlog = changing('backlog');
export const decisions = changing('decisions');
export const notices = changing('notices');
export const scans = changing('scans');
