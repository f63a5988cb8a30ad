import { expect, test, type Page, type PlaywrightWorkerArgs } from '@playwright/test';
import { accessible, fitsWidth, look } from '../check.js';
import { DeskApp } from '../pages/desk-app.js';
import { DemoMailbox } from '../pages/mailbox.js';
import { linesIn, Referring } from '../pages/referring.js';
import { SpecialistApi } from '../pages/specialist-api.js';

const base = (): string => process.env['DESK_URL'] ?? '';

/** One question, and nothing that scrolls sideways; with script the page is looked at from all sides (axe needs script). */
async function sound(page: Page, script: boolean, name?: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await fitsWidth(page);
  if (!script) return;
  await accessible(page);
  if (name) await look(page, `agency-${name}`, { whole: true });
}

interface Asked {
  box: DemoMailbox;
  link: string;
  /** What the desk showed before it sent: label and value of each line. */
  shown: string[][];
}

/** A specialist reads the preview out and sends it, on a screen of their own; answers with the agency's mail, and the mailbox to find the code in. */
async function asked({ browser, playwright }: Pick<PlaywrightWorkerArgs, 'browser' | 'playwright'>, over: object = {}): Promise<Asked> {
  const [amos, ruth] = await Promise.all([playwright.request.newContext(), playwright.request.newContext()]);
  const box = new DemoMailbox(amos, base());
  await box.signIn();
  const known = (await box.all()).length;
  const api = new SpecialistApi(ruth, base());
  await api.signIn('ruth@example.org');
  const { inquiryId, option } = await api.chosen(over);
  const context = await browser.newContext({ storageState: await ruth.storageState(), javaScriptEnabled: true, locale: 'en-US' });
  const desk = new DeskApp(await context.newPage(), base());
  const refer = new Referring(desk.page, desk.request);
  await desk.open(`/inquiries/${inquiryId}`);
  await refer.ways(option).getByRole('button', { name: 'We ask by link' }).click();
  await refer.panel().getByRole('checkbox', { name: 'What they need help with' }).check();
  await expect.poll(() => refer.seen()).toContain('What would help');
  const shown = await refer.lines();
  await refer.panel().getByRole('checkbox', { name: 'They heard exactly this and said yes' }).check();
  await refer.panel().getByRole('button', { name: /^Send to / }).click();
  await expect(refer.referral(option)).toContainText('Asked by link');
  await context.close();
  const { text } = await box.next(/^Someone asked/, known);
  return { box, link: /\/a\/[\w-]{43}/.exec(text)?.[0] ?? '', shown };
}

/** Words that somebody sees, header and foot included; what stands in the lines of the facts is counted apart. */
async function wordsOn(page: Page): Promise<{ all: number; facts: number }> {
  const count = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const facts = await page.getByRole('main').locator('dl').allInnerTexts();
  const skip = await page.locator('.skip').innerText(); // stands outside the screen
  return { all: count(await page.locator('body').innerText()) - count(skip), facts: count(facts.join(' ')) };
}

/** From the mail to the facts: Continue, then the code from the second mail. */
async function enter(page: Page, box: DemoMailbox, words: { go: string; code: string }): Promise<void> {
  const known = (await box.all()).length;
  await page.getByRole('button', { name: words.go }).click();
  await expect(page.getByLabel(words.code)).toBeVisible();
  const [, code = ''] = /^(\d{6})$/m.exec((await box.next(/^Your code/, known)).text) ?? [];
  await page.getByLabel(words.code).fill(code);
  await page.getByRole('button', { name: words.go }).click();
}

