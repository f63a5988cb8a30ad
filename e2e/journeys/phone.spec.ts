import { expect, test, type Locator, type Page } from '@playwright/test';
import { fitsWidth, settled } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';
import { MatchDrawer } from '../pages/match-drawer.js';
import { SpecialistApi } from '../pages/specialist-api.js';

test.use({ hasTouch: true });

const base = (): string => process.env['DESK_URL'] ?? '';
/** Where nobody else sends requests meanwhile. */
const own = ownDesk();
/** Rooms of each of the desk's people. */
const ROOMS: readonly [who: string, paths: readonly string[]][] = [
  ['Ruth Adler', ['/inquiries', '/follow-up', '/tasks', '/calendar', '/new-request', '/shift-end', '/team', '/saved-views', '/practise', '/agencies']],
  ['Ana Rios', ['/inquiries', '/load', '/promises', '/reviews', '/ready-texts', '/skips', '/ordering']],
  ['Mei Tan', ['/directory', '/listings', '/checks', '/quality', '/imports', '/words', '/vocabularies']],
  ['Amos Bell', ['/staff', '/settings', '/mailbox', '/audit']],
];
/** What only a keyboard has: its sheet, and the footer that tells of it. */
const KEYBOARD = [/^All keys/, /^Do something/, /^Keys( are off)?$/];

/** What a bar says shorter. */
const SHORTER: Readonly<Record<string, string>> = { 'button: Find help': 'button: Find' };
const ROLES = 'button|textbox|combobox|checkbox|radio|switch|searchbox|spinbutton|slider';

/** Everything somebody can press, choose or fill in, by role and name, and where links lead; numbers and keys left out. */
async function actions(within: Locator): Promise<ReadonlySet<string>> {
  const heard = await within.ariaSnapshot();
  const pressed = [...heard.matchAll(new RegExp(`- (${ROLES}) "((?:[^"\\\\]|\\\\.)*)"`, 'g'))].map(([, role, name = '']) => `${role}: ${name.replaceAll(/\d+/g, '#').replace(/, beside the list$| [A-Z?/.]$/, '').trim()}`);
  const links = await within.locator('a[href]').evaluateAll((all) => all.filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => `link: ${(one as HTMLAnchorElement).pathname}${(one as HTMLAnchorElement).search}`));
  return new Set([...pressed, ...links]);
}

const wide = (page: Page): Promise<void> => page.setViewportSize({ width: 1440, height: 900 });
const narrow = (page: Page): Promise<void> => page.setViewportSize({ width: 375, height: 700 });

/** What a phone offers in this room: the room itself, the bar below, and what the bar's "More" opens. */
async function onPhone(page: Page): Promise<ReadonlySet<string>> {
  const all = page.locator('body');
  const seen = await actions(all);
  const more = page.getByRole('button', { name: 'More', exact: true });
  if (!(await more.isVisible())) return seen;
  await more.tap();
  await expect(page.getByRole('dialog', { name: 'More' })).toBeVisible();
  await fitsWidth(page);
  const opened = await actions(all);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  return new Set([...seen, ...opened]);
}

/** Says what a wide screen offers here and a phone does not. */
async function missing(page: Page, here: Locator = page.locator('body')): Promise<string[]> {
  await wide(page);
  await settled(page);
  const desk = await actions(here);
  expect(desk.size).toBeGreaterThan(0);
  await narrow(page);
  await fitsWidth(page);
  const phone = await onPhone(page);
  return [...desk].filter((action) => !phone.has(SHORTER[action] ?? action) && !KEYBOARD.some((key) => key.test(action.replace(/^\w+: /, ''))));
}

for (const [who, paths] of ROOMS) {
  test(`S26 at 375 px ${who} reaches everything a wide screen offers`, async ({ page }) => {
    const desk = new DeskApp(page, base());
    await desk.signIn(who);
    for (const path of paths) {
      await desk.open(path);
      expect(await missing(page), path).toEqual([]);
    }
  });
}

test('S26 at 375 px a request offers what it offers on a wide screen: free, claimed, with its drawer, and with an agency to ask', async ({ page, request }) => {
  const ruth = new SpecialistApi(request, own.url);
  await ruth.signIn('ruth@example.org');
  const { inquiryId } = await ruth.chosen();
  const desk = new DeskApp(page, own.url);
  await desk.signIn('Ruth Adler');
  const free = await page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Claim R-/ }) }).getByRole('link').first().getAttribute('href');
  await page.goto(own.url + free);
  await expect(desk.request.getByRole('button', { name: /^Claim/ })).toBeVisible();
  expect(await missing(page, desk.request), 'free').toEqual([]);
  await desk.open(`/inquiries/${inquiryId}`);
  await expect(desk.note).toBeVisible();
  expect(await missing(page, desk.request), 'claimed').toEqual([]);
  await wide(page);
  await desk.key('f');
  const drawer = new MatchDrawer(page);
  await expect(drawer.results.first()).toBeVisible();
  expect(await missing(page, drawer.region), 'drawer').toEqual([]);
});
