import { expect, test, type Page } from '@playwright/test';
import { look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';

/** A desk of its own: what somebody chooses here is not the keys of other journeys. */
const server = ownDesk();

const signedIn = async (page: Page, name: string): Promise<DeskApp> => {
  const app = new DeskApp(page, server.url);
  await app.signIn(name);
  return app;
};
const sheetOf = (page: Page) => page.getByRole('dialog', { name: 'Keys that work here' });
const paletteOf = (page: Page) => page.getByRole('dialog', { name: 'What would you like to do?' });

test('S06 another key is chosen, holds in another browser, and can be given back', async ({ page, browser }) => {
  const ruth = await signedIn(page, 'Ruth Adler');
  await ruth.read('Worry and panic');
  await ruth.key('?');
  await sheetOf(page).getByRole('button', { name: 'Change the key for note' }).click();
  await expect(page.getByLabel('New key for note')).toBeFocused();
  await look(page, 'keys-choose');
  await page.keyboard.press('9');
  await expect(sheetOf(page).getByRole('button', { name: 'Change the key for note' })).toBeFocused();
  await expect(sheetOf(page).getByRole('term').filter({ hasText: /^9$/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await ruth.key('n');
  await expect(ruth.note).not.toBeFocused();

  const later = await signedIn(await (await browser.newContext()).newPage(), 'Ruth Adler');
  await later.read('Worry and panic');
  await expect(later.page.getByRole('contentinfo')).toContainText('9 note');
  await later.key('9');
  await expect(later.note).toBeFocused();
  await later.key('?');
  await sheetOf(later.page).getByRole('button', { name: 'All keys as they were' }).click();
  await later.page.keyboard.press('Escape');
  await later.key('n');
  await expect(later.note).toBeFocused();
  await later.page.context().close();
});

test('S07 the palette does each thing by other words for it, and G with a letter goes', async ({ page }) => {
  const ruth = await signedIn(page, 'Ruth Adler');
  await ruth.read('Worry and panic');
  for (const [word, action] of [['remark', 'Note'], ['comment', 'Note'], ['match', 'Find'], ['what could help', 'Find'], ['shortcuts', 'Show all keys'], ['help', 'Show all keys'], ['away', 'Lock the screen'], ['blank', 'Lock the screen'], ['call back', 'Go to Follow-ups'], ['due', 'Go to Follow-ups']] as const) {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Type a word' })).toBeFocused();
    await page.keyboard.type(word);
    await expect(paletteOf(page).getByRole('option').first()).toContainText(action);
    await page.keyboard.press('Escape');
    await expect(paletteOf(page)).toHaveCount(0);
  }
  await page.keyboard.press('Control+k');
  await look(page, 'palette');
  await page.keyboard.type('nothing like this');
  await expect(page.getByText('Nothing is called that.')).toBeVisible();
  await look(page, 'palette-nothing');
  await page.getByRole('combobox', { name: 'Type a word' }).fill('remark');
  await page.keyboard.press('Enter');
  await expect(ruth.note).toBeFocused();
  await ruth.key('g');
  await page.keyboard.press('m');
  await expect(page).toHaveURL(/view=mine/);
  await ruth.key('g');
  await page.keyboard.press('u');
  await expect(ruth.title).toHaveText('Follow-ups');
});

test('S22 what stands in the tab, the address and the history names nobody, and one key blanks the screen', async ({ page }) => {
  const ruth = await signedIn(page, 'Ruth Adler');
  await page.evaluate(() => Object.assign(globalThis, { Notification: class { constructor() { throw new Error('a notification'); } } }));
  await ruth.claim('After a hospital stay, family support');
  await page.getByLabel('Why do you need the name and contact?').selectOption('contact-now');
  await page.getByRole('button', { name: 'Show name and contact' }).click();
  await expect(page.getByText('203-555-0142')).toBeVisible();
  const told = async (): Promise<string> => `${await page.title()} ${page.url()} ${JSON.stringify(await page.evaluate(() => [history.state, { ...localStorage }, { ...sessionStorage }]))}`;
  expect(await told()).not.toMatch(/Teo|Marisol|555|hospital|R-/);
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/Teo|555|hospital|Ruth/);
  await page.keyboard.press('Control+k');
  await expect(paletteOf(page)).toHaveCount(0);
  await look(page, 'locked');
  await ruth.unlock('Unlock');
  await expect(ruth.title).toHaveText('After a hospital stay, family support');
});

test('S23 without a connection: it says so, what would change something rests with its reason, words are kept, and it catches up by itself', async ({ page, browser, context }) => {
  const ruth = await signedIn(page, 'Ruth Adler');
  const ana = await signedIn(await (await browser.newContext()).newPage(), 'Ana Rios');
  await ruth.claim('Worry and panic, loneliness');
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText(/^No connection since/)).toBeVisible();
  await ruth.note.fill('She would rather write than talk.');
  await expect(page.getByText('Draft not saved yet. It is kept here and tried again.')).toBeVisible();
  const save = page.getByRole('button', { name: 'Save note' });
  await expect(save).toHaveAttribute('aria-disabled', 'true');
  await expect(save).toHaveAccessibleDescription(/^No connection since .* wait until the connection is back\.$/);
  await save.click({ force: true }); // it is pressed in vain
  await look(page, 'offline');
  await expect(ruth.note).toHaveValue('She would rather write than talk.');

  await ana.claim('Hard memories');
  await page.getByRole('region', { name: 'Request', exact: true }).evaluate((here) => Object.assign(here, { stayed: true }));
  await context.setOffline(false);
  await expect(page.getByText(/^No connection since/)).toHaveCount(0);
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await expect(ruth.row('Hard memories').getByRole('img', { name: 'With Ana Rios' })).toBeVisible();
  expect(await page.getByRole('region', { name: 'Request', exact: true }).evaluate((here) => 'stayed' in here)).toBe(true); // no reload
  await save.click();
  await expect(page.getByRole('listitem').filter({ hasText: 'You noted:' })).toContainText('She would rather write than talk.');
  await ana.page.context().close();
});

/** Where the focus is: its name, whether it is seen, and whether something lies on it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement as HTMLElement;
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    const [x, y] = [Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1), Math.min(Math.max(box.y + Math.min(box.height / 2, 12), 0), innerHeight - 1)];
    const top = document.elementFromPoint(x, y);
    const ringed = (at: Element | null): boolean => !!at && getComputedStyle(at).outlineStyle !== 'none' && parseFloat(getComputedStyle(at).outlineWidth) > 0;
    const ring = ringed(one) || ringed(one.closest('.row')); // a row is ringed as a whole
    return { name: `${one.tagName} ${one.id} ${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 40)}`, onPage: one !== document.body, seen: ring || style.boxShadow !== 'none', covered: `${top?.tagName} ${top?.className}`, isCovered: !top || !(one.contains(top) || top.contains(one) || top.closest('label')?.contains(one)) };
  });

for (const [who, path] of [['Ruth Adler', '/inquiries'], ['Ruth Adler', '/follow-up'], ['Amos Bell', '/settings'], ['Amos Bell', '/staff'], ['Mei Tan', '/checks'], ['Mei Tan', '/listings']] as const) {
  test(`X02 Tab goes through ${path} and out again: the focus is always seen, never covered, never caught`, async ({ page }) => {
    const app = await signedIn(page, who);
    await app.open(path);
    await expect(app.title).toBeVisible();
    if (path === '/inquiries') await app.read('Worry and panic');
    await page.evaluate(() => { (document.activeElement as HTMLElement | null)?.blur(); getSelection()?.removeAllRanges(); });
    const faults: string[] = [];
    let left = false;
    for (let stop = 0; stop < 400 && !left; stop++) {
      await page.keyboard.press('Tab');
      const { name, onPage, seen, isCovered, covered } = await focused(page);
      left = !onPage;
      if (onPage && !seen) faults.push(`not seen: ${name}`);
      if (onPage && isCovered) faults.push(`covered by ${covered}: ${name}`);
    }
    expect(faults).toEqual([]);
    expect(left).toBe(true);
  });
}

test('X06 who wants less motion gets none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const ruth = await signedIn(page, 'Ruth Adler');
  await ruth.read('Worry and panic');
  const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter((one) => { const { transitionDuration, animationDuration } = getComputedStyle(one); return [transitionDuration, animationDuration].some((all) => all.split(',').some((each) => parseFloat(each) * (each.trim().endsWith('ms') ? 1 : 1000) > 10)); }).map((one) => one.className));
  expect(moving).toEqual([]);
});
