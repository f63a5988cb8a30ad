import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { accessible } from '../check.js';
import { startDesk, type DeskServer } from '../desk-server.js';
import { AskForm } from '../pages/ask-form.js';
import { DeskApp } from '../pages/desk-app.js';
import { MatchDrawer } from '../pages/match-drawer.js';

/** A real directory: Miami-Dade of July 2019. It is no part of the project, so the journey rests where it is absent. */
const MIAMI = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'miami-open211-2019');
test.skip(!existsSync(MIAMI), 'the folder of the Miami directory is not here');

const NEEDS = 'Grief, loneliness';
let server: DeskServer;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startDesk();
});
test.afterAll(() => server.stop());

test('a real directory comes in, a form about Miami is matched to services that are there', async ({ page }) => {
  test.setTimeout(180_000);
  const first = await server.command('import', MIAMI);
  expect(first).toMatch(/^4089 services read/m);
  expect(await server.command('import', MIAMI)).toContain('Nothing has changed');

  const form = new AskForm(page, server.url);
  await form.fillIn({ place: '33130', topics: ['Someone died', 'I feel alone'], words: 'My father died in spring.' });
  await form.send();

  const desk = new DeskApp(page, server.url);
  const drawer = new MatchDrawer(page);
  await desk.signIn('Ruth Adler');
  await page.getByRole('link', { name: /^To check/ }).click(); // a form filled in within seconds: people look at it, nothing is lost
  await desk.claim(NEEDS);
  await desk.key('f');
  await expect(drawer.token('Near 33130')).toBeVisible();
  await expect(drawer.results.first()).toBeVisible();
  expect(await drawer.total()).toBeGreaterThan(3);
  // What nobody confirmed says so, and comes with a question; the county of the demo is far away and not there.
  await expect(drawer.results.first().getByText(/Its words point to grief and bereavement; nobody confirmed it/)).toBeVisible();
  await expect(drawer.results.first().getByText('Ask: “Do you help with grief and bereavement?”')).toBeVisible();
  await expect(drawer.region.getByText(/\(demo\)|555-01/)).toHaveCount(0);
  await expect(drawer.results.first().getByText(/ mi$/)).toBeVisible();
  await accessible(page);

  await page.keyboard.press('x');
  for (const _ of [1, 2]) {
    await page.keyboard.press('j');
    await page.keyboard.press('x');
  }
  await drawer.region.getByRole('button', { name: 'Offer 3' }).click();
  await expect(desk.request.getByRole('heading', { name: 'Options offered' })).toBeVisible();
});
