import { expect, test } from '@playwright/test';
import { look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';

/** A supervisor writes a text once, with its holes; a specialist inserts it filled, by keyboard, and never where it is not safe. */
const server = ownDesk();

const NEEDS = 'Grief, loneliness';

test('a text is written with its preview, inserted filled in the person’s language, and refused where others may read it', async ({ page, browser }) => {
  test.setTimeout(180_000);
  const ana = new DeskApp(page, server.url);
  await ana.signIn('Ana Rios');
  await ana.open('/ready-texts');
  await expect(page.getByText('No ready texts yet')).toBeVisible();
  const write = async (title: string, { english, spanish = '', neutral }: { english: string; spanish?: string; neutral: boolean }): Promise<void> => {
    await page.getByRole('button', { name: 'New text' }).click();
    await page.getByLabel('Title').fill(title);
    await page.getByRole('checkbox', { name: /^Neutral/ }).setChecked(neutral);
    await page.getByLabel('English').fill(english);
    await page.getByLabel('Spanish').fill(spanish);
  };
  const keep = async (title: string): Promise<void> => {
    await page.getByRole('button', { name: 'Keep it' }).click();
    await expect(page.getByRole('button', { name: `Change ${title}` })).toBeVisible();
  };
  await write('There is an answer', { english: 'Hello, it is {{specialist first name}}. Call {{desk phone}}.', neutral: true });
  await expect(page.getByText('A neutral text must not say {{desk phone}}: somebody else may read it')).toBeVisible();
  await look(page, 'ready-texts-fault', { whole: 'phone' });
  await page.getByLabel('English').fill('Hello, it is {{specialist first name}}. Your number is {{reference}}.');
  await page.getByLabel('Spanish').fill('Hola, soy {{specialist first name}}. Su número es {{reference}}.');
  await expect(page.getByText('Hola, soy Ruth. Su número es R-4K7P-29.')).toBeVisible();
  await look(page, 'ready-texts-preview', { whole: 'phone' });
  await keep('There is an answer');
  await write('About the place', { english: '{{service}} waits for your call: {{service phone}}.', neutral: false });
  await keep('About the place');
  await look(page, 'ready-texts');

  const data = { asker: 'self', safety: 'yes', urgency: 'no_rush', topics: ['grief', 'lonely'], place: { zip: '06854', fixed: true }, contact: { channel: 'email', email: 'quill@example.org' }, safe: { emailOk: false }, language: 'es', consent: { read: true, followUp: true, wording: 'desk-es-1' } };
  const sent = (await (await page.request.post(`${server.url}/api/public/inquiries`, { data, headers: { 'idempotency-key': crypto.randomUUID() } })).json()) as { reference: string };
  const context = await browser.newContext();
  const desk = await context.newPage();
  const ruth = new DeskApp(desk, server.url);
  await ruth.signIn('Ruth Adler');
  await ruth.claim(NEEDS, sent.reference);
  await ruth.key('t');
  const box = desk.getByRole('combobox', { name: 'Type a word of its title' });
  await expect(box).toBeFocused();
  const options = desk.getByRole('listbox', { name: 'Ready texts' }).getByRole('option');
  const option = (name: string) => options.filter({ hasText: name });
  await expect(option('There is an answer')).toContainText(`Hola, soy Ruth. Su número es ${sent.reference}.`);
  await expect(option('About the place')).toContainText('Not neutral');
  await look(desk, 'ready-texts-chooser');
  await desk.keyboard.type('place');
  await expect(options).toHaveCount(1);
  await desk.keyboard.press('Enter');
  await expect(box).toBeFocused(); // what may not be used is not taken
  await box.fill('answer');
  await expect(options).toHaveCount(1);
  await desk.keyboard.press('Enter');
  await expect(ruth.note).toBeFocused();
  await expect(ruth.note).toHaveValue(`Hola, soy Ruth. Su número es ${sent.reference}.`);
  await desk.keyboard.type(' //');
  await expect(box).toBeFocused();
  await desk.keyboard.press('Escape');
  await expect(ruth.note).toHaveValue(`Hola, soy Ruth. Su número es ${sent.reference}. //`);
  await context.close();
});
