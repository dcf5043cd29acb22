// Stands in for @atlaskit/react-compiler-gating. Outside Atlassian it always says no, and to find
// that out the real package loads the whole feature-gate client into every page.
export const isReactCompilerActivePlatform = (): boolean => false;
