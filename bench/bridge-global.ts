// What the pages' code needs to be imported outside of a browser: the global that @forge/bridge looks
// for. Nothing here goes through it, so a call is an error.
Object.assign(globalThis, {
  __bridge: {
    callBridge: (name: string): never => {
      throw new Error(`Nobody answers the bridge call "${name}" here`);
    },
  },
});
