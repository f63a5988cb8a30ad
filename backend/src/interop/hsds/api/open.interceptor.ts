import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';

/** Open data: any page of any site may read it, refusals too; who has an answer already is told so instead of being sent it again. */
@Injectable()
export class OpenToAll implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { format } = request.query as { format?: unknown };
    void reply.headers({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'etag',
      'cross-origin-resource-policy': 'cross-origin',
      'content-type': format === 'ndjson' ? 'application/x-ndjson; charset=utf-8' : 'application/json; charset=utf-8',
    });
    return next.handle().pipe(map((body: unknown) => (typeof body === 'string' ? known(body, request, reply) : body)));
  }
}

/** Gives the answer its mark (ETag, RFC 9110), and nothing but the mark to who names it (`if-none-match`). To be kept, but never shown without asking. */
function known(body: string, { headers }: FastifyRequest, reply: FastifyReply): string {
  const tag = `W/"${createHash('sha256').update(body).digest('base64url')}"`;
  void reply.headers({ etag: tag, 'cache-control': 'public, no-cache' });
  if (!names(headers['if-none-match'], tag)) return body;
  void reply.code(304);
  return '';
}

const names = (written: string | undefined, tag: string): boolean => (written ?? '').split(',').some((one) => one.trim() === '*' || bare(one) === bare(tag));
/** A weak mark and a strong one of the same words are the same to a reader. */
const bare = (tag: string): string => tag.trim().replace(/^W\//, '');
