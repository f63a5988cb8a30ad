import { existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { Keyring, ringFile, type Config } from '../../platform/index.js';
import { well, wrong, type Finding } from './finding.js';

const OLDEST_NODE = [24, 15] as const;
const LEAST_FREE_BYTES = 1024 ** 3;
const SMTP_MS = 5000;

const permissions = (path: string): number => statSync(path).mode & 0o777;

export function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const old = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  return old ? wrong('Node', process.versions.node, `Use Node ${OLDEST_NODE.join('.')} or newer; npm run desk brings it.`) : well('Node', process.versions.node);
}

/** The data folder holds the keys and, by default, every request: nobody else on the machine may enter. */
export function dataFolder({ DATA_DIR }: Config): Finding {
  if (!existsSync(DATA_DIR)) return wrong('Data folder', `${DATA_DIR} is not there`, 'The first npm start makes it. If there was one, look where it went: without its keys no request can be read.');
  const mode = permissions(DATA_DIR);
  return mode & 0o077 ? wrong('Data folder', `${DATA_DIR} is open to others (${mode.toString(8)})`, `chmod 700 ${DATA_DIR}`) : well('Data folder', `${DATA_DIR}, ${mode.toString(8)}`);
}

export function disk({ DATA_DIR }: Config): Finding {
  const { bavail, bsize } = statfsSync(existsSync(DATA_DIR) ? DATA_DIR : '.');
  const free = `${((bavail * bsize) / LEAST_FREE_BYTES).toFixed(1)} GB free`;
  return bavail * bsize < LEAST_FREE_BYTES ? wrong('Disk', free, 'Make room: a full disk stops the database from taking requests.') : well('Disk', free);
}

/** The ring, or what is wrong with it. It is only read here: a missing one must not be made anew beside sealed data. */
export function keys({ KEY_RING, DATA_DIR }: Config): { ring?: Keyring; finding: Finding } {
  const file = ringFile({ DATA_DIR });
  if (KEY_RING) return opened(KEY_RING, 'KEY_RING');
  if (!existsSync(file)) return { finding: wrong('Keys', `${file} is not there`, 'The first npm start makes it. If requests were taken already, put it back from your backup.') };
  const mode = permissions(file);
  return mode & 0o077 ? { finding: wrong('Keys', `${file} is open to others (${mode.toString(8)})`, `chmod 600 ${file}`) } : opened(readFileSync(file, 'utf8').trim(), file);
}

function opened(text: string, from: string): { ring?: Keyring; finding: Finding } {
  try {
    const ring = Keyring.parse(text);
    return { ring, finding: well('Keys', `active key ${ring.active.id}, from ${from}`) };
  } catch (error) {
    return { finding: wrong('Keys', (error as Error).message, `Mend ${from}, or put it back from your backup.`) };
  }
}

/** Connects and signs in; sends nothing. */
export async function mail({ SMTP_URL, demo }: Config): Promise<Finding> {
  if (!SMTP_URL) return well('Mail', demo ? 'kept in the mailbox of the demo' : 'not configured: mails are kept and not sent');
  const { host } = new URL(SMTP_URL);
  const { createTransport } = await import('nodemailer'); // no other command sends
  const transport = createTransport(SMTP_URL, { connectionTimeout: SMTP_MS, greetingTimeout: SMTP_MS, socketTimeout: SMTP_MS } as never);
  try {
    await transport.verify();
    return well('Mail', `${host} answers`);
  } catch (error) {
    return wrong('Mail', `${host} does not take mail (${(error as { code?: string }).code ?? 'no reason given'})`, 'Check SMTP_URL, its user and password, and whether the server can be reached from here.');
  } finally {
    transport.close();
  }
}
