import { expect, test, type Page } from '@playwright/test';
import { accessible, fitsWidth, look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';
import { MatchDrawer } from '../pages/match-drawer.js';

/** From a claimed request to options in somebody's hand, on the invented county. */
const server = ownDesk();

const NEEDS = 'Worry and panic';
async function ruthHasClaimed(page: Page): Promise<{ desk: DeskApp; drawer: MatchDrawer }> {
  const desk = new DeskApp(page, server.url);
  await desk.signIn('Ruth Adler');
  await desk.read(NEEDS);
  return { desk, drawer: new MatchDrawer(page) };
}

test('a specialist finds, offers, writes down the choice, and hands out a card', async ({ page }) => {
  const { desk, drawer } = await ruthHasClaimed(page);
  await desk.key('f');
  await expect(drawer.region.getByRole('heading', { name: `Find for “${NEEDS}”` })).toBeFocused();
  await expect(drawer.results.first()).toBeVisible();

  // Spanish is a must and there is no insurance: each result says how it meets both.
  for (const hit of (await drawer.results.all()).slice(0, 3)) {
    await expect(hit.getByText(/^Meets: (Speaks Spanish|Spanish with an interpreter)/)).toBeVisible();
    await expect(hit.getByText(/^Meets: (Free|Takes a fee by income)/)).toBeVisible();
  }
  await expect(drawer.region.getByText('Left out, and why')).toBeVisible();

  // Three are shortlisted by keyboard and offered.
  const names: string[] = [];
  for (let at = 0; at < 3; at++) {
    names.push(await drawer.results.nth(at).getByRole('heading').innerText());
    await page.keyboard.press('x');
    await page.keyboard.press('j');
  }
  await expect(drawer.region.getByText('a real choice')).toBeVisible();
  await drawer.region.getByRole('button', { name: 'Offer 3' }).click();
  await expect(drawer.region).toBeHidden();

  const options = desk.request.getByRole('article').filter({ has: page.getByRole('group', { name: /^What they said about/ }) });
  await expect(options).toHaveCount(3);
  expect(await options.getByRole('heading').allInnerTexts()).toEqual(names);
  await expect(desk.request.getByText('Options given').first()).toBeVisible();

  // What was offered says so when one looks again.
  await desk.key('f');
  await expect(drawer.results.nth(0).getByText('Offered', { exact: true })).toBeVisible();
  await expect(drawer.results.nth(0).getByRole('button', { name: /^Shortlist/ })).toHaveCount(0);
  await drawer.close();

  // What the person said, in their words.
  await options.nth(0).getByRole('button', { name: 'They want it' }).click();
  await expect(options.nth(0).getByRole('button', { name: 'They want it' })).toHaveAttribute('aria-pressed', 'true');
  await options.nth(1).getByLabel('Why, in their words (optional)').fill('Too far by bus');
  await options.nth(1).getByRole('button', { name: 'Not this one' }).click();
  await expect(options.nth(1).getByRole('button', { name: 'Not this one' })).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expect(options.nth(1).getByLabel('Why, in their words (optional)')).toHaveValue('Too far by bus');

  // The card: only what was chosen, no name, no why.
  await desk.request.getByRole('link', { name: 'Card to hand over' }).click();
  await expect(page.getByRole('checkbox')).toHaveCount(2);
  await page.getByRole('button', { name: 'To print' }).click();
  const sheet = page.getByRole('article');
  await expect(sheet.getByRole('heading', { level: 1 })).toHaveText('Your list');
  await expect(sheet.getByRole('heading', { level: 2 })).toHaveText([names[0] ?? '']);
  await expect(sheet).toContainText(/555-01\d\d/);
  await expect(sheet).toContainText('We ask how it went on');
  await expect(sheet).not.toContainText(/panic|Lucía|R-/i);
  await accessible(page);

  await page.getByRole('link', { name: 'Back to the request' }).click();
  await expect(desk.request.getByText('You made a card.')).toBeVisible();
  await desk.open('/follow-up');
  await expect(page.getByText('Ask whether it helped')).toHaveCount(5); // the demo's own four, and this one
});

test('fewer than three need a reason', async ({ page }) => {
  const desk = new DeskApp(page, server.url);
  const drawer = new MatchDrawer(page);
  await desk.signIn('Ruth Adler');
  await desk.claim('Grief');
  await desk.key('f');
  await expect(drawer.results.first()).toBeVisible();
  await page.keyboard.press('x');
  await drawer.region.getByRole('button', { name: 'Offer 1' }).click();
  const why = drawer.region.getByLabel('Why fewer than three?');
  await expect(why).toBeVisible();
  await why.fill('They want this one only');
  await drawer.region.getByRole('button', { name: 'Offer 1' }).click();
  await expect(drawer.region).toBeHidden();
  await expect(desk.request.getByRole('heading', { name: 'Options offered' })).toBeVisible();
});

test('M01 M02 taking a wish away changes what is asked; what is not stated becomes a question', async ({ page }) => {
  const { desk, drawer } = await ruthHasClaimed(page);
  await desk.key('f');
  await expect(drawer.token('Spanish, a must')).toBeVisible();
  const before = await drawer.total();
  await drawer.takeAway('Spanish, a must');
  await expect(drawer.token('Spanish, a must')).toBeHidden();
  await expect.poll(() => drawer.total()).toBeGreaterThan(before);
  await expect(drawer.region.getByText(/Speaks Spanish/)).toHaveCount(0);
  await drawer.region.getByRole('button', { name: 'Change' }).click();
  await drawer.region.getByLabel('Wheelchair').check();
  await expect(drawer.token('Wheelchair')).toBeVisible();
  await expect(drawer.region.getByText('Ask: “Can a wheelchair get in?”').first()).toBeVisible();
});

test('M03 a need is added by keyboard, as people say it, in either language and with a slip', async ({ page }) => {
  test.setTimeout(300_000);
  const { desk, drawer } = await ruthHasClaimed(page);
  await desk.key('f');
  await expect(drawer.results.first()).toBeVisible();
  await drawer.region.getByRole('button', { name: 'Change' }).click();
  const box = drawer.region.getByRole('combobox', { name: 'Another need' });
  const list = drawer.region.getByRole('listbox', { name: 'Needs' });

  // Likely ones first, by their families, and what nobody offers last and said so.
  await box.focus();
  await page.keyboard.press('ArrowDown');
  await expect(list.getByRole('group').first()).toHaveAccessibleName('Near what they asked for');
  await expect(list.getByRole('group').last()).toHaveAccessibleName('No listing yet');
  await expect(list.getByRole('group', { name: 'No listing yet' }).getByRole('option', { name: /no listing yet$/ }).first()).toBeAttached();
  await expect(list.getByRole('option', { name: /^Anxiety and worry/ })).toHaveCount(0); // asked for already
  await accessible(page);
  await fitsWidth(page);
  if (process.env['SCREENSHOTS']) await page.screenshot({ path: 'test-results/screenshots/need-picker-all.png' });

  // Words of people, with a slip; one key takes what is found, another leaves the list and not the drawer.
  await box.fill('no puedo domrir');
  await expect(list.getByRole('option').first()).toContainText('Sleep problems');
  await expect(list.getByRole('option', { selected: true })).toHaveText(/^Sleep problems \d+ listings$/);
  await look(page, 'need-picker-found');
  await box.press('Escape');
  await expect(list).toBeHidden();
  await expect(drawer.region).toBeVisible();
  await box.press('ArrowDown');
  await box.press('Enter');
  await expect(drawer.token('Sleep problems')).toBeVisible();
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('');

  await box.fill('can’t pay my rent');
  await expect(list.getByRole('option', { name: /^Help with rent/ })).toContainText('“I can\'t pay my rent”');
  await list.getByRole('option', { name: /^Help with rent/ }).click();
  await expect(drawer.token('Help with rent')).toBeVisible();
  await box.fill('qqqq');
  await expect(drawer.region.getByText('No need is called that. Try another word.')).toBeVisible();
  await accessible(page);
});

test('M04 a card says whether the place is open now, on the screen and never on paper', async ({ page }) => {
  const { desk, drawer } = await ruthHasClaimed(page);
  await desk.key('f');
  const said = drawer.region.getByText(/^(Open now until \S|Opens \S|Day and night$|Closed today \(|Perhaps closed today \()/).first();
  await expect(said).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(said).toBeHidden();
});

for (const [width, scheme] of [[390, 'light'], [390, 'dark'], [1440, 'light'], [1440, 'dark']] as const) {
  test(`X01 X04 matching is accessible at ${width} px in the ${scheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
    await page.emulateMedia({ colorScheme: scheme });
    const { desk, drawer } = await ruthHasClaimed(page);
    await desk.key('f');
    await expect(drawer.results.first()).toBeVisible();
    await accessible(page);
    await fitsWidth(page);
    await drawer.results.first().getByRole('button', { name: /^Phone, hours, place/ }).click();
    // On a wide screen they stand beside the list.
    const details = width < 1280 ? drawer.results.first() : drawer.region.getByRole('region', { name: await drawer.results.first().getByRole('heading').innerText(), exact: true });
    await expect(details.getByText(/555-01\d\d/).first()).toBeVisible();
    await drawer.region.getByRole('button', { name: 'Change' }).click();
    await accessible(page);
    await fitsWidth(page);
    if (process.env['SCREENSHOTS']) await page.screenshot({ path: `test-results/screenshots/match-${width}-${scheme}.png` });
    await drawer.close();
    await accessible(page);
    await desk.open('/follow-up');
    await expect(desk.title).toHaveText('Follow-ups');
    await accessible(page);
  });
}
