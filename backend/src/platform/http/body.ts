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

export const UPLOAD_LIMIT = 1024 * 1024;
/** A file of a posted form. */
export interface Upload {
  name: string;
  bytes: Buffer;
}
/** Only an agency's sheet is ever uploaded; elsewhere a form with files is refused like any other type that is not known. */
const UPLOADS = /^\/[a-z]{2,3}\/(a\/[\w-]{1,120}|agency\/listings)\/sheet$/;

/** A form with files as fields: texts as texts, files as `Upload`. Throws 400 for a malformed body. */
export async function parseForm(type: string, body: Buffer): Promise<Record<string, string | Upload>> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => undefined);
  if (!form) throw new DeskError(400, 'request.malformed', 'The form cannot be read.');
  const fields: Record<string, string | Upload> = {};
  for (const [name, value] of form) fields[name] = typeof value === 'string' ? value : { name: value.name, bytes: Buffer.from(await value.arrayBuffer()) };
  return fields;
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
  fastify.addContentTypeParser('multipart/form-data', { parseAs: 'buffer', bodyLimit: UPLOAD_LIMIT }, (request, body, done) => {
    if (!UPLOADS.test(request.url)) return done(new DeskError(415, 'request.type', 'Send this without files.'));
    parseForm(request.headers['content-type'] ?? '', body as Buffer).then((fields) => done(null, fields), done);
  });
  fastify.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload)); // a file: whoever may send one reads it, and counts
  fastify.addHook('onRequest', (request, _reply, done) => {
    const encoding = request.headers['content-encoding'];
    done(encoding && encoding !== 'identity' ? new DeskError(415, 'request.encoded', 'Send the body without content-encoding.') : undefined);
  });
}
