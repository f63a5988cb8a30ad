import type { FastifyInstance } from 'fastify';
import { DeskError } from '../errors.js';

export const BODY_LIMIT = 64 * 1024;
export const DEPTH_LIMIT = 8;

const STRINGS = /"(?:[^"\\]|\\.)*"?/g;

/** How deep brackets nest in a JSON text, strings left out. Read before parsing: a deep body must not reach the parser's or a pipe's recursion. */
export function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  for (const letter of json.replace(STRINGS, '')) {
    if (letter === '{' || letter === '[') deepest = Math.max(deepest, ++depth);
    if (letter === '}' || letter === ']') depth--;
  }
  return deepest;
}

/** Parses JSON with the limits checked first. Throws 400 for malformed or too deep text and for NUL, which PostgreSQL cannot store. */
export function parseJson(text: string): unknown {
  if (depthOf(text) > DEPTH_LIMIT) throw new DeskError(400, 'request.too-deep', `Nest at most ${DEPTH_LIMIT} levels.`);
  if (text.includes('\\u0000')) throw new DeskError(400, 'request.malformed', 'A text holds a character that cannot be stored.');
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    throw new DeskError(400, 'request.malformed', 'The body is not JSON.');
  }
}

/** Replaces Fastify's parsers: JSON with limits; anything encoded is refused (a small body may unpack to a huge one). */
export function limitBodies(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  fastify.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: BODY_LIMIT }, (_request, body, done) => {
    try {
      done(null, parseJson(String(body)));
    } catch (error) {
      done(error as Error);
    }
  });
  fastify.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload)); // a file: whoever may send one reads it, and counts
  fastify.addHook('onRequest', (request, _reply, done) => {
    const encoding = request.headers['content-encoding'];
    done(encoding && encoding !== 'identity' ? new DeskError(415, 'request.encoded', 'Send the body without content-encoding.') : undefined);
  });
}
