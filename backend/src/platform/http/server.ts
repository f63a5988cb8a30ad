import cookie from '@fastify/cookie';
import compress from '@fastify/compress';
import formbody from '@fastify/formbody';
import { ValidationPipe, type Type, type ValidationError } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { Config, currentConfig } from '../config/config.js';
import { invalid, type FieldFault } from '../errors.js';
import { BODY_LIMIT, limitBodies } from './body.js';
import { secureHeaders } from './headers.js';
import { gatherRulesOnce } from './known-rules.js';
import { ProblemFilter } from './problem.js';

/** Flattens class-validator's tree to field paths. A message may carry its own code as `code|sentence`. */
export function faultsOf(errors: readonly ValidationError[], path = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property;
    const own = Object.entries(error.constraints ?? {}).slice(0, 1).map(([rule, message]) => {
      const [code, detail] = message.includes('|') ? (message.split('|', 2) as [string, string]) : [rule, message];
      return { field, code, detail };
    });
    return [...own, ...faultsOf(error.children ?? [], field)];
  });
}

/** Unknown keys are refused, then known ones copied into the DTO. */
export const pipe = (): ValidationPipe =>
  new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true, transformOptions: { exposeDefaultValues: true }, exceptionFactory: (errors) => invalid(faultsOf(errors)) });

/** Builds the HTTP application around `root`. Listening is the caller's. Time limits: headers 10 s, request 15 s (trust.md 6.14). */
export async function createServer(root: Type, { quiet = false } = {}): Promise<NestFastifyApplication> {
  const trusted = (currentConfig().TRUSTED_PROXIES ?? '').split(',').filter(Boolean);
  const adapter = new FastifyAdapter({
    forceCloseConnections: true,
    bodyLimit: BODY_LIMIT,
    requestTimeout: 15_000,
    connectionTimeout: 0,
    keepAliveTimeout: 30_000,
    trustProxy: trusted.length ? trusted : false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 120 },
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000, maxHeaderSize: 16_384 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, { bodyParser: false, logger: quiet ? false : ['fatal', 'error', 'warn'], abortOnError: false });
  const fastify = adapter.getInstance();
  limitBodies(fastify);
  secureHeaders(fastify, app.get(Config).secure);
  await fastify.register(formbody, { bodyLimit: BODY_LIMIT });
  await fastify.register(cookie);
  await fastify.register(compress, { encodings: ['br', 'gzip'], threshold: 1024, brotliOptions: { params: { 1: 4 } } });
  gatherRulesOnce();
  app.useGlobalPipes(pipe());
  app.useGlobalFilters(new ProblemFilter());
  return app;
}
