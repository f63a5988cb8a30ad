import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { settled } from '../../test/settled.js';
import { testDesk, type TestDesk } from '../../test/test-database.js';
import { SYSTEM } from '../platform/index.js';
import { Anchors } from './anchors.js';
import { Audit } from './audit.service.js';
import { AuditSealer } from './sealer.service.js';
import { AuditVerifier } from './verifier.service.js';

/** As somebody would who owns the database: the refusing triggers are no obstacle. */
const FREED = 'set session_replication_role = replica';

let desk: TestDesk;
let audit: Audit;
let sealer: AuditSealer;
let verifier: AuditVerifier;
beforeEach(async () => {
  desk = await testDesk();
  [audit, sealer, verifier] = [desk.get(Audit), desk.get(AuditSealer), desk.get(AuditVerifier)];
  await desk.sql(FREED);
});
afterEach(() => desk.stop());

const acts = async (count: number) => {
  for (let n = 0; n < count; n++) await audit.alone(SYSTEM, { act: 'settings.change', object: 'settings', objectId: null });
};
/** Rows in several batches: a head that is compared as text would be 9 for ever. */
async function chain(batches: readonly number[]): Promise<void> {
  for (const count of batches) {
    await acts(count);
    await settled(desk);
    await sealer.seal();
  }
}
const head = async () => (await desk.sql<{ seq: number; hash: string }>(`select seq::int as seq, encode(hash, 'hex') as hash from audit.seal s order by s.seq desc limit 1`))[0];

describe('the chain of the audit', () => {
  it('grows past ten in small batches and verifies', async () => {
    await chain([4, 5, 3, 2]);
    expect(await verifier.verify()).toEqual({ checked: 14, unsealed: 0 });
    await acts(2);
    expect(await verifier.verify()).toEqual({ checked: 14, unsealed: 2 });
  });

  it.each([
    ['an edited row', `update audit.entry set body = body || '{"act":"identity.reveal"}' where id = (select entry_id from audit.seal where seq = 5)`, { brokenAt: 5, because: 'changed' }],
    ['a row that was taken out', 'delete from audit.entry where id = (select entry_id from audit.seal where seq = 12)', { brokenAt: 12, because: 'missing' }],
    ['a seal that was taken out', 'delete from audit.seal where seq = 3', { brokenAt: 3, because: 'missing' }],
    ['two rows that changed places', 'update audit.seal set entry_id = -entry_id where seq in (6, 7); update audit.seal s set entry_id = (select -o.entry_id from audit.seal o where o.seq = 13 - s.seq) where seq = 6; update audit.seal set entry_id = (select id from audit.entry where id not in (select entry_id from audit.seal) limit 1) where seq = 7', { brokenAt: 6, because: 'changed' }],
  ])('shows %s without any anchor', async (_, edit, expected) => {
    await chain([14]);
    for (const statement of edit.split('; ')) await desk.sql(statement);
    expect(await verifier.verify()).toMatchObject(expected);
  });

  it('looks sound when its end was cut off, but not to an anchor', async () => {
    await chain([14]);
    const anchor = await head();
    await desk.sql('delete from audit.entry where id in (select entry_id from audit.seal where seq > 10)');
    await desk.sql('delete from audit.seal where seq > 10');
    expect(await verifier.verify()).toEqual({ checked: 10, unsealed: 0 });
    expect(await verifier.verify([anchor!])).toMatchObject({ brokenAt: 11, because: 'truncated' });
  });

  it('looks sound when it was written anew, but not to an anchor, nor when a later anchor says otherwise', async () => {
    await chain([14]);
    const anchor = (await head())!;
    await desk.sql('delete from audit.seal');
    await desk.sql(`update audit.entry set body = body || '{"act":"nothing"}' where id = (select min(id) from audit.entry)`);
    await sealer.seal();
    expect(await verifier.verify()).toMatchObject({ checked: 14 });
    expect(await verifier.verify([anchor, (await head())!])).toMatchObject({ brokenAt: 14, because: 'changed' });
  });

  it('refuses the desk itself to change it', async () => {
    await chain([1]);
    await desk.sql('set session_replication_role = origin');
    await expect(desk.sql('delete from audit.entry')).rejects.toThrow('never changed');
    await desk.sql('set role desk_app');
    await expect(desk.sql('update audit.seal set seq = 2')).rejects.toThrow('permission denied');
    await desk.sql('reset role');
  });
});

describe('anchors', () => {
  it('are kept once a minute while there is news, and at the stop, in a file for the operator alone', async () => {
    const anchors = desk.get(Anchors);
    await acts(3);
    sealer.start();
    for (let waited = 0; !anchors.read().anchors.length && waited < 5000; waited += 50) await new Promise((done) => setTimeout(done, 50));
    const first = await head();
    expect(anchors.read()).toEqual({ anchors: [first], unreadable: 0 });
    await acts(9);
    await new Promise((done) => setTimeout(done, 2500));
    expect(anchors.read().anchors).toEqual([first]);
    appendFileSync(anchors.file, '2026-11-24T21:0'); // half a line, as a power cut leaves it
    await desk.app.close();
    expect(anchors.read()).toEqual({ anchors: [first, await head()], unreadable: 1 });
    expect((await head())?.seq).toBe(12);
    expect(statSync(anchors.file).mode & 0o777).toBe(0o600);
    expect(readFileSync(anchors.file, 'utf8').split('\n')).toHaveLength(4);
  });
});
