import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The tokens of both projects: one file, read as it is served. */
const css = readFileSync(join(__dirname, '..', '..', '..', 'design', 'tokens.css'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

type Tokens = Readonly<Record<string, string>>;
const declared = (block: string): Tokens => Object.fromEntries([...block.matchAll(/--([a-z-]+):\s*([^;]+);/g)].map(([, name, value]) => [name ?? '', value?.trim() ?? '']));
const block = (selector: RegExp): Tokens => declared(selector.exec(css)?.[1] ?? '');

const light = block(/^:root \{([^}]+)\}/m);
const byDevice = block(/:root:not\(\[data-theme="light"\]\) \{([^}]+)\}/);
const byChoice = block(/^:root\[data-theme="dark"\] \{([^}]+)\}/m);
const stronger = block(/:root:root:root \{([^}]+)\}/);

const themes: Readonly<Record<string, Tokens>> = {
  light,
  dark: { ...light, ...byDevice },
  'light with more contrast': { ...light, ...stronger },
  'dark with more contrast': { ...light, ...byDevice, ...stronger },
};

/** The six digits of a colour; one level of `var()` is followed. */
function hex(theme: Tokens, name: string): string {
  const value = theme[name] ?? '';
  const aliased = /^var\(--([a-z-]+)\)$/.exec(value)?.[1];
  return aliased ? hex(theme, aliased) : (/^#([0-9A-F]{6})$/i.exec(value)?.[1] ?? '');
}

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(digits: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function ratio(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/** What is read upon what: WCAG 1.4.3 asks 4.5 of text. */
const TEXT: Readonly<Record<string, readonly string[]>> = {
  text: ['bg', 'surface', 'sunken', 'selected', 'info-bg', 'ok-bg', 'caution-bg', 'error-bg', 'urgent-bg'],
  muted: ['bg', 'surface', 'sunken', 'selected'],
  link: ['bg', 'surface', 'sunken', 'selected'],
  visited: ['bg', 'surface'],
  'on-primary': ['primary', 'primary-hover'],
  info: ['info-bg', 'surface', 'bg'],
  ok: ['ok-bg', 'surface', 'bg'],
  caution: ['caution-bg', 'surface', 'bg'],
  error: ['error-bg', 'surface', 'bg'],
  urgent: ['urgent-bg', 'surface', 'bg', 'selected'],
  'on-leave': ['leave'],
  'on-crisis': ['crisis'],
};
/** What only has to be seen: edges of controls, marks, rings. WCAG 1.4.11 asks 3. */
const SHAPE: Readonly<Record<string, readonly string[]>> = {
  control: ['bg', 'surface', 'sunken'],
  primary: ['bg', 'surface', 'sunken', 'selected'],
  focus: ['bg', 'surface', 'sunken', 'selected'],
  'focus-on-crisis': ['crisis'],
  'crisis-line': ['crisis'],
};

const pairs = (table: Readonly<Record<string, readonly string[]>>, least: number): [string, string, number][] => Object.entries(table).flatMap(([front, backs]) => backs.map((back): [string, string, number] => [front, back, least]));

describe.each(Object.entries(themes))('X05 tokens, %s', (_, theme) => {
  it.each([...pairs(TEXT, 4.5), ...pairs(SHAPE, 3)])('%s on %s has at least %f to 1', (front, back, least) => {
    expect(ratio(hex(theme, front), hex(theme, back))).toBeGreaterThanOrEqual(least);
  });

  it('measures every colour that is one, but the hairline, which is decoration', () => {
    const measured = new Set([...Object.entries(TEXT), ...Object.entries(SHAPE)].flatMap(([front, backs]) => [front, ...backs]));
    const colours = Object.keys(theme).filter((name) => hex(theme, name));
    expect(colours.filter((name) => !measured.has(name))).toEqual(['hairline']);
  });
});

describe('X05 tokens', () => {
  it('has one dark theme, whether the device or the person asks for it', () => {
    expect(Object.keys(byDevice).length).toBeGreaterThan(20);
    expect(byChoice).toEqual(byDevice);
  });

  it('measures as WCAG does', () => {
    expect(ratio('000000', 'FFFFFF')).toBeCloseTo(21, 5);
    expect(ratio('777777', 'FFFFFF')).toBeCloseTo(4.48, 2);
  });
});
