import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** What Playwright needs to start Chromium here. */
export interface Browser {
  executablePath?: string;
  args: string[];
  env: Record<string, string>;
}

const QUIET = ['--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** CHROMIUM_PATH, a browser of the system, or the one that npm brings with its own libraries; else Playwright's own. */
export async function browser(): Promise<Browser> {
  const args = [...QUIET, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const own = [process.env['CHROMIUM_PATH'], ...SYSTEM_BROWSERS].find((path) => path && existsSync(path));
  if (own) return { executablePath: own, args, env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') return { args, env: {} };
  const { default: chromium } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  return { executablePath, args, env: { LD_LIBRARY_PATH: libraries() } };
}

/** Unpacks the NSS libraries that a bare machine lacks, once. */
function libraries(): string {
  const folder = join(tmpdir(), 'referral-desk-chromium-libraries');
  const done = join(folder, '.done');
  if (!existsSync(done)) {
    const packed = join(import.meta.dirname, '..', 'node_modules', '@sparticuz', 'chromium', 'bin', 'al2023.tar.br');
    untar(brotliDecompressSync(readFileSync(packed)), folder);
    writeFileSync(done, '');
  }
  return join(folder, 'lib');
}

/** Files and folders of a plain tar (ustar): all that the package holds. */
function untar(tar: Buffer, into: string): void {
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    if (!name) break;
    const size = Number.parseInt(tar.toString('utf8', at + 124, at + 136), 8) || 0;
    const path = join(into, name);
    if (name.endsWith('/')) mkdirSync(path, { recursive: true });
    else if ((tar[at + 156] ?? 48) !== 53) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, tar.subarray(at + 512, at + 512 + size));
      chmodSync(path, 0o755);
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