for (const script of [true, false]) {
  test.describe(`an agency answers, script ${script ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled: script, locale: 'en-US' });

    test('A07 from the mail to an accepted referral, in English', async ({ page, browser, playwright }) => {
      test.setTimeout(300_000); // two screens, and each page looked at from all sides
      const { box, link, shown } = await asked({ browser, playwright });
      await page.goto(`${base()}${link}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Someone asked for your help');
      expect((await wordsOn(page)).all).toBeLessThanOrEqual(30);
      await sound(page, script, 'landing');
      const known = (await box.all()).length;
      await page.getByRole('button', { name: 'Continue' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Type the code from your mail');
      await expect(page.getByLabel('Code')).toBeFocused();
      expect((await wordsOn(page)).all).toBeLessThanOrEqual(25);
      await sound(page, script, 'code');
      await page.getByLabel('Code').fill('12');
      await page.getByRole('button', { name: 'Continue' }).click();
      await expect(page.getByRole('alert')).toContainText('Check the six digits');
      await sound(page, script);
      const [, code = ''] = /^(\d{6})$/m.exec((await box.next(/^Your code/, known)).text) ?? [];
      await page.getByLabel('Code').fill(code);
      await page.getByRole('button', { name: 'Continue' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Can you help?');
      await expect(page.getByRole('region', { name: 'Contact safely' })).toBeVisible();
      // Exactly what the desk showed, string by string: nothing else of the request is anywhere in the page.
      expect(shown.length).toBeGreaterThan(7);
      // What is asked comes first here, how to make contact safely first for who has answered.
      await expect.poll(async () => (await linesIn(page.getByRole('main'))).sort()).toEqual([...shown].sort());
      const { all, facts } = await wordsOn(page);
      expect(all - facts).toBeLessThanOrEqual(60);
      expect(await page.locator('body').innerHTML()).not.toMatch(/stopped seeing people|25 to 59|06850/);
      await sound(page, script, 'facts');
      await page.getByRole('link', { name: 'We cannot' }).click();
      await sound(page, script, 'cannot');
      await page.getByRole('button', { name: 'Send our answer' }).click();
      await expect(page.getByRole('alert')).toContainText('Pick one reason');
      await sound(page, script);
      await page.getByRole('link', { name: 'Back' }).click();
      await page.getByLabel('Your name').fill('Dana Whitlock');
      await page.getByRole('button', { name: 'Yes, we will contact them' }).click();
      // The first thing in view: that it has arrived, and what happens next.
      await page.setViewportSize({ width: 390, height: 700 });
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you. You said yes.');
      await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
      await expect(page.getByText('Contact them in the safe way below.')).toBeInViewport({ ratio: 1 });
      expect(await page.evaluate('scrollY')).toBe(0);
      expect(await linesIn(page.getByRole('main'))).toEqual(shown);
      await expect(page.getByRole('region', { name: 'Your answers so far' })).toContainText('Dana Whitlock');
      await sound(page, script, 'answered');
      await page.getByRole('link', { name: 'Tell us what became of it' }).click();
      await sound(page, script, 'later');
      await expect(page.getByRole('radio', { name: 'We have a place now, and will contact them' })).toHaveCount(0); // they had no waiting list
      await page.getByText('They got help from us').click();
      await page.getByRole('button', { name: 'Send our answer' }).click();
      await expect(page.getByRole('region', { name: 'Your answers so far' })).toContainText('You said that they got help.');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you. They got help.');
      expect(await linesIn(page.getByRole('main'))).toEqual(shown.slice(-1)); // ended: the number alone
      await sound(page, script, 'ended');

      // Whoever opens the mail again is not asked again.
      await page.context().clearCookies();
      await page.goto(`${base()}${link}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This was answered');
      await expect(page.getByText(/^You answered on \w+day, /)).toBeVisible();
      await sound(page, script, 'answered-landing');
    });

    test('a waiting list that ends: a place, said once, also with two tabs open', async ({ page, context, browser, playwright }) => {
      const { box, link } = await asked({ browser, playwright });
      const said = page.getByRole('region', { name: 'Your answers so far' });
      await page.goto(`${base()}${link}`);
      await enter(page, box, { go: 'Continue', code: 'Code' });
      await page.getByLabel('Your name').fill('Dana Whitlock');
      await page.getByRole('button', { name: 'Yes, with a waitlist' }).click();
      await expect(said).toContainText('You said yes, with a waitlist.');
      await sound(page, script, 'waitlisted');
      await page.getByRole('link', { name: 'We have a place, or it ended' }).click();
      await expect(page.getByText('We have a place now, and will contact them')).toBeVisible(); // before the address is read
      const other = await context.newPage();
      await other.goto(page.url());
      await page.getByText('We have a place now, and will contact them').click();
      await sound(page, script, 'place');
      await page.getByRole('button', { name: 'Send our answer' }).click();
      await expect(said).toContainText('You said that you have a place now.');
      await sound(page, script, 'placed');

      await other.getByText('We have a place now, and will contact them').click();
      await other.getByRole('button', { name: 'Send our answer' }).click();
      await expect(other.getByRole('region', { name: 'Your answers so far' }).getByRole('listitem')).toHaveCount(2);
      await other.getByRole('link', { name: 'Tell us what became of it' }).click();
      await other.getByText('They got help from us').click();
      await other.getByRole('button', { name: 'Send our answer' }).click();
      await page.goto(page.url().replace(/\w+$/, 'later'));
      await expect(said.getByRole('listitem')).toHaveCount(3);
      await expect(page.getByRole('button', { name: 'Send our answer' })).toHaveCount(0); // it has ended: there is nothing more to say
    });
  });
}

/** A question on the agency's page, the answer at the desk, and back again. */
test.describe('an agency asks first', () => {
  test.use({ locale: 'en-US' });

  test('its question is answered with what the person agreed to say, and it says yes', async ({ page, browser, playwright }) => {
    test.setTimeout(300_000);
    const { box, link, shown } = await asked({ browser, playwright });
    const service = shown.find(([label]) => label === 'Asked for')?.[1] ?? '';
    await page.goto(`${base()}${link}`);
    await enter(page, box, { go: 'Continue', code: 'Code' });
    await page.getByRole('link', { name: 'We have a question' }).click();
    await page.getByLabel('Your question').fill('Which evenings would suit?');
    await page.getByRole('button', { name: 'Send our question' }).click();
    const talk = page.getByRole('region', { name: 'Questions and answers' });
    await expect(talk).toContainText('Which evenings would suit?');
    await expect(talk).toContainText('We ask the person and write back.');
    await sound(page, true, 'asked');

    // Ruth finds it among what is due today, and answers in its line.
    const context = await browser.newContext({ locale: 'en-US' });
    const desk = new DeskApp(await context.newPage(), base());
    const refer = new Referring(desk.page, desk.request);
    await desk.signIn('Ruth Adler');
    await desk.open('/follow-up');
    await desk.page.getByRole('listitem').filter({ hasText: 'The agency asks something. Answer them.' }).getByRole('link').first().click();
    const line = refer.referral(service);
    await expect(line).toContainText('They wait for you.');
    await line.getByRole('button', { name: /^Answer their question/ }).click();
    const form = desk.page.getByRole('form', { name: /^Answer / });
    await expect(form).toContainText('Which evenings would suit?');
    await expect(form.getByRole('radio').first()).toBeFocused();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByText('Choose what the person says.')).toBeVisible();
    await form.getByRole('radio', { name: 'They answer' }).check();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByText('Read it out first. Without their yes nothing is shared.')).toBeVisible();
    await form.getByLabel('What the person agreed to say').fill('Tuesdays and Thursdays, after six.');
    await form.getByRole('checkbox', { name: 'They heard exactly this and said yes' }).check();
    await look(desk.page, 'reply-form', { whole: 'phone' });
    await desk.page.route('**/reply', (route) => route.abort());
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByRole('alert')).toBeVisible();
    await expect(form.getByLabel('What the person agreed to say')).toHaveValue('Tuesdays and Thursdays, after six.');
    await desk.page.unroute('**/reply');
    const known = (await box.all()).length;
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(line.getByRole('heading')).toBeFocused();
    await expect(line).toContainText(/You answered their question today at .+, they answer by .+\./);
    await expect(line).toContainText('Tuesdays and Thursdays, after six.');
    await expect(line.getByRole('button', { name: /^Answer their question/ })).toHaveCount(0);
    await expect(desk.request.getByText('You answered an agency’s question.')).toBeVisible();
    await look(desk.page, 'replied', { whole: 'phone' });

    // The mail says nothing of it; its link leads to the same referral, where the answer stands before the question whether they can help.
    const { text } = await box.next(/^There is an answer to your question/, known);
    expect(text).not.toMatch(/Tuesdays|Noor|Low mood/);
    await page.context().clearCookies();
    await page.goto(`${base()}${/\/a\/[\w-]{43}/.exec(text)?.[0] ?? ''}`);
    await enter(page, box, { go: 'Continue', code: 'Code' });
    await expect(talk.getByRole('listitem')).toHaveCount(2);
    await expect(talk.getByRole('listitem').last()).toContainText('The person’s answer');
    await expect(talk.getByRole('listitem').last()).toContainText('Tuesdays and Thursdays, after six.');
    await expect(talk).not.toContainText('We ask the person and write back.');
    await sound(page, true, 'replied');
    await page.getByRole('button', { name: 'Yes, we will contact them' }).click();
    await expect(page.getByRole('region', { name: 'Your answers so far' })).toContainText('You said yes.');
    await expect(line).toContainText(/Accepted by .+ today at /);
    await context.close();
  });
});

test.describe('in Spanish', () => {
  test.use({ locale: 'es-US', javaScriptEnabled: false });

  test('the link opens in the language of the browser and stays in it to the answer', async ({ page, browser, playwright }) => {
    const { box, link } = await asked({ browser, playwright });
    await page.goto(`${base()}${link}`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    await sound(page, false);
    await enter(page, box, { go: 'Continuar', code: 'Código' });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('¿Pueden ayudar?');
    await page.getByRole('link', { name: 'No podemos' }).click();
    await page.getByText('No hay lugar').click();
    await page.getByRole('button', { name: 'Mandar la respuesta' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gracias. Dijeron que no pueden.');
    await expect(page.getByRole('region', { name: 'Lo que ya respondieron' })).toContainText('Dijeron que no pueden.');
  });
});

test('who comes back from the mail goes on at the code; who is not the right person goes back, or is taken off', async ({ page, browser, playwright }) => {
  const { box, link } = await asked({ browser, playwright });
  await page.goto(`${base()}${link}`);
  const known = (await box.all()).length;
  await page.getByRole('button', { name: 'Continue' }).click();
  const [, code = ''] = /^(\d{6})$/m.exec((await box.next(/^Your code/, known)).text) ?? [];
  const other = await browser.newPage();
  await other.goto(`${base()}${link}`);
  await other.getByLabel('Code').fill(code);
  await other.getByRole('button', { name: 'Continue' }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Can you help?');
  await other.close();
  await page.getByRole('link', { name: 'Questions? Not you?' }).click();
  await sound(page, true, 'not-me');
  await page.getByRole('link', { name: 'Back' }).click();
  await page.getByRole('link', { name: 'Questions? Not you?' }).click();
  await page.getByRole('button', { name: 'Take me off' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you, we took you off');
});

test('a link that never was is a page that says so', async ({ page }) => {
  const answer = await page.goto(`${base()}/a/${'x'.repeat(43)}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await accessible(page);
});
