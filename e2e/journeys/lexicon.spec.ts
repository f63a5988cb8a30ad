import { expect, test } from '@playwright/test';
import { accessible, fitsWidth, look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';

/** What words mean: looked for, tried before it is saved, saved, taken back. */
const server = ownDesk();

test('who keeps the lexicon finds a line, tries a new one before it is saved, and takes it back', async ({ page, browser }) => {
  test.setTimeout(480_000);
  const desk = new DeskApp(page, server.url);
  await desk.signIn('Mei Tan');
  await page.getByRole('link', { name: 'What words mean' }).press('Enter');
  await expect(desk.title).toHaveText('What words mean');
  const lines = page.getByRole('list', { name: 'Lines' });
  await page.getByLabel('Words, what they say, or a whole sentence').fill('gambling adiction');
  await expect(lines).toContainText('Problem gambling');
  await page.getByLabel('Words, what they say, or a whole sentence').fill('my husband took his own life');
  await expect(lines).toContainText('Loss to suicide');
  await look(page, 'lexicon');

  // A pattern that cannot be: what is wrong, and where.
  await page.getByRole('button', { name: 'Add a line' }).press('Enter');
  const form = page.getByRole('form', { name: 'A new line' });
  const words = form.getByLabel('Words', { exact: true });
  await expect(words).toBeFocused();
  await words.fill('my {kinn} is a quilted fog');
  await form.getByLabel('What it says').selectOption({ label: 'Danger: it is happening' });
  await expect(form.getByText(/There is no group \{kinn\}.*Letters 4 to 9/).first()).toBeVisible();
  await look(page, 'lexicon-fault', { whole: 'phone' });

  // Tried on words and on the test sentences, before it is saved.
  await words.fill('evening hours');
  const trial = page.getByRole('region', { name: 'Try it out' });
  await trial.getByLabel('Words as somebody might write them').fill('My husband took his own life in March. No insurance. Do you have evening hours?');
  await expect(trial.getByText('Before it raises nothing; with your change it')).toBeVisible();
  await expect(trial.getByRole('list', { name: 'Needs' })).toContainText('Loss to suicide');
  await expect(trial.getByRole('list', { name: 'Facts' })).toContainText('No insurance');
  await expect(form.getByRole('list', { name: 'Test sentences that change' })).toContainText('Do you have evening hours?');
  await expect(form.getByRole('button', { name: 'Save it all the same' })).toBeVisible();
  await look(page, 'lexicon-breaks', { whole: true });

  await words.fill('quilted fog');
  await form.getByLabel('What it says').selectOption({ label: 'Gambling' }).catch(() => form.getByLabel('What it says').selectOption({ label: 'Problem gambling' }));
  await form.getByLabel('Note: why').fill('Said so in our town');
  await trial.getByLabel('Words as somebody might write them').fill('There is a quilted fog in me since he died');
  await expect(trial.getByText('New: Problem gambling')).toBeVisible();
  await expect(form.getByText(/^Of \d+ test sentences 0 change/)).toBeVisible();
  await accessible(page);
  await form.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await expect(page.getByText('“quilted fog” is saved, and read from now on.').first()).toBeVisible();
  await expect(trial.getByRole('list', { name: 'Needs' })).toContainText('by “quilted fog”');
  await page.getByLabel('Whose').selectOption({ label: 'Of this desk' });
  await page.getByLabel('Words, what they say, or a whole sentence').fill('');
  await expect(lines).toContainText(/quilted fog\s*Problem gambling/);
  await expect(lines).toContainText('Of this desk · Mei Tan');
  await lines.getByRole('button', { name: 'History of “quilted fog”' }).press('Enter');
  await expect(lines.getByRole('list', { name: 'What was done to “quilted fog”' })).toContainText('Added by Mei Tan');
  await look(page, 'lexicon-own');

  // A line of the product is text, but for how strongly it points; a number that cannot be says so at its box.
  await page.getByLabel('Whose').selectOption({ label: 'Came with the product' });
  await page.getByLabel('Words, what they say, or a whole sentence').fill('gambling');
  await expect(lines).not.toContainText('quilted fog');
  await expect(lines).toContainText('Problem gambling');
  await lines.getByRole('button', { name: /^Change / }).first().press('Enter');
  const weighed = page.getByRole('form', { name: /^Change / });
  await expect(weighed.getByText('Its words came with the product and stay.', { exact: false })).toBeVisible();
  await expect(weighed.getByRole('textbox')).toHaveCount(1); // the note
  await expect(weighed.getByRole('combobox')).toHaveCount(0);
  await weighed.getByLabel('How strongly').fill('3');
  await expect(weighed.getByText('Write a number from 0.01 to 1, not 3', { exact: false })).toBeVisible();
  await weighed.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await expect(weighed.getByLabel('How strongly')).toBeFocused();
  await accessible(page);
  await look(page, 'lexicon-weigh', { whole: 'phone' });
  await weighed.getByRole('button', { name: 'Leave it' }).press('Enter');
  await page.getByLabel('Words, what they say, or a whole sentence').fill('');
  await page.getByLabel('Whose').selectOption({ label: 'Of this desk' });
  await expect(lines).toContainText(/quilted fog/);

  // Somebody else is quicker: what was typed stays, both stand side by side, and nothing is overwritten unseen.
  const other = await browser.newContext();
  const elsewhere = await other.newPage();
  const there = new DeskApp(elsewhere, server.url);
  await there.signIn('Mei Tan');
  await there.open('/words');
  await expect(there.title).toHaveText('What words mean');
  await elsewhere.getByLabel('Whose').selectOption({ label: 'Of this desk' });
  await lines.getByRole('button', { name: 'Change “quilted fog”' }).press('Enter');
  const mine = page.getByRole('form', { name: 'Change “quilted fog”' });
  await mine.getByLabel('Note: why').fill('Heard it twice');
  await elsewhere.getByRole('button', { name: 'Change “quilted fog”' }).press('Enter');
  const their = elsewhere.getByRole('form', { name: 'Change “quilted fog”' });
  await their.getByLabel('How strongly').fill('0.4');
  await their.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await expect(elsewhere.getByText('“quilted fog” is saved, and read from now on.').first()).toBeVisible();
  await other.close();
  await mine.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await expect(mine.getByText(/^Changed by Mei Tan, .*, while you wrote\./)).toBeVisible();
  await expect(mine.getByRole('list', { name: 'Theirs and yours' })).toContainText(/How strongly\s*Theirs: 0\.4\s*Yours: 0\.9/);
  await expect(mine.getByLabel('Note: why')).toHaveValue('Heard it twice');
  await accessible(page);
  await look(page, 'lexicon-both', { whole: 'phone' });
  await mine.getByRole('button', { name: 'Take theirs' }).press('Enter');
  await expect(mine.getByLabel('How strongly')).toHaveValue('0.4');
  await mine.getByLabel('Note: why').fill('Heard it twice');
  await mine.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await expect(lines).toContainText('“Heard it twice”'); // 0.4 stood there before: it was theirs
  await expect(lines).toHaveAttribute('aria-busy', 'false');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(lines).toContainText('“Said so in our town”');
  await expect(lines).toHaveAttribute('aria-busy', 'false');
  await page.getByRole('button', { name: 'Take back the last change of “quilted fog”' }).press('Enter');
  await expect(lines).toContainText('0.9');
  await expect(lines).toHaveAttribute('aria-busy', 'false');
  await page.getByRole('button', { name: 'Take back the last change of “quilted fog”' }).press('Enter');
  await expect(lines).toContainText('No line holds, says or hears this');
  await expect(trial.getByRole('list', { name: 'Needs' })).not.toContainText('by “quilted fog”');

  // Who silences an alarm says why.
  await page.getByLabel('Whose').selectOption({ label: 'All' });
  await page.getByLabel('Words, what they say, or a whole sentence').fill('kill myself');
  await lines.getByRole('button', { name: 'Switch off “kill myself”' }).first().press('Enter');
  await expect(page.getByLabel(/Why is it switched off/)).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Leave it on' }).press('Enter');

  // What was pasted goes when the page is locked.
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await desk.unlock('Unlock');
  await expect(trial.getByLabel('Words as somebody might write them')).toHaveValue('');
});

test('examples are learned beside the work, and test sentences say what is understood', async ({ page }) => {
  test.setTimeout(300_000);
  const desk = new DeskApp(page, server.url);
  await desk.signIn('Mei Tan');
  await page.getByRole('link', { name: 'What words mean' }).press('Enter');
  await page.getByRole('button', { name: 'Examples it learns from' }).press('Enter');
  const form = page.getByRole('form', { name: 'A new example' });
  await form.getByLabel('As a person might write it').fill('the dice have the rent again');
  await form.getByLabel('Which').selectOption({ label: 'Problem gambling' });
  await form.getByRole('button', { name: 'Add the example' }).press('Enter');
  const examples = page.getByRole('list', { name: 'Examples' });
  await expect(examples.getByRole('listitem').first()).toContainText('the dice have the rent again');
  await expect(page.getByText('It learns the example lines that were changed.')).toBeVisible();
  await look(page, 'lexicon-examples');
  await examples.getByRole('button', { name: 'Take back the last change of “the dice have the rent again”' }).press('Enter');
  await expect(examples.getByText('the dice have the rent again')).toHaveCount(0);
  await expect(page.getByText('It learns the example lines that were changed.')).toHaveCount(0, { timeout: 120_000 });

  await page.getByRole('button', { name: 'Test sentences' }).press('Enter');
  await expect(page.getByText(/^\d+ of \d+ are understood as they should be/)).toBeVisible();
  await look(page, 'lexicon-sentences');
});

test('a specialist looks and tries, and is offered no change', async ({ page }) => {
  const desk = new DeskApp(page, server.url);
  await desk.signIn('Ruth Adler');
  await page.getByRole('link', { name: 'What words mean' }).press('Enter');
  await expect(page.getByRole('list', { name: 'Lines' }).getByRole('listitem').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /Add a line|Switch|Delete|Change/ })).toHaveCount(0);
  await page.getByLabel('Words as somebody might write them').fill('no puedo dormir');
  await expect(page.getByRole('region', { name: 'Try it out' }).getByRole('list', { name: 'Needs' })).toContainText('Sleep problems');
  await fitsWidth(page);
});
