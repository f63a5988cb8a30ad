import { expect, test, type Page } from '@playwright/test';
import { accessible, fitsWidth, look } from '../check.js';
import { DeskApp } from '../pages/desk-app.js';

const base = (): string => process.env['DESK_URL'] ?? '';

interface Listed {
  id: string;
  name: string;
}
/** A listing that the world can read of: the one at this place of the list. */
async function aListing(place: number): Promise<Listed> {
  const answer = await fetch(`${base()}/hsds/services?per_page=50`);
  const { contents } = (await answer.json()) as { contents: (Listed & { status: string })[] };
  return contents.filter(({ status }) => status === 'active')[place] as Listed;
}

for (const [place, javaScriptEnabled] of [[3, true], [4, false]] as const) {
  test.describe(`script ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    const checked = (page: Page): Promise<void> => (javaScriptEnabled ? accessible(page) : fitsWidth(page)); // axe is a script

    test('M12 anybody says what is wrong in two taps and Send, without an account', async ({ page }) => {
      const { id, name } = await aListing(place);
      let presses = 0;
      const press = async (what: ReturnType<typeof page.getByRole>): Promise<void> => {
        presses++;
        await what.click();
      };
      const h1 = page.getByRole('heading', { level: 1 });
      await page.goto(`${base()}/en/find/${id}`);
      await expect(h1).toHaveText(name);
      await checked(page);
      await fitsWidth(page);
      if (javaScriptEnabled) await look(page, 'find-listing', { whole: true });
      await press(page.getByRole('link', { name: 'Something here is wrong' }));
      await expect(h1).toHaveText('What is wrong?');
      await checked(page);
      await fitsWidth(page);
      if (javaScriptEnabled) await look(page, 'find-wrong', { whole: true });
      await page.getByRole('button', { name: 'Send' }).click(); // nothing chosen: said, and nothing lost
      await expect(page.getByRole('alert')).toContainText('Choose what is wrong');
      await page.getByLabel('What did you find?').fill('A machine says the number does not exist.');
      await press(page.getByText('The phone number', { exact: true }));
      await press(page.getByRole('button', { name: 'Send' }));
      await expect(h1).toHaveText('Thank you');
      await checked(page);
      expect(presses).toBe(3);
      expect(await page.context().cookies()).toEqual([]); // no trace
      await page.getByRole('link', { name, exact: true }).click();
      await expect(page.getByRole('main')).toContainText('Someone told us that something here is wrong. Ask when you call.');
      await expect(page.getByRole('main')).toContainText('“The phone number”. We are looking into it.');
      if (javaScriptEnabled) await look(page, 'find-told', { whole: true });
      await page.goto(`${base()}/es/find/${id}`);
      await expect(page.getByRole('main')).toContainText('Lo estamos averiguando.');
      await checked(page);
    });
  });
}

test('M12 it waits for a steward, who calls, writes down what was found, and the page tells it', async ({ page }) => {
  const { id, name } = await aListing(5);
  const body = new URLSearchParams({ wrong: 'hours', words: 'Closed on Fridays now' });
  for (let n = 0; n < 2; n++) expect((await fetch(`${base()}/en/find/${id}/wrong`, { method: 'POST', body, redirect: 'manual' })).status).toBe(303);
  const desk = new DeskApp(page, base());
  await desk.signIn('Mei Tan');
  await page.getByRole('link', { name: 'Still right?' }).click();
  const told = page.getByRole('list', { name: 'Told by the public' }).getByRole('listitem', { name, exact: true });
  await expect(told).toContainText('Hours are wrong');
  await expect(told).toContainText('Closed on Fridays now');
  await expect(told).toContainText('Said by 2');
  await told.getByRole('button', { name: 'I looked' }).click();
  await told.getByLabel('Who told you').fill('Dana Whitlock, intake');
  await accessible(page);
  await fitsWidth(page);
  await look(page, 'checks-told', { whole: 'phone' });
  await told.getByRole('button', { name: 'It was wrong, and is right now' }).click();
  await expect(told).toHaveCount(0);
  await page.goto(`${base()}/en/find/${id}`);
  await expect(page.getByRole('main')).toContainText('“The opening hours”. It was wrong. It is right now.');
});
