import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OUTLINES_FOLDER } from './directory/index.js';
import { Can } from './people/index.js';
import { notFound } from './platform/index.js';

const ROOT = join(__dirname, '..', '..', 'frontend', 'dist', 'browser');

/** The desk's policy (trust.md 6.12): every script carries this answer's nonce, nothing comes from elsewhere. */
const policy = (nonce: string): string =>
  `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types angular angular#bundler`;

/** Serves the built desk, also as the practice desk (the same files; the address says which one it is): hashed files for ever, the index page anew each time with a nonce on every script. */
@ApiExcludeController()
@Controller(['desk', 'practice'])
export class DeskAppController {
  private readonly index = existsSync(join(ROOT, 'index.html')) ? readFileSync(join(ROOT, 'index.html'), 'utf8') : '';

  @Get(['', '*'])
  @Can('page.read')
  @Header('content-type', 'text/html; charset=utf-8')
  show(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    return this.indexFor(request, reply);
  }

  private indexFor(request: FastifyRequest, reply: FastifyReply): string {
    if (!this.index || /\.[a-z0-9]+$/.test(request.url.split('?')[0] ?? '')) throw notFound('address');
    const nonce = randomBytes(18).toString('base64');
    reply.header('content-security-policy', policy(nonce));
    return this.index.replaceAll('__NONCE__', nonce).replace(/<script(?![^>]*nonce)/g, `<script nonce="${nonce}"`).replace(/<link rel="modulepreload"/g, `<link nonce="${nonce}" rel="modulepreload"`);
  }
}

/** One route for each built file; a file that is not there is a 404, never the index page. */
const files = (root: string, prefix: string, decorateReply: boolean) =>
  ({
    root,
    prefix,
    decorateReply,
    wildcard: false,
    index: false,
    dotfiles: 'deny',
    cacheControl: false,
    globIgnore: ['index.html'],
    setHeaders: (reply: FastifyReply) => void reply.header('cache-control', 'public, max-age=31536000, immutable'),
  }) as never;

/** The built desk, and the outlines that its map draws. */
export async function serveDeskFiles(app: NestFastifyApplication): Promise<void> {
  if (!existsSync(ROOT)) return;
  await app.register(staticFiles, files(ROOT, '/desk/', true));
  await app.register(staticFiles, files(OUTLINES_FOLDER, '/desk/outlines/', false));
}
