import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PUBLIC, type Actor } from '../platform/index.js';
import type { Act } from './domain/permissions.js';
import type { OpenSession } from './sessions.service.js';

export const ACT = 'act';
/** Names the act that a route performs. A route without it does not start (trust.md 1.2). */
export const Can = (act: Act): CustomDecorator => SetMetadata(ACT, act);

/** What the guard leaves on the request. */
export type WithSession = FastifyRequest & { session?: OpenSession };

export const actorOf = (request: WithSession): Actor => request.session?.actor ?? { ...PUBLIC, requestId: request.id };

/** The actor of the request: a signed-in account, or the public. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => actorOf(context.switchToHttp().getRequest<WithSession>()));
/** The open session, or undefined for the public. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): OpenSession | undefined => context.switchToHttp().getRequest<WithSession>().session);
