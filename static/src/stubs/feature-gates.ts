// Stands in for @atlaskit/feature-gate-js-client. No gate is ever open outside Atlassian; the real
// client is large and logs a console error on every page because nobody starts it.
const closedGates = {
  initializeCalled: (): boolean => false,
  initializeCompleted: (): boolean => false,
  checkGate: (): boolean => false,
  getExperimentValue: <T>(_experiment: string, _parameter: string, fallback: T): T => fallback,
  getExperiment: () => ({ get: <T>(_parameter: string, fallback: T): T => fallback }),
};

export { closedGates as FeatureGates };
export default closedGates;
