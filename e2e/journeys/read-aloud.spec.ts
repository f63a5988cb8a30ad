import { expect, test } from '@playwright/test';
import { ownDesk } from '../desk-server.js';
import { AskForm } from '../pages/ask-form.js';
import { DeskApp } from '../pages/desk-app.js';
import { MatchDrawer } from '../pages/match-drawer.js';
import { Referring } from '../pages/referring.js';
import { SpecialistApi } from '../pages/specialist-api.js';
import { transcript } from '../transcript.js';

/** X09: what a screen reader says stands in `e2e/transcripts`, to be read by people. `--update-snapshots` writes it anew. */
const server = ownDesk();
const NEED = 'Hard memories';

test('X09 the form is read as it was written down', async ({ page }) => {
  const ask = new AskForm(page, server.url);
  await ask.open();
  await ask.goOn('Before you start', 'Start now');
  await ask.goOn('Who is this for?');
  expect(await transcript(page)).toMatchSnapshot('form-who.txt');
  await ask.goOn('Who is this for?');
  await expect(ask.faults).toBeFocused();
  expect(await transcript(page, 'main')).toMatchSnapshot('form-who-empty.txt');
});

test('X09 a claim and a referral are read as they were written down', async ({ page, playwright }) => {
  test.setTimeout(300_000);
  const amos = new SpecialistApi(await playwright.request.newContext(), server.url);
  await amos.signIn('amos@example.org');
  await amos.onlyPhones();
  const desk = new DeskApp(page, server.url);
  const refer = new Referring(page, desk.request);
  await desk.signIn('Ruth Adler');
  await desk.claim(NEED);
  await expect(page.getByRole('button', { name: 'Undo the claim' })).toHaveCount(0, { timeout: 20_000 }); // what is there for ten seconds is read or not
  expect(await transcript(page, '[aria-label="The request"]')).toMatchSnapshot('claim.txt');

  await desk.key('f');
  const drawer = new MatchDrawer(page);
  await expect(drawer.results.first()).toBeVisible();
  for (const key of ['x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key);
  const name = await drawer.results.first().getByRole('heading').innerText();
  await page.keyboard.press('o');
  await refer.choose(name);
  await refer.ways(name).getByRole('button', { name: 'We ask by phone' }).click();
  await expect.poll(() => refer.seen()).toContain('Asked for');
  await refer.panel().evaluate((panel) => panel.setAttribute('data-read', ''));
  expect(await transcript(page, '[data-read]')).toMatchSnapshot('referral.txt');
});
