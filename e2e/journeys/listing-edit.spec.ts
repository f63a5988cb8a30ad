import { expect, test } from '@playwright/test';
import { accessible, fitsWidth, look } from '../check.js';
import { DeskApp } from '../pages/desk-app.js';

const base = (): string => process.env['DESK_URL'] ?? '';

test('a steward says when a place is open, whom it serves, what peer support it declares, and whether it belongs into the directory', async ({ page }) => {
  test.setTimeout(300_000);
  const desk = new DeskApp(page, base());
  await desk.signIn('Mei Tan');
  await page.getByRole('link', { name: 'Listings', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Name or phone number' }).fill('warmline');
  await page.getByRole('list', { name: 'Listings found' }).getByRole('listitem').first().getByRole('link').click();
  const edits = page.getByRole('region', { name: 'Change it' });
  const history = page.getByRole('table', { name: 'What changed, the newest first' });

  // Hours: by keyboard alone, with a look before anything is written.
  await edits.getByRole('button', { name: 'Change Hours' }).focus();
  await page.keyboard.press('Enter');
  const hours = page.getByRole('form', { name: 'Hours' });
  await expect(hours.getByRole('button', { name: 'Add a rule' })).toBeVisible();
  const takes = hours.getByRole('button', { name: /^Take out/ });
  for (let left = await takes.count(); left > 0; left--) {
    await takes.first().click();
    await expect(takes).toHaveCount(left - 1); // a button that is on its way out is counted otherwise
  }
  await hours.getByRole('button', { name: 'Add a rule' }).press('Enter');
  await hours.getByRole('checkbox', { name: 'Wednesday' }).press('Space');
  await hours.getByText('Not every week').press('Enter');
  await hours.getByRole('checkbox', { name: '2nd' }).press('Space');
  await hours.getByRole('checkbox', { name: '4th' }).press('Space');
  await hours.getByLabel('Opens', { exact: true }).fill('18:00');
  await hours.getByRole('button', { name: 'See how it reads' }).press('Enter');
  await expect(hours.getByLabel('Closes')).toHaveAttribute('aria-invalid', 'true');
  await expect(hours.getByText('Say when it closes').first()).toBeVisible();
  await expect(hours.getByLabel('Opens', { exact: true })).toHaveValue('18:00');
  await hours.getByLabel('Closes').fill('19:30');
  await hours.getByRole('button', { name: 'Add a day' }).press('Enter');
  await hours.getByLabel('First day').fill('2027-12-24');
  await hours.getByLabel('Why').selectOption('holiday break');
  await hours.getByLabel('Public holidays').selectOption('Closed on all');
  await hours.getByRole('button', { name: 'See how it reads' }).press('Enter');
  await expect(hours.getByText('2nd and 4th Wednesday, 6 pm to 7:30 pm', { exact: true })).toBeVisible();
  await expect(hours.getByText('Closed: holiday break, December 24, 2027')).toBeVisible();
  await expect(hours.getByText(/^Next: Wednesday, /)).toBeVisible();
  await accessible(page);
  await fitsWidth(page);
  await look(page, 'listing-edit-hours', { whole: true });
  await hours.getByRole('button', { name: 'Change the hours' }).press('Enter');
  await expect(history.getByRole('row').nth(1)).toContainText('2nd and 4th Wednesday');
  await expect(edits.getByRole('button', { name: 'Change Hours' })).toBeFocused();

  // Whom it serves: what cannot be read is said at its field.
  await edits.getByRole('button', { name: 'Change Where they help' }).click();
  const areas = page.getByRole('form', { name: 'Where they help' });
  await areas.getByRole('button', { name: 'Add an area' }).click();
  await areas.getByLabel('Which').fill('Nowhere County, CT');
  await areas.getByRole('button', { name: 'Change where they help' }).click();
  await expect(areas.getByLabel('Which')).toHaveAttribute('aria-invalid', 'true');
  await areas.getByLabel('What it is').selectOption('ZIP codes');
  await areas.getByLabel('Which').fill('06604 06605');
  await areas.getByLabel('Does it serve this ZIP code?').fill('06604');
  await areas.getByRole('button', { name: 'Try it' }).click();
  await expect(areas.getByText('Yes, it serves 06604.')).toBeVisible();
  await accessible(page);
  await fitsWidth(page);
  await look(page, 'listing-edit-areas', { whole: true });
  await areas.getByRole('button', { name: 'Change where they help' }).click();
  await expect(history.getByRole('row').nth(1)).toContainText('06604, 06605');

  // Peer support: what the line does without being asked.
  await edits.getByRole('button', { name: 'Change Peer support' }).click();
  const peer = page.getByRole('form', { name: 'Peer support' });
  for (const ticked of await peer.getByRole('checkbox', { checked: true }).all()) await ticked.uncheck();
  await peer.getByRole('checkbox', { name: 'Peer warmline' }).check();
  await peer.getByRole('checkbox', { name: 'Psychosis and voices' }).check();
  await peer.getByText('What these words mean').press('Enter');
  await expect(peer.getByText('They have heard or believed what others did not.', { exact: true })).toBeVisible();
  await peer.getByLabel('Who answers its line').selectOption('Volunteers');
  await peer.getByLabel('May the line send help without asking?').selectOption('No, never without consent');
  await peer.getByLabel('Calls a day for one person').fill('7');
  await accessible(page);
  await fitsWidth(page);
  await look(page, 'listing-edit-peer', { whole: true });
  await peer.getByRole('button', { name: 'Change peer support' }).click();
  await expect(page.getByText('This line never sends anyone without your consent. 7 calls a day.').first()).toBeVisible();
  await page.getByRole('link', { name: 'Its public page' }).click();
  await expect(page.getByText('This line never sends anyone without your consent.')).toBeVisible();
  await accessible(page);
  await expect(page.getByText('Psychosis and voices', { exact: true })).toBeVisible();
  await look(page, 'listing-peer-public', { whole: true });
  await page.goto(page.url().replace('/en/', '/es/'));
  await expect(page.getByText('Línea atendida por pares', { exact: true })).toBeVisible();
  await expect(page.getByText('Psicosis y voces', { exact: true })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await edits.getByRole('button', { name: 'Take it back' }).click();
  await expect(history.getByRole('row').nth(1).locator('del')).toContainText('7 calls a day');

  // Excluded it has no public page; included again it is there.
  const decide = async (decision: string, clause: string): Promise<void> => {
    await edits.getByRole('button', { name: 'Change In the directory' }).click();
    const form = page.getByRole('form', { name: 'In the directory' });
    await form.getByLabel('Decision').selectOption(decision);
    await form.getByLabel('What of our policy it rests on').selectOption(clause);
    await form.getByLabel('Why').fill('They asked for money first');
    await accessible(page);
    await fitsWidth(page);
    await look(page, `listing-${decision.toLowerCase()}`, { whole: true });
    await form.getByRole('button', { name: 'Decide' }).click();
    await expect(form).toBeHidden();
  };
  await decide('Excluded', 'It hides what it costs');
  await expect(page.getByText('excluded from the directory')).toBeVisible();
  const address = await page.getByRole('link', { name: 'Its public page' }).getAttribute('href');
  expect((await page.request.get(`${base()}${address}`)).status()).toBe(404);
  await decide('Included', 'not stated');
  await expect(page.getByText('excluded from the directory')).toBeHidden();
  expect((await page.request.get(`${base()}${address}`)).status()).toBe(200);
});
