// Proves the history of the database on a fresh embedded PostgreSQL: every migration runs up, down to exactly what was
// before it, and up again; at the end the entities and the database say the same. Needs a built backend.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './lib.mjs';

const require = createRequire(import.meta.url);
const product = (file) => require(join(ROOT, 'backend/dist', file));
const { MigrationExecutor } = require('typeorm');
const { dataSource } = product('platform/database/data-source.js');
const { startEmbedded, UNSAFE_FOR_TESTS } = product('platform/database/embedded-postgres.js');
const { migrate } = product('platform/database/migrate.js');
const { ensureDatabase } = product('platform/database/own-database.js');

/** Everything that a migration can make, one line each. TypeORM's own table of migrations is not the migrations' work. */
const SHAPE = `
with ours as (select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'),
     bookkeeping as (select to_regclass('platform.migration')::oid as id union select objid from pg_depend where refobjid = to_regclass('platform.migration') union select indexrelid from pg_index where indrelid = to_regclass('platform.migration')),
     things as (select c.oid, c.relkind, coalesce(c.relacl, acldefault('r', c.relowner)) as relacl, c.relrowsecurity, c.relforcerowsecurity, format('%s.%s', nspname, relname) as name from pg_class c join ours on ours.oid = relnamespace where not exists (select from bookkeeping where id = c.oid))
select format('schema %s owner %s %s', n.nspname, pg_get_userbyid(n.nspowner), coalesce(n.nspacl, acldefault('n', n.nspowner))) as line from pg_namespace n join ours using (oid) where n.nspname <> 'public'
union all select format('%s %s rls %s %s %s', relkind, name, relrowsecurity, relforcerowsecurity, relacl) from things
union all select format('column %s.%s %s null %s default %s generated %s %s', name, attname, format_type(atttypid, atttypmod), not attnotnull, pg_get_expr(adbin, adrelid), attgenerated, attacl) from things join pg_attribute a on attrelid = things.oid and attnum > 0 and not attisdropped left join pg_attrdef d on adrelid = attrelid and adnum = attnum
union all select format('constraint %s %s %s', name, conname, pg_get_constraintdef(k.oid)) from pg_constraint k join things on things.oid = conrelid
union all select format('index %s', pg_get_indexdef(things.oid)) from things where relkind = 'i'
union all select format('view %s %s', name, pg_get_viewdef(things.oid)) from things where relkind in ('v', 'm')
union all select format('trigger %s %s', name, pg_get_triggerdef(t.oid)) from pg_trigger t join things on things.oid = tgrelid where not tgisinternal
union all select format('policy %s %s %s %s %s', name, polname, polcmd, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) from pg_policy join things on things.oid = polrelid
union all select format('function %s.%s %s', ours.nspname, p.proname, case when p.prokind = 'f' then pg_get_functiondef(p.oid) end) from pg_proc p join ours on ours.oid = pronamespace where not exists (select from pg_depend where objid = p.oid and deptype = 'e')
union all select format('type %s.%s', ours.nspname, typname) from pg_type join ours on ours.oid = typnamespace where typtype in ('e', 'd')
union all select format('extension %s', extname) from pg_extension where extname <> 'plpgsql'
order by 1`;

const faults = [];
const shape = async (source) => new Set((await source.query(SHAPE)).map(({ line }) => line));
const differences = (before, after) => [...[...after].filter((line) => !before.has(line)).map((line) => `left behind: ${line}`), ...[...before].filter((line) => !after.has(line)).map((line) => `lost: ${line}`)];
const count = async (source) => (await new MigrationExecutor(source).getExecutedMigrations()).length;

/** Runs one more migration up, by hiding the later ones. */
async function upOne(source, all, index) {
  source.migrations.splice(0, source.migrations.length, ...all.slice(0, index + 1));
  await source.runMigrations({ transaction: 'each' });
}

async function history(source, url) {
  const all = [...source.migrations].sort((a, b) => (a.constructor.name.slice(-13) < b.constructor.name.slice(-13) ? -1 : 1));
  const shapes = [await shape(source)];
  for (const [index] of all.entries()) {
    await upOne(source, all, index);
    shapes.push(await shape(source));
  }
  for (let index = all.length - 1; index >= 0; index--) {
    const { name } = all[index].constructor;
    await source.undoLastMigration({ transaction: 'each' });
    for (const line of differences(shapes[index], await shape(source))) faults.push(`${name}, taken down: ${line}`);
    await upOne(source, all, index);
    for (const line of differences(shapes[index + 1], await shape(source))) faults.push(`${name}, up again: ${line}`);
    await source.undoLastMigration({ transaction: 'each' });
    source.migrations.splice(0, source.migrations.length, ...all.slice(0, index));
  }
  source.migrations.splice(0, source.migrations.length, ...all);
  await migrate(url);
  for (const line of differences(shapes.at(-1), await shape(source))) faults.push(`all down and up again: ${line}`);
  console.log(`${all.length} migrations: each up, down, up; then all down and up (${await count(source)} run)`);
}

/** What TypeORM would change: nothing. */
async function drift(source) {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  for (const { query } of upQueries) faults.push(`entities and database differ: ${query}`);
  console.log(`entities against the database: ${upQueries.length} differences`);
}

async function check(cluster) {
  const url = await ensureDatabase(cluster, 'history');
  await migrate(await ensureDatabase(cluster, 'roles')); // the two roles, which belong to the cluster
  const source = dataSource({ url });
  await source.initialize();
  try {
    await source.query('create schema platform');
    await history(source, url);
    await drift(source);
  } finally {
    await source.destroy();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'referral-desk-history-'));
chmodSync(folder, 0o711);
const cluster = await startEmbedded(join(folder, 'postgres'), UNSAFE_FOR_TESTS);
try {
  await check(cluster);
} catch (error) {
  faults.push(error.message);
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults) console.error(fault);
process.exit(faults.length ? 1 : 0);
