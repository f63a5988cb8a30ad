import { expect, test } from '@playwright/test';
import { accessible, fitsWidth, look } from '../check.js';
import { DeskApp } from '../pages/desk-app.js';

const base = (): string => process.env['DESK_URL'] ?? '';
const words = (...rows: string[]) => ({ name: 'alder words.csv', mimeType: 'text/csv', buffer: Buffer.from(['code,name,description,parent_code', ...rows].join('\r\n')) });
const listing = (id: string, code: string) => ({ id, name: `Alder ${id}`, status: 'active', description: 'A house by the water', organization: { id: 'alder', name: 'Alder House', description: 'A house' }, attributes: [{ taxonomy_term: { code, name: code, taxonomy: 'Alder words' } }] });
const listings = { name: 'alder.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ services: [listing('Beds', 'BD'), listing('Cots', 'BD'), listing('Talks', 'TK')] })) };

test('a steward loads a vocabulary, says what its terms mean, and its listings gain our words to confirm; taken back they lose them', async ({ page }) => {
  const desk = new DeskApp(page, base());
  await desk.signIn('Mei Tan');
  await page.getByRole('link', { name: 'Imports' }).click();
  await page.getByLabel('File', { exact: true }).setInputFiles(listings);
  await page.getByLabel('Name of the source').fill('alder-words');
  await page.getByRole('button', { name: 'See what it would do' }).click();
  await page.getByRole('button', { name: 'Import these' }).click();
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeFocused();

  await page.getByRole('link', { name: 'Vocabularies' }).press('Enter');
  await expect(desk.title).toHaveText('Vocabularies');
  await expect(page.getByRole('list', { name: 'Ours' })).toContainText('Kind of peer support');
  await page.getByLabel('File', { exact: true }).setInputFiles(words('BD,Beds for a night,A place to sleep,', 'TK,Talks,,', ',Nameless,,'));
  await page.getByLabel('Name', { exact: true }).fill('Alder words');
  await page.getByRole('button', { name: 'See what it would do' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'What it would do' })).toBeFocused();
  await expect(page.getByRole('region', { name: 'Load another one' })).toContainText('2 terms, 2 added');
  await expect(page.getByRole('list', { name: 'Defects' })).toContainText('A term needs a code.');
  await page.getByRole('button', { name: 'Load it' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Loaded' })).toBeFocused();
  await expect(page.getByRole('list', { name: 'Of others' })).toContainText('2 terms used by 3 listings mean nothing to matching yet');
  await accessible(page);
  await fitsWidth(page);
  await look(page, 'vocabularies', { whole: true });

  await page.getByRole('link', { name: '2 terms used by 3 listings' }).press('Enter');
  await expect(desk.title).toHaveText('Alder words');
  const terms = page.getByRole('list', { name: 'Terms' });
  await expect(terms.getByRole('listitem').first()).toContainText('Beds for a night');
  const meaning = page.getByRole('button', { name: '“Beds for a night”' });
  await meaning.press('Enter');
  await page.getByLabel('Our term').fill('no tengo dónde dormir hoy');
  await page.getByRole('radio', { name: 'A bed for tonight' }).check();
  await page.getByLabel('How near they are').selectOption('Ours is narrower');
  await accessible(page);
  await look(page, 'vocabulary-meaning', { whole: true });
  await page.getByRole('button', { name: 'Save the meaning' }).press('Enter');
  await expect(terms).not.toContainText('Beds for a night'); // only what means nothing yet is shown
  await page.getByRole('checkbox', { name: 'Only terms that listings use' }).uncheck();
  await expect(terms).toContainText(/is wider than “A bed for tonight”\s*Mei Tan/);

  await meaning.press('Enter');
  await expect(page.getByRole('region', { name: 'Decisions about Beds for a night' })).toContainText(/is wider than “A bed for tonight”\s*Mei Tan/);
  await look(page, 'vocabulary-history', { whole: true });
  await page.getByRole('button', { name: 'Take the last decision back' }).press('Enter');
  await expect(meaning).toBeFocused();
  await expect(meaning).toHaveText('Say what it means');
  await page.getByRole('button', { name: '“Talks”' }).press('Enter');
  await page.getByRole('button', { name: 'It has none here' }).press('Enter');
  await expect(terms).toContainText('has no term here');
  await accessible(page);
  await fitsWidth(page);

  await page.getByRole('link', { name: 'Vocabularies' }).first().press('Enter');
  await page.getByRole('link', { name: 'Need', exact: true }).press('Enter');
  await page.getByLabel('A term or its code').fill('dormir');
  await expect(page.getByRole('list', { name: 'Terms' })).toContainText('Sleep problems');
  await look(page, 'vocabulary-ours');
});
