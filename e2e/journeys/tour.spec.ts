import { expect, test } from '@playwright/test';
import { look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { AskForm } from '../pages/ask-form.js';
import { DeskApp } from '../pages/desk-app.js';
import { DemoMailbox } from '../pages/mailbox.js';
import { MatchDrawer } from '../pages/match-drawer.js';
import { Road } from '../pages/road.js';

/** One request's story through the README's three tours, in three windows, on the invented county. */
const NEED = 'After a mental health hospital stay';
const AT_DESK = 'After a hospital stay';
const server = ownDesk();

test('from the form to “it helped”: the letter that is read before it goes is the one that arrives', async ({ page, browser, playwright }) => {
  test.setTimeout(300_000);
  const form = new AskForm(page, server.url);
  await form.fillIn({ topics: [NEED], words: 'My son came home on Wednesday.' });
  await form.send();
  const receipt = await form.receipt();

  const box = new DemoMailbox(await playwright.request.newContext(), server.url);
  await box.signIn();
  const desk = new DeskApp(page, server.url);
  const drawer = new MatchDrawer(page);
  await desk.signIn('Ruth Adler');
  // A form filled in within seconds waits for a look, and nothing is lost; a slow machine takes longer to fill it in.
  await page.getByRole('link', { name: /^To check/ }).click();
  const waits = await page.getByRole('link', { name: AT_DESK, exact: true }).first().waitFor({ timeout: 8000 }).then(() => true, () => false);
  if (!waits) await page.getByRole('link', { name: /^New, nobody yet/ }).click();
  await desk.claim(AT_DESK);
  await desk.key('f');
  await expect(drawer.results.first()).toBeVisible();
  for (const key of ['x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key);
  // Said before it is offered: how the person hears of it.
  await expect(drawer.region.getByText(/^No e-mail goes out: they left no address/)).toBeVisible();
  await look(page, 'offer-telling');
  const [name = ''] = await drawer.results.first().getByRole('heading').allInnerTexts();
  await page.keyboard.press('o');
  await expect(desk.request.getByRole('heading', { name, exact: true })).toBeFocused();

  const road = new Road({ browser, base: server.url, desk, box, receipt, need: AT_DESK, look });
  await road.agencyHasAddress(await road.organizationOf(name), 'intake@agency.example.org');
  await road.travel(name);
});
