import { ITS_NUMBER } from '../../../test/an-inquiry.js';
import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { aMailingDesk } from '../../../test/a-county-desk.js';
import { AgencyBrowser, aChoice, anAddress, refer, tokenFor, type Chosen, type Post } from '../../../test/a-referral.js';
import { handOn } from '../../../test/hand-on.js';
import { type TestDesk } from '../../../test/test-database.js';
import { Jobs, personOf, Dispatcher } from '../../platform/index.js';
import { Withdrawals, type ReferralView } from '../../referrals/index.js';

let post: Post;
let desk: TestDesk;
let ruth: Colleague;
beforeAll(async () => {
  ({ desk, post } = await aMailingDesk());
  ruth = await aColleague(desk, 'Ruth Adler');
  await desk.get(Jobs).start();
  await desk.get(Dispatcher).start();
}, 90_000);
afterAll(async () => {
  await desk.stop();
  await post.close();
});

interface Asked {
  chosen: Chosen;
  referral: ReferralView;
  email: string;
}
let number = 0;
async function asked(way: 'link' | 'phone', opened: boolean): Promise<Asked> {
  const email = `intake${++number}@example.org`;
  const chosen = await aChoice(desk, ruth);
  await anAddress(desk, chosen.option, email);
  const referral = await refer(ruth, chosen, way);
  if (opened) {
    const browser = new AgencyBrowser(desk, await tokenFor(post, email));
    await browser.enter(post, email);
    await browser.get('facts');
  }
  return { chosen, referral, email };
}
const told = (email: string): Promise<{ subject: string; body: string }[]> => desk.sql(`select subject, body from notifications.mail where kind = 'agency-taken-back' and recipient = $1`, [email]);
async function kinds({ chosen }: Asked): Promise<string[]> {
  await handOn(desk);
  return (await ruth.ask<{ inquiryId: string; kind: string }[]>('GET', '/api/follow-ups')).filter(({ inquiryId }) => inquiryId === chosen.inquiry.id).map(({ kind }) => kind);
}
const takeBack = ({ chosen, referral }: Asked): Promise<void> => desk.get(Withdrawals).withdrawConsent(personOf(chosen.inquiry.id), referral.id);

describe('a consent that is taken back', () => {
  it('is told once by mail to who has opened it: by the day of its mail, and naming nobody', async () => {
    const at = await asked('link', true);
    await takeBack(at);
    await takeBack(at);
    await handOn(desk);
    const [letter, ...more] = await told(at.email);
    expect(more).toEqual([]);
    expect(letter?.subject).toBe('A request was taken back');
    expect(letter?.body).toMatch(/we mailed you about on \w+day, \w+ \d+ at \d+:\d\d [AP]M/);
    expect(JSON.stringify(letter)).not.toMatch(new RegExp(`Teodora|Marisol|${ITS_NUMBER}|${at.chosen.reference}|${at.chosen.option.name}|worry|lonely`, 'i'));
    expect(await kinds(at)).not.toContain('agency-to-tell');
  });

  it('is not mailed to who never opened it: they have nothing to forget, and their link says so', async () => {
    const at = await asked('link', false);
    await takeBack(at);
    await handOn(desk);
    expect(await told(at.email)).toEqual([]);
    expect(await kinds(at)).not.toContain('agency-to-tell');
  });

  it('is a call where they heard it on the phone, or where there is no address any more', async () => {
    const byPhone = await asked('phone', false);
    const left = await asked('link', true);
    await desk.sql('update directory.agency set email = null where email = $1', [left.email]);
    for (const at of [byPhone, left]) {
      await takeBack(at);
      expect(await kinds(at)).toContain('agency-to-tell');
      expect(await told(at.email)).toEqual([]);
    }
  });

  it('by the desk is told alike', async () => {
    const at = await asked('link', true);
    await desk.app.inject({ method: 'POST', url: `/api/referrals/${at.referral.id}/recall`, headers: { cookie: ruth.cookie, 'x-csrf-token': ruth.csrf, 'if-match': `"v${at.referral.version}"` }, payload: { reason: 'other-option' } });
    await handOn(desk);
    expect(await told(at.email)).toHaveLength(1);
  });
});
