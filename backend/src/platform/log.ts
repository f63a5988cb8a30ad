import pino from 'pino';
import { logLevel } from './config/log-level.js';

/** Every event that may be logged, with the only fields it may carry. Bodies, queries, headers and names have no field here (trust.md 6.13). */
interface LogEvents {
  'desk.started': { address: string; demo: boolean; milliseconds: number };
  'desk.stopping': { signal: string };
  'request.done': { requestId: string; method: string; route: string; status: number; milliseconds: number };
  'request.failed': { requestId: string; kind: string; sqlState?: string | undefined; frames: readonly string[] };
  'job.failed': { job: string; kind: string };
  'dispatcher.failed': { kind: string };
  'audit.anchor': { seq: number; hash: string };
  'audit.verified': { checked: number };
  'audit.broken': { checked: number; because: string };
  'audit.unanchored': { kind: string };
  'audit.unsealed': { kind: string };
  'mail.sent': { messageId: string };
  'mail.refused': { messageId: string };
  'outlines.unread': { kind: string };
  'pool.unread': { kind: string };
  'lexicon.unlearned': { kind: string };
  /** Words that somebody added were kept and could not be listened to. */
  'words.unheard': { kind: string };
  'practice.started': { milliseconds: number };
  'practice.lost': Record<string, never>;
  'practice.failed': { code: string };
  'import.progress': { source: string; done: number; total: number };
}

const logger = pino({ level: logLevel(), base: null, timestamp: pino.stdTimeFunctions.isoTime });
const LOUD = new Set(['request.failed', 'job.failed', 'dispatcher.failed', 'audit.broken', 'audit.unanchored', 'audit.unsealed']);
const QUIET = new Set(['request.done']);

/** Writes one typed event. */
export function log<Name extends keyof LogEvents>(event: Name, fields: LogEvents[Name]): void {
  logger[LOUD.has(event) ? 'error' : QUIET.has(event) ? 'debug' : 'info']({ event, ...fields });
}
