import { expect, test } from '@playwright/test';
import { look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';

/** A desk of its own: its hours are moved back. */
const server = ownDesk();
/** The desk looks once a minute. */
const NEXT_LOOK = { timeout: 150_000 };

test('S14 a claim in which nothing is done is warned of where one is, kept by one press, and else goes back', async ({ page }) => {
  test.setTimeout(400_000);
  // what may wait some days has four staffed hours, and is warned of a quarter of an hour before
  const ruth = new DeskApp(page, server.url);
  await ruth.signIn('Ruth Adler');
  await ruth.claim('Hard memories');
  await server.sql(`update settings.desk set hours = null, zone = 'UTC'`); // every minute counts, whatever the hour is
  const held = (change: string): Promise<void> => server.sql(`update intake.inquiry set ${change} where status = 'claimed' and assignee = (select id from people.account where name = 'Ruth Adler')`);
  const ago = (minutes: number): string => `now() - make_interval(mins => ${minutes})`;
  const warning = page.getByText(/^Hard memories goes back to the queue/).filter({ visible: true });
  await held(`claimed_at = ${ago(230)}`);
  await expect(warning).toBeVisible(NEXT_LOOK);
  await look(page, 'goes-back');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: /^Keep it/ }).filter({ visible: true }).first().click();
  await expect(warning).toHaveCount(0);
  await expect(ruth.request.getByText(/^Yours/)).toBeVisible();

  await held(`kept_at = ${ago(230)}, warned_at = null`);
  await expect(warning).toBeVisible(NEXT_LOOK);
  await held(`claimed_at = ${ago(300)}, kept_at = ${ago(245)}, warned_at = ${ago(20)}`);
  await expect(warning).toHaveCount(0, NEXT_LOOK);
  await expect(ruth.request.getByText('With nobody')).toBeVisible();
});
