import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from './app.module.js';

/** A union's words come in the order in which the compiler met them, which another build may change: each enumeration is written by the alphabet. */
function ordered(part: unknown): void {
  if (typeof part !== 'object' || part === null) return;
  if ('enum' in part && Array.isArray(part.enum)) part.enum = part.enum.toSorted();
  for (const inner of Object.values(part)) ordered(inner);
}

/** The API as OpenAPI, from the classes alone: nothing is started, no database is needed. */
export async function contract(): Promise<OpenAPIObject> {
  const app = await NestFactory.create(AppModule, new FastifyAdapter(), { preview: true, logger: false, abortOnError: false });
  const config = new DocumentBuilder().setTitle('Referral Desk').setDescription('The desk\'s API. Errors are problem+json with a stable `code`.').setVersion('0.1.0').addCookieAuth('__Host-sid').build();
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}` });
  ordered(document);
  return document;
}

if (require.main === module) {
  const [file = 'openapi.json'] = process.argv.slice(2);
  void contract().then((document) => writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`));
}
