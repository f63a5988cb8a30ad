// One cluster for the run, with a migrated template that every spec file clones. It uses the built backend, because
// Jest does not map `.js` to `.ts` here; the test command builds first.
const { chmodSync, mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { startEmbedded, UNSAFE_FOR_TESTS } = require('../dist/platform/database/embedded-postgres.js');
const { migrate } = require('../dist/platform/database/migrate.js');
const { ensureDatabase } = require('../dist/platform/database/own-database.js');

module.exports = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'referral-desk-test-'));
  chmodSync(folder, 0o711);
  const cluster = await startEmbedded(join(folder, 'postgres'), UNSAFE_FOR_TESTS);
  await migrate(await ensureDatabase(cluster, 'tpl'));
  process.env.TEST_CLUSTER_PORT = String(cluster.port);
  process.env.TEST_FOLDER = folder;
  globalThis.testCluster = { cluster, folder };
};
