// The same from inside a test file: types only, the code lives in the process (environment.cjs).
import type * as hosts from './hosts';

declare const keptHosts: typeof hosts;

export const takeHost: typeof hosts.takeHost = (now) => keptHosts.takeHost(now);
export const giveBack: typeof hosts.giveBack = (started) => keptHosts.giveBack(started);
export const readUiModules: typeof hosts.readUiModules = () => keptHosts.readUiModules();
