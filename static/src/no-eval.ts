// Runs before the rest of the page. zod would try `new Function` to learn whether it may compile its
// schemas; Atlassian's content policy refuses that and reports it as a violation. zod keeps its
// settings in this global, so that they stand before a page loads zod and cost the panel nothing.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
