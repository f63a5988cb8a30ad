import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { accessible, ENGLISH, fitsWidth, spoken } from '../check.js';
import { AskForm } from '../pages/ask-form.js';

const base = (): string => process.env['DESK_URL'] ?? '';
const TAKEN = join(import.meta.dirname, '..', 'test-results', 'spanish');
/** Names that stay as they are: the desk's own and what the operator wrote is the operator's. */
const NAMES = /Alder County Referral Desk/g;

const nothing = (): Promise<void> => Promise.resolve();

/** What is wider than its box: words that are longer than the place that English left for them. */
const clipped = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.choice, .btn, .leave, dd, dt, legend, .crisis a')].filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1).map((one) => one.innerText));

/** P29 X01 X04: in Spanish from edge to edge, and says that nobody has checked it. */
async function look(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  expect((await spoken(page)).replace(NAMES, '')).not.toMatch(ENGLISH);
  await expect(page.getByText('Ninguna persona ha revisado esta traducción.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await fitsWidth(page);
  expect(await clipped(page)).toEqual([]);
}

/** Rosa asks, from the start to `until`; `seen` is called on each page. */
async function rosaAsks(page: Page, seen: () => Promise<void>, until = 'Revise sus respuestas'): Promise<AskForm> {
  const ask = new AskForm(page, base());
  const steps: [title: string, answer: () => Promise<void>][] = [
    ['¿Para quién es la ayuda?', () => ask.choose('Para mí')],
    ['¿Está a salvo en este momento?', () => ask.choose('Sí')],
    ['¿Qué le ayudaría?', () => page.getByLabel('Con sus propias palabras').fill('No duermo desde que murió mi mamá.')],
    ['¿Dónde necesita ayuda?', () => page.getByLabel('Código postal (ZIP) o ciudad').fill('06854')],
    ['¿Cómo podemos comunicarnos con usted?', async () => {
      await ask.choose('Llamada');
      await page.getByLabel('Número de teléfono').locator('visible=true').fill('(203) 555-0142');
    }],
    ['¿Qué es seguro cuando le llamamos?', async () => {
      await page.getByRole('group', { name: '¿Podemos dejar un mensaje de voz?' }).getByRole('radio', { name: 'No' }).check();
      await ask.choose('Cuelguen y no digan nada');
    }],
    ['Algunos datos', nothing],
    ['¿Está bien si seguimos?', () => ask.tick(/una persona de este equipo puede leer/)],
    ['Revise sus respuestas', nothing],
  ];
  await page.goto(`${base()}/es`);
  await expect(ask.question).toHaveText('Pida ayuda a una persona');
  await seen();
  await ask.goOn('Antes de empezar', 'Empezar ahora');
  await seen();
  let before: (() => Promise<void>) | undefined;
  for (const [title, answer] of steps) {
    await before?.();
    await ask.goOn(title, 'Continuar');
    await seen();
    if (title === until) break;
    before = answer;
  }
  return ask;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`script ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled, locale: 'es-US' });

    test('P01 P29 X01 Rosa asks in Spanish, from the start to Done, on a phone', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      const seen = async (): Promise<void> => {
        await look(page);
        if (javaScriptEnabled) await accessible(page); // axe itself is a script
      };
      const ask = await rosaAsks(page, seen);
      await ask.goOn('Tenemos su solicitud', 'Enviar mi solicitud');
      await seen();
      await expect(page.getByText(/a más tardar el \p{L}+, \d+ de \p{L}+, \d+(:30)?\s[ap]\.m\. E[SD]T/u).first()).toBeVisible();
      await page.getByRole('link', { name: 'Agregar algo' }).click();
      await expect(ask.question).toHaveText('Agregar a su solicitud');
      await seen();
      await page.getByLabel('¿Qué quiere agregar?').fill('Tengo un número nuevo.');
      await ask.goOn('Agregamos esto a su solicitud', 'Agregar esto');
      await seen();
      for (const path of ['privacy', 'accessibility', 'credits', 'nada']) {
        await page.goto(`${base()}/es/${path}`);
        await seen();
      }
    });

    test('P03 P29 an empty page says in Spanish what to do and leads to the field', async ({ page }) => {
      const ask = await rosaAsks(page, nothing, '¿Cómo podemos comunicarnos con usted?');
      await ask.goOn('¿Cómo podemos comunicarnos con usted?', 'Continuar');
      await expect(page).toHaveTitle(/^Error: ¿Cómo podemos comunicarnos con usted\?/);
      await expect(ask.faults).toBeFocused();
      await look(page);
      if (javaScriptEnabled) await accessible(page);
      await page.getByRole('link', { name: 'Elija cómo podemos comunicarnos con usted' }).click();
      await expect(page.getByRole('radio', { name: 'Mensaje de texto' })).toBeFocused();
    });

    test('P29 changing the language in the middle keeps the page, what was sent and what was only typed', async ({ page }) => {
      const ask = await rosaAsks(page, nothing, '¿Dónde necesita ayuda?');
      await page.getByLabel('Código postal (ZIP) o ciudad').fill('Norwalk, cerca del río');
      await page.getByRole('button', { name: 'English' }).click();
      await expect(ask.question).toHaveText('Where do you need help?');
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await expect(page.getByLabel('ZIP code or town')).toHaveValue('Norwalk, cerca del río');
      await ask.goOn('How may we reach you?');
      await page.getByRole('link', { name: 'Back' }).click();
      await page.getByRole('link', { name: 'Back' }).click();
      await expect(page.getByLabel('In your own words')).toHaveValue('No duermo desde que murió mi mamá.');
      await page.getByRole('button', { name: 'Español' }).click();
      await expect(ask.question).toHaveText('¿Qué le ayudaría?');
      await look(page);
    });

    test('P29 Enter in a field goes on and does not change the language', async ({ page }) => {
      const ask = await rosaAsks(page, nothing, '¿Dónde necesita ayuda?');
      await page.getByLabel('Código postal (ZIP) o ciudad').fill('06854');
      await page.keyboard.press('Enter');
      await expect(ask.question).toHaveText('¿Cómo podemos comunicarnos con usted?');
    });
  });
}

test.describe('a browser that wants Spanish', () => {
  test.use({ locale: 'es-MX' });

  test('P29 is led from / to Spanish, and Leave stays in reach', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    await page.goto(`${base()}/`);
    await expect(page).toHaveURL(/\/es\/ask$/);
    await look(page);
    const leave = page.getByRole('button', { name: 'Salir del sitio', exact: true });
    await expect(leave).toBeInViewport({ ratio: 1 });
    expect((await leave.boundingBox())?.height).toBeLessThan(60);
    await expect(page.getByRole('link', { name: /Llame al 988/ })).toHaveAttribute('href', 'tel:988');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test(`X01 X04 Spanish has room, ${colorScheme}, ${width} px`, async ({ page }) => {
      mkdirSync(TAKEN, { recursive: true });
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      const take = async (name: string): Promise<void> => {
        await look(page);
        await accessible(page);
        await page.screenshot({ path: join(TAKEN, `${name}-${width}-${colorScheme}.png`), fullPage: true, animations: 'disabled' });
      };
      await page.goto(`${base()}/es/ask`);
      await take('start');
      const ask = await rosaAsks(page, () => look(page));
      await take('check');
      await ask.goOn('Tenemos su solicitud', 'Enviar mi solicitud');
      await take('done');
      await page.goto(`${base()}/es/ask`);
      await ask.goOn('Antes de empezar', 'Empezar ahora');
      await ask.goOn('¿Para quién es la ayuda?', 'Continuar');
      await ask.goOn('¿Para quién es la ayuda?', 'Continuar');
      await take('fault');
    });
  }
}
