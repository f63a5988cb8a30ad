const { rmSync } = require('node:fs');

module.exports = async () => {
  const { cluster, folder } = globalThis.testCluster ?? {};
  await cluster?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
};
