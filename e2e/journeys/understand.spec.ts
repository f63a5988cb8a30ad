import { expect, test, type Locator, type Page } from '@playwright/test';
import { accessible, fitsWidth, look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';
import { MatchDrawer } from '../pages/match-drawer.js';

/** Matching that explains itself and can be corrected: what was understood, what is missing and why, what to drop, side by side. */
const server = ownDesk();

interface Found { desk: DeskApp; drawer: MatchDrawer; understood: Locator }

/** Ruth looks for help for the request with these needs. */
async function looksFor(page: Page, needs: string, how: 'claim' | 'read' = 'read'): Promise<Found> {
  const desk = new DeskApp(page, server.url);
  const drawer = new MatchDrawer(page);
  await desk.signIn('Ruth Adler');
  await desk[how](needs);
  await desk.key('f');
  await expect(drawer.results.first()).toBeVisible();
  return { desk, drawer, understood: drawer.region.getByRole('group', { name: 'Understood from their words. Right?' }) };
}

test('M11 what was understood stands with the words that caused it, and one press confirms it or takes it away', async ({ page }) => {
  test.setTimeout(300_000);
  const { desk, drawer, understood } = await looksFor(page, 'Grief', 'claim');
  const loss = understood.getByRole('button', { name: 'Ask for Loss to suicide from “took his life”' });
  await expect(loss).toBeVisible({ timeout: 60_000 });
  await expect(desk.request.getByText('took his life', { exact: true })).toBeVisible(); // marked in the message
  await expect(drawer.token('Loss to suicide')).toHaveCount(0); // nothing is asked for before somebody says yes
  await look(page, 'understood');

  // By keyboard: Y leads there, Enter confirms, Delete takes away.
  await desk.key('y');
  await expect(understood.getByRole('button', { name: /^Ask for / }).first()).toBeFocused();
  await loss.focus();
  await page.keyboard.press('Enter');
  await expect(drawer.token('Loss to suicide')).toBeVisible();
  await expect(loss).toHaveCount(0);
  const left = understood.getByRole('button', { name: /^Ask for / });
  if (await left.count()) {
    const before = await left.count();
    await left.first().focus();
    await page.keyboard.press('Delete');
    await expect(left).toHaveCount(before - 1);
  }
  await accessible(page);
});

test('M12 words that sound urgent are a hint in words, and nobody is told that there is no crisis', async ({ page }) => {
  test.setTimeout(300_000);
  const { desk, drawer } = await looksFor(page, 'After a hospital stay, family support', 'claim');
  const hint = drawer.region.getByText(/^Sounds (urgent|heavy)/);
  await expect(hint).toBeVisible({ timeout: 60_000 });
  await expect(drawer.region.getByText('A hint by a machine: you decide.')).toBeVisible();
  await expect(page.getByText(/no crisis|not urgent|no danger/i)).toHaveCount(0);
  await look(page, 'understood-urgent');

  // A person decides; it stands in the request from then on, and can be decided anew.
  await drawer.region.getByRole('button', { name: 'In danger now: start the crisis steps' }).press('Enter');
  await expect(hint).toHaveCount(0);
  const steps = desk.request.getByRole('region', { name: 'Crisis steps' });
  await expect(steps).toContainText('Contact safely');
  await expect(steps).toContainText('988');
  await expect(desk.request.getByText('In danger now.')).toBeVisible();
  await look(page, 'urgency-danger');
  await desk.request.getByRole('button', { name: 'Change', exact: true }).press('Enter');
  await desk.request.getByRole('button', { name: 'Heavy, not in danger' }).press('Enter');
  await expect(desk.request.getByText('Heavy, not in danger.')).toBeVisible();
  await expect(steps).toHaveCount(0);
  await expect(desk.request.getByText('You decided what their urgent words mean.').first()).toBeVisible();
  await accessible(page);
});

test('M03 M07 why a service is missing, what would bring it in, and which wish to drop when too few fit', async ({ page }) => {
  test.setTimeout(300_000);
  const { drawer } = await looksFor(page, 'Worry and panic');
  const filters = drawer.region.getByRole('group', { name: 'Narrow the list' });

  // A filter says how many it leaves, and leaves as many.
  const free = filters.getByRole('button', { name: /^Free/ });
  const told = Number(/leaves (\d+)/.exec((await free.textContent()) ?? '')?.[1]);
  const before = await drawer.total();
  await free.click();
  await expect.poll(() => drawer.total()).toBe(told);
  expect(told).toBeLessThan(before);
  await expect(filters.getByRole('button', { name: /^Free/ })).toHaveAttribute('aria-pressed', 'true');
  await filters.getByRole('button', { name: /^Free/ }).click();
  await expect.poll(() => drawer.total()).toBe(before);

  // One in the list, by a name with a slip; one that is out, and the change that brings it in.
  const name = await drawer.results.first().getByRole('heading').innerText();
  const box = drawer.region.getByLabel('Why is a service not here?');
  await drawer.region.getByRole('button', { name: 'Why not here?' }).click();
  await expect(box).toBeFocused();
  const stands = drawer.region.getByRole('list', { name: 'Where these services stand' });
  await box.fill(name);
  await box.press('Enter');
  await expect(stands.getByText('It is in the list, number 1 of').first()).toBeVisible();
  await drawer.region.getByRole('button', { name: 'Change' }).click();
  await drawer.region.getByLabel('Language').selectOption('ase');
  await drawer.region.getByRole('button', { name: 'Done' }).click();
  await expect(drawer.token('American Sign Language, a must')).toBeVisible();

  await expect(stands.getByText(/^It would fit if American Sign Language were not required/).first()).toBeVisible();
  await stands.scrollIntoViewIfNeeded();
  await look(page, 'why-not');

  // Too few: each wish says how many it keeps out, and one press drops it.
  const looser = drawer.region.getByRole('group', { name: /would fit without one of these$/ });
  while ((await drawer.total()) > 2) {
    const now = await drawer.total();
    await filters.getByRole('button', { pressed: false }).first().click();
    await expect.poll(() => drawer.total()).toBeLessThan(now);
  }
  await expect(looser).toBeVisible();
  await looser.scrollIntoViewIfNeeded();
  await look(page, 'looser');
  const few = await drawer.total();
  const wish = looser.getByRole('button', { name: /^Drop / }).first();
  const more = Number(/(\d+) more/.exec((await wish.textContent()) ?? '')?.[1]);
  await wish.click();
  await expect.poll(() => drawer.total()).toBe(few + more);
  await expect(stands.getByRole('button', { name: `Ask so for ${name}` })).toBeVisible();
  await stands.getByRole('button', { name: `Ask so for ${name}` }).click();
  await expect(stands.getByRole('listitem').filter({ hasText: name }).getByText(/number \d+ of \d+/).first()).toBeVisible();
});

test('M09 up to four side by side, what differs first, by keyboard and on a phone', async ({ page }) => {
  test.setTimeout(300_000);
  const { desk, drawer } = await looksFor(page, 'Worry and panic');
  await desk.key('j');
  const names: string[] = [];
  for (let at = 1; at < 4; at++) {
    names.push(await drawer.results.nth(at).getByRole('heading').innerText());
    await page.keyboard.press('c');
    await page.keyboard.press('j');
  }
  await page.keyboard.press('v');
  const sheet = page.getByRole('dialog', { name: 'Compare 3' });
  await expect(sheet.getByRole('columnheader')).toHaveCount(3);
  expect((await sheet.getByRole('columnheader').allInnerTexts()).map((text) => text.split('\n')[0])).toEqual(names);
  await expect(sheet.getByRole('rowheader', { name: 'How to get there' })).toBeVisible();
  for (const row of await sheet.getByRole('row').filter({ has: page.getByRole('rowheader') }).all()) {
    const values = await row.getByRole('cell').allInnerTexts();
    expect(new Set(values).size).toBeGreaterThan(1); // only what differs stands in the table
  }
  await sheet.getByText(/^Alike in \d+/).click();
  await look(page, 'compare');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(sheet.getByRole('list', { name: 'Services side by side' }).getByRole('listitem')).toHaveCount(3);
  await fitsWidth(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await sheet.getByRole('button', { name: `Shortlist ${names[0]}` }).click();
  await sheet.getByRole('button', { name: `Take out ${names[2]}` }).click();
  await expect(page.getByRole('dialog', { name: 'Compare 2' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(drawer.region).toBeVisible();
  await expect(drawer.region.getByRole('button', { name: /^Compare 2/ })).toBeVisible();
});

test('a need is added to the request by what people say, with nothing chosen before', async ({ page }) => {
  const desk = new DeskApp(page, server.url);
  await desk.signIn('Ruth Adler');
  await desk.read('Worry and panic');
  await desk.request.getByRole('button', { name: 'Add a need' }).click();
  const box = desk.request.getByRole('combobox', { name: 'Which need?' });
  await expect(box).toHaveValue('');
  await box.fill('my husband died');
  await expect(desk.request.getByRole('option', { name: /^Grief/ }).first()).toBeVisible();
  await accessible(page);
  await desk.request.getByRole('option', { name: /^Grief/ }).first().click();
  await expect(desk.request.getByRole('button', { name: 'End Grief' })).toBeVisible();
});
