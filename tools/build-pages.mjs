// Builds what the public pages carry: one style text (tokens and pages, unused tokens dropped) and two small scripts.
import { mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const OUT = 'dist/pages/built';
const bundle = async (entry, options) => (await build({ entryPoints: [entry], bundle: true, minify: true, write: false, logLevel: 'warning', ...options })).outputFiles[0].text.trim();

/** Drops custom properties that nothing reads, until none is left over. */
function withoutUnused(css) {
  const kept = css.replace(/(--[\w-]+):[^;{}]+(;|(?=\}))/g, (all, name) => (css.includes(`var(${name}`) ? all : ''));
  return kept === css ? css : withoutUnused(kept);
}

const tokens = await bundle('../design/tokens.css', { target: 'es2020' });
const style = withoutUnused(tokens + (await bundle('src/pages/styles/page.css', { target: ['chrome109', 'firefox115', 'safari15.6'] })))
  .replace(/;\}/g, '}')
  .replace(/[^{}]+\{\}/g, '')
  .replace(/@media[^{]+\{\}/g, '');

mkdirSync(OUT, { recursive: true });
writeFileSync(`${OUT}/page.css`, style);
for (const script of ['enhance.js', 'passkey.js']) writeFileSync(`${OUT}/${script}`, await bundle(`src/pages/enhance/${script}`, { format: 'iife', target: 'es2020' }));
