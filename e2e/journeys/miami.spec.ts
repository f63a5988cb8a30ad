import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { accessible } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { AskForm } from '../pages/ask-form.js';
import { DeskApp } from '../pages/desk-app.js';
import { DemoMailbox } from '../pages/mailbox.js';
import { MatchDrawer } from '../pages/match-drawer.js';
import { Road } from '../pages/road.js';

/** A real directory: Miami-Dade of July 2019. It is no part of the project, so the journey rests where it is absent. */
const MIAMI = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'miami-open211-2019');
test.skip(!existsSync(MIAMI), 'the folder of the Miami directory is not here');

const NEEDS = 'Grief';
const server = ownDesk();

test('a real directory comes in, a form about Miami is matched to services that are there, and goes the whole road to “it helped”', async ({ page, browser, playwright }) => {
  test.setTimeout(300_000);
  const first = await server.command('import', MIAMI);
  expect(first).toMatch(/^4089 services read/m);
  expect(await server.command('import', MIAMI)).toContain('Nothing has changed');

  const form = new AskForm(page, server.url);
  await form.fillIn({ place: '33130', topics: ['Someone died'], words: 'My father died in spring.' });
  await form.send();
  const receipt = await form.receipt();

  const desk = new DeskApp(page, server.url);
  const drawer = new MatchDrawer(page);
  await desk.signIn('Ruth Adler');
  await page.getByRole('link', { name: /^To check/ }).click(); // a form filled in within seconds: people look at it, nothing is lost
  const request = page.getByRole('link', { name: NEEDS, exact: true }).first();
  await request.waitFor({ timeout: 10_000 }).catch(() => page.getByRole('link', { name: /^New, nobody yet/ }).click()); // a slow machine fills it in as slowly as people do
  await desk.claim(NEEDS, receipt.reference);
  await desk.key('f');
  await expect(drawer.token('Near 33130')).toBeVisible();
  await expect(drawer.results.first()).toBeVisible();
  expect(await drawer.total()).toBeGreaterThan(3);
  // What nobody confirmed says so, and comes with a question; the county of the demo is far away and not there.
  await expect(drawer.results.first().getByText(/Perhaps helps with grief and bereavement; nobody has confirmed it/)).toBeVisible();
  await expect(drawer.results.first().getByText('Ask: “Do you help with grief and bereavement?”')).toBeVisible();
  await expect(drawer.region.getByText(/\(demo\)|555-01/)).toHaveCount(0);
  await expect(drawer.results.first().getByText(/ mi$/)).toBeVisible();
  await accessible(page);

  await page.keyboard.press('x');
  for (const _ of [1, 2]) {
    await page.keyboard.press('j');
    await page.keyboard.press('x');
  }
  const [name = ''] = await drawer.results.first().getByRole('heading').allInnerTexts();
  await drawer.region.getByRole('button', { name: 'Offer 3' }).click();
  await expect(desk.request.getByRole('heading', { name: 'Options offered' })).toBeVisible();

  // No agency of the import has an address: a steward writes one down, then the whole road goes as on the county.
  const box = new DemoMailbox(await playwright.request.newContext(), server.url);
  await box.signIn();
  const road = new Road({ browser, base: server.url, desk, box, receipt, need: NEEDS });
  await road.agencyHasAddress(await road.organizationOf(name), 'intake@agency.example.org');
  await road.travel(name);
});
