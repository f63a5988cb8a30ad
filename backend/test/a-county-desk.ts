import { CountySeed } from '../src/seed/county/county-seed.js';
import { ReferenceSeed } from '../src/seed/reference/reference.js';
import { aPost, type Post } from './a-referral.js';
import { onceForAll, testDesk, type TestDesk } from './test-database.js';

const COUNTY = 'tpl_county';

/** Seeds a template once in a run; reading 300 listings in takes longer than most specs. */
async function seed(name: string): Promise<void> {
  const desk = await testDesk({}, { name });
  await desk.get(ReferenceSeed).run();
  await desk.get(CountySeed).run();
  await desk.app.close();
  await desk.leave();
}

/** A desk with the vocabulary and the listings of the invented county. */
export async function aCountyDesk(environment: Record<string, string> = {}): Promise<TestDesk> {
  await onceForAll(COUNTY, seed);
  return testDesk(environment, { template: COUNTY });
}

/** The same with an SMTP server of our own, to which its letters go. Who asks for it stops both. */
export async function aMailingDesk(): Promise<{ desk: TestDesk; post: Post }> {
  const post = await aPost();
  return { post, desk: await aCountyDesk({ SMTP_URL: post.url, MAIL_FROM: 'Desk <desk@example.org>' }) };
}
