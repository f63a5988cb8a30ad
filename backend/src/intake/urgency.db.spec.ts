import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { aCountyDesk } from '../../test/a-county-desk.js';
import { sent } from '../../test/an-inquiry.js';
import type { TestDesk } from '../../test/test-database.js';
import { Db, SYSTEM } from '../platform/index.js';
import { Erasure } from './erasure.service.js';
import { Inquiries } from './inquiries.service.js';
import type { InquiryView } from './inquiry.dto.js';
import type { UrgencyCounts } from './urgency-hints.dto.js';

let desk: TestDesk;
let ruth: Colleague;
let mei: Colleague;
let other: Colleague;
beforeAll(async () => {
  desk = await aCountyDesk();
  await desk.sql(`insert into settings.crisis_line (id, place, language, audience, kind, label, target, note, position, source) values (gen_random_uuid(), 'US', 'en', 'everyone', 'call', 'Call the line', '555-0142', '', 0, 'example.org')`);
  ruth = await aColleague(desk, 'Ruth Adler');
  other = await aColleague(desk, 'Omar Other');
  mei = await aColleague(desk, 'Mei Tan', ['STW']);
}, 120_000);
afterAll(() => desk?.stop());

async function aRequest(words: string): Promise<string> {
  const { reference } = await sent(desk, { words, safety: 'yes' });
  const [row] = await desk.sql<{ id: string }>(`update intake.inquiry set status = 'claimed', assignee = $2, claimed_at = now() where reference = $1 returning id`, [reference, ruth.id]);
  return row?.id ?? '';
}
const hint = async (id: string): Promise<InquiryView['hint']> => (await ruth.ask<InquiryView>('GET', `/api/inquiries/${id}`)).hint;
const counts = (): Promise<UrgencyCounts[]> => mei.ask('GET', '/api/reports/urgency-hints');

describe('words that sound urgent', () => {
  it('are a hint once somebody read them, decided by a person, and decided anew', async () => {
    const id = await aRequest('Where is the food pantry? By the way, I took all my pills.');
    expect(await hint(id)).toBeNull();
    await ruth.ask('GET', `/api/inquiries/${id}/understood`);
    expect(await hint(id)).toEqual({ tier: 'hard', decision: null, decidedBy: null, decidedAt: null });
    await ruth.ask('POST', `/api/inquiries/${id}/urgency`, { decision: 'danger' });
    expect(await hint(id)).toMatchObject({ tier: 'hard', decision: 'danger', decidedBy: 'Ruth Adler', decidedAt: expect.stringMatching(/^\d{4}-/) });
    await ruth.ask('POST', `/api/inquiries/${id}/urgency`, { decision: 'not-meant' });
    await ruth.ask('GET', `/api/inquiries/${id}/understood`); // hearing it again takes nothing back
    expect(await hint(id)).toMatchObject({ decision: 'not-meant' });
    const written = await desk.sql(`select body from platform.event where subject = $1 and type = 'inquiry.urgency-decided'`, [id]);
    const audit = await desk.sql(`select body from audit.entry where body->>'objectId' = $1 and body->'fields' ? 'urgency'`, [id]);
    expect([written.length, audit.length]).toEqual([2, 2]);
    expect(JSON.stringify([written, audit])).not.toMatch(/danger|not-meant|pills/);
  });

  it('are decided about by who works on the request, and only where some were heard', async () => {
    const id = await aRequest('Do you have a group on Tuesday evenings for people who lost a dog?');
    await ruth.ask('GET', `/api/inquiries/${id}/understood`);
    expect((await ruth.send('POST', `/api/inquiries/${id}/urgency`, { decision: 'danger' })).statusCode).toBe(409);
    const heard = await aRequest('I have the gun here and I am going to kill myself tonight');
    await ruth.ask('GET', `/api/inquiries/${heard}/understood`);
    expect((await other.send('POST', `/api/inquiries/${heard}/urgency`, { decision: 'not-meant' })).statusCode).toBe(404);
    expect((await mei.send('POST', `/api/inquiries/${heard}/urgency`, { decision: 'not-meant' })).statusCode).toBe(403);
    expect((await ruth.send('POST', `/api/inquiries/${heard}/urgency`, { decision: 'sleepy' })).statusCode).toBe(422);
    expect(await hint(heard)).toMatchObject({ decision: null });
  });

  it('lead to the desk’s crisis lines, in the language of the request', async () => {
    const id = await aRequest('hello there');
    const lines = await ruth.ask<{ label: string }[]>('GET', `/api/inquiries/${id}/crisis-lines`);
    expect(lines.map(({ label }) => label)).toContain('Call the line');
    expect((await other.send('GET', `/api/inquiries/${id}/crisis-lines`)).statusCode).toBe(404);
  });

  it('are counted: heard, decided, dismissed; and who is erased is counted and no longer named', async () => {
    const before = new Map((await counts()).map((one) => [one.tier, one]));
    const id = await aRequest('I have the pills here and I am going to kill myself tonight');
    await ruth.ask('GET', `/api/inquiries/${id}/understood`);
    await ruth.ask('POST', `/api/inquiries/${id}/urgency`, { decision: 'not-meant' });
    const after = new Map((await counts()).map((one) => [one.tier, one]));
    expect(after.get('hard')).toMatchObject({ heard: (before.get('hard')?.heard ?? 0) + 1, notMeant: (before.get('hard')?.notMeant ?? 0) + 1 });
    expect(after.get('soft')).toEqual(before.get('soft'));
    await desk.sql('delete from intake.need where inquiry_id = $1', [id]); // nothing of it goes on
    await desk.get(Db).as(SYSTEM, async (tx) => {
      const open = await desk.get(Inquiries).findOpen(tx, id);
      if (open) await desk.get(Erasure).erase(tx, SYSTEM, open);
    });
    expect(await desk.sql('select 1 from intake.urgency_hint where inquiry_id = $1', [id])).toEqual([]);
    expect(await desk.sql(`select decided_by from intake.urgency_hint where decision = 'not-meant' and inquiry_id is null`)).toEqual([{ decided_by: null }]);
  });
});
