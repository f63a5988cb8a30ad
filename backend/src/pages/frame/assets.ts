import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What tools/build-pages.mjs made. The path holds from src/ (specs) and from dist/ alike. */
const BUILT = join(__dirname, '..', '..', '..', 'dist', 'pages', 'built');
const built = (name: string): string => readFileSync(join(BUILT, name), 'utf8');

export const STYLE = built('page.css');
const urlOf = (name: string, script: string): string => `/pages/${name}.${createHash('sha256').update(script).digest('hex').slice(0, 12)}.js`;
export const SCRIPT = built('enhance.js');
export const SCRIPT_URL = urlOf('enhance', SCRIPT);
/** For the pages alone that take a passkey. */
export const PASSKEY_SCRIPT = built('passkey.js');
export const PASSKEY_SCRIPT_URL = urlOf('passkey', PASSKEY_SCRIPT);
export const MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M24.6 8.4A11.5 11.5 0 1 0 27.5 16m-17 .4 4 4L27 7.4" fill="none" stroke="#0E5A64" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

const styleHash = createHash('sha256').update(STYLE).digest('base64');

/** The pages' policy (trust.md 6.12). The style is allowed by a constant hash: a nonce would change with every body that the script swaps in. */
export const POLICY = `default-src 'none'; script-src 'self'; style-src 'sha256-${styleHash}'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types pages`;
