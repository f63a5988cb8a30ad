import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { preconditionRequired, stale } from '../errors.js';

/** The version in an If-Match header, as `"v7"` or `7`. Throws 428 when there is none, 412 when it is no version at all (trust.md 6.11). */
export function versionOf(header: string | undefined): number {
  if (!header) throw preconditionRequired();
  const [, digits] = /^(?:W\/)?"?v?(\d{1,9})"?$/.exec(header.trim()) ?? [];
  if (!digits) throw stale('version');
  return Number(digits);
}

/** The version that the sender read: what was changed since then is not overwritten. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => versionOf(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']));
