import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DatabaseFailure } from '../database/failures.js';
import { DeskError } from '../errors.js';
import { log } from '../log.js';

/** RFC 9457 problem+json as the product sends it. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  requestId: string;
  errors?: readonly { field: string; code: string; detail?: string }[];
  [extra: string]: unknown;
}

const TITLES: Readonly<Record<number, string>> = { 400: 'request.malformed', 401: 'session.none', 403: 'act.not-allowed', 404: 'address.unknown', 405: 'method.not-allowed', 413: 'request.too-large', 415: 'request.content-type' };

/** What an error may say: a code and a sentence of ours, never the error's own text. */
export function toDeskError(error: unknown): DeskError {
  if (error instanceof DeskError) return error;
  const status = error instanceof HttpException ? error.getStatus() : Number((error as { statusCode?: number } | null)?.statusCode ?? 500);
  const code = TITLES[status];
  return code ? new DeskError(status, code, 'The request could not be read or is not allowed here.') : new DeskError(500, 'desk.broken', 'Something broke on our side. Nothing you typed was changed.');
}

export function problemOf(error: DeskError, requestId: string): Problem {
  return { type: 'about:blank', title: error.detail, status: error.status, code: error.code, requestId, ...(error.errors.length ? { errors: error.errors } : {}), ...error.extra };
}

/** The one filter: every error becomes problem+json. Unexpected ones are logged by their class and place, not by their text. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const answer = toDeskError(error);
    if (answer.status >= 500 && answer.status !== 503) report(error, request.id);
    const wait = answer.extra['retryAfter'];
    if (typeof wait === 'number') reply.header('retry-after', wait);
    void reply.status(answer.status).type('application/problem+json').send(problemOf(answer, request.id));
  }
}

export function report(error: unknown, requestId: string): void {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 6).map((line) => line.trim()) : [];
  log('request.failed', { requestId, kind: error instanceof Error ? error.name : typeof error, sqlState: error instanceof DatabaseFailure ? error.message : undefined, frames });
}
