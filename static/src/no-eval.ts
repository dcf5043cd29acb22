// Runs before the rest of the page. zod would try `new Function` to learn whether it may compile its
// schemas; Atlassian's content policy refuses that and reports it as a violation. zod keeps its
// settings in this global, so that they stand before a page loads zod and cost the panel nothing.
// Where the bundle runs zod's own file earlier, the global is there already and zod keeps looking at it.
const place: { __zod_globalConfig?: object } = globalThis as object;
place.__zod_globalConfig = Object.assign(place.__zod_globalConfig ?? {}, { jitless: true });
