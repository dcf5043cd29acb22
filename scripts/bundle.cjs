'use strict';
// Bundles the backend into dist/ with Atlassian's own bundler, as a deployment would. The bundler
// wants to be called from CommonJS. Its runtime files come from local/forge/runtime, not by download.
const { chmodSync, cpSync, readdirSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
process.chdir(root); // the bundler looks for manifest.yml and tsconfig.json here
process.env.FORGE_RUNTIME_PATH = join(root, 'local/forge/runtime');

const { featureGates, logger } = require('./lib/atlassian-services.cjs');
const { getEntryPoints, getNodeBundler, getWrapperProvider } = require('@forge/bundler');
const { ConfigFile, FileSystemReader, FileSystemWriter } = require('@forge/cli-shared');

const target = join(root, 'dist');

async function bundle() {
  const fileSystemReader = new FileSystemReader();
  const config = new ConfigFile(fileSystemReader, new FileSystemWriter(), featureGates);
  const bundler = getNodeBundler(logger, getWrapperProvider({ fileSystemReader }), config);
  const entryPoints = getEntryPoints(await config.getAppHandlers());
  const { outputDir, additionalOutputs } = await bundler.bundle({
    appDirectory: root,
    entryPoints,
  });

  rmSync(target, { recursive: true, force: true });
  cpSync(outputDir, target, { recursive: true });
  chmodSync(target, 0o755);
  // The runtime files come as contents or as paths.
  for (const [name, content] of additionalOutputs) {
    if (Buffer.isBuffer(content)) writeFileSync(join(target, name), content);
    else cpSync(content, join(target, name), { recursive: true });
  }
  for (const name of readdirSync(target)) {
    console.log(`dist/${name} ${statSync(join(target, name)).size} bytes`);
  }
}

bundle().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
