import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';

/** Somebody is promised a first contact; wherever a colleague works, it is late at the same instant. */
const server = ownDesk();

const NEEDS = 'Grief, loneliness';
const ZONES = ['America/New_York', 'America/Los_Angeles', 'Europe/Berlin'];

async function arrives(page: Page): Promise<string> {
  const data = { asker: 'self', safety: 'yes', urgency: 'today', topics: ['grief', 'lonely'], words: 'Since the spring.', place: { zip: '60601', fixed: true }, contact: { channel: 'phone', phone: '203 555 0142' }, safe: { voicemail: false }, language: 'en', consent: { read: true, followUp: true, wording: 'desk-en-1' } };
  const answer = await page.request.post(`${server.url}/api/public/inquiries`, { data, headers: { 'idempotency-key': crypto.randomUUID() } });
  return ((await answer.json()) as { reference: string }).reference;
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A signed-in screen in a zone, whose clock stands at `at`. */
async function screenIn(browser: Browser, storageState: State, timezoneId: string, at: Date): Promise<DeskApp> {
  const page = await (await browser.newContext({ timezoneId, storageState })).newPage();
  await page.clock.setFixedTime(at);
  const app = new DeskApp(page, server.url);
  await app.open('/inquiries?view=mine');
  return app;
}

test('S12 S13 the promise says the desk’s time, theirs and mine, is late at one instant in three zones, and a try keeps it', async ({ page, browser }) => {
  test.setTimeout(300_000);
  const reference = await arrives(page);
  const ruth = new DeskApp(page, server.url);
  await ruth.signIn('Ruth Adler');
  await ruth.claim(NEEDS, reference);
  await expect(ruth.request.getByText(/^First contact due in /)).toContainText(/C[SD]T where they/);
  const id = page.url().split('/').at(-1)?.split('?')[0] ?? '';
  const { dueAt } = (await (await page.request.get(`${server.url}/api/inquiries/${id}`)).json()) as { dueAt: string };
  const due = new Date(dueAt);

  const signedIn = await page.context().storageState();
  const screens = await Promise.all(ZONES.map((zone) => screenIn(browser, signedIn, zone, new Date(due.getTime() - 5000))));
  const rows = screens.map((app) => app.row(NEEDS).filter({ hasText: reference }));
  for (const row of rows) await expect(row).toContainText('due in 1 min');
  if (process.env['SCREENSHOTS']) await screens[0]?.page.screenshot({ path: 'test-results/screenshots/promise-soon.png' });
  await Promise.all(screens.map((app) => app.page.clock.setFixedTime(due)));
  for (const row of rows) await expect(row).toContainText(/overdue since.*late/s, { timeout: 30_000 });
  const said = await Promise.all(rows.map(async (row) => /overdue since [\w, ]*?(\d+:\d+)/.exec((await row.textContent()) ?? '')?.[1]));
  expect(new Set(said).size).toBe(1);

  const [, , berlin] = screens as [DeskApp, DeskApp, DeskApp];
  await look(berlin.page, 'promise-late-row');
  await berlin.read(NEEDS);
  await expect(berlin.request.getByText(/^First contact overdue since/)).toContainText(/where they are, .*GMT\+[12] where you are/);
  await look(berlin.page, 'promise-late');
  await berlin.key('l');
  const sheet = berlin.page.getByRole('dialog', { name: 'A try to reach them' });
  await expect(sheet.getByRole('radio', { name: 'Text' })).toBeDisabled();
  await sheet.getByRole('button', { name: 'Write it down' }).click();
  await expect(sheet.getByText('Choose how you tried and what came of it.')).toBeVisible();
  await look(berlin.page, 'promise-try');
  await sheet.getByRole('radio', { name: 'Call', exact: true }).check();
  await expect(sheet.getByLabel('Left a neutral voicemail')).toBeDisabled();
  await sheet.getByLabel('Reached them').check();
  await sheet.getByRole('button', { name: 'Write it down' }).click();
  await expect(sheet).toHaveCount(0);
  await expect(berlin.request.getByText(/^First contact was made .*, in time/)).toBeVisible();
  await expect(berlin.row(NEEDS).filter({ hasText: reference })).not.toContainText('late');
  await look(berlin.page, 'promise-kept');
  await Promise.all(screens.map((app) => app.page.context().close()));
});
