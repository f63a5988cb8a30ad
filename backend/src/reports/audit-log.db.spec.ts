import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { ITS_NUMBER, sent } from '../../test/an-inquiry.js';
import { testDesk, type TestDesk } from '../../test/test-database.js';
import type { QueuePage } from '../intake/inquiry.dto.js';
import type { AuditRowView } from './audit.dto.js';

let desk: TestDesk;
let ruth: Colleague;
let olive: Colleague;
beforeAll(async () => {
  desk = await testDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  olive = await aColleague(desk, 'Olive Grant', ['AUD']);
});
afterAll(() => desk.stop());

describe('the auditor', () => {
  it('sees who looked at a name, when and why, and nothing of what was seen', async () => {
    const { reference } = await sent(desk, { words: 'canary words', facts: { person: { state: 'given', value: 'canary person' } } });
    const { items } = await ruth.ask<QueuePage>('GET', '/api/queue');
    const id = items.find((item) => item.reference === reference)?.id ?? '';
    await ruth.ask('POST', `/api/inquiries/${id}/claim`);
    await ruth.ask('POST', `/api/inquiries/${id}/reveal`, { reason: 'safety' });
    const [row] = await olive.ask<AuditRowView[]>('GET', '/api/audit?act=identity.reveal');
    expect(row).toMatchObject({ act: 'identity.reveal', actor: { id: ruth.id, name: 'Ruth Adler' }, kind: 'staff', object: 'inquiry', objectId: id, reference, reason: 'safety', fields: ['person', 'contactName', 'phone', 'email'], outcome: 'done' });
    const all = await olive.ask<AuditRowView[]>('GET', '/api/audit');
    expect(all.map(({ id: each }) => Number(each))).toEqual(all.map(({ id: each }) => Number(each)).sort((a, b) => b - a));
    expect(JSON.stringify(all)).not.toMatch(new RegExp(`canary|${ITS_NUMBER}|Marisol`));
  });

  it('is the only one who may', async () => {
    expect((await ruth.send('GET', '/api/audit')).statusCode).toBe(403);
    expect((await olive.send('GET', '/api/queue')).statusCode).toBe(403);
    expect((await olive.send('GET', '/api/audit?act=everything')).statusCode).toBe(422);
  });
});
