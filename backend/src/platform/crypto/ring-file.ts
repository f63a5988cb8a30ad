import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../config/config.js';
import { Keyring } from './keyring.js';

/** Where the ring lies when KEY_RING is empty. */
export const ringFile = ({ DATA_DIR }: Pick<Config, 'DATA_DIR'>): string => join(DATA_DIR, 'keys', 'ring');

/** The ring from KEY_RING, or from `keys/ring` in the data folder, made at the first start (0600: it opens every name in the database). */
export function loadRing(config: Config): Keyring {
  if (config.KEY_RING) return Keyring.parse(config.KEY_RING);
  const file = ringFile(config);
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, `k1:active:${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  }
  return Keyring.parse(readFileSync(file, 'utf8').trim());
}
