import type { FastifyRequest } from 'fastify';
import { visitorOf, type Visitor } from '../visit/visitor.js';

export const AGENCY_COOKIE = '__Host-agency';

/** Whoever came by an agency's link. */
export interface Caller extends Visitor {
  token: string;
}

export const callerOf = (request: FastifyRequest, token: string): Caller => ({ ...visitorOf(request), cookie: request.cookies[AGENCY_COOKIE], token });

/** The address of one of the link's pages, without language. */
export const pathOf = ({ token }: Pick<Caller, 'token'>, page = 'landing'): string => `/a/${encodeURIComponent(token)}${page === 'landing' ? '' : `/${page}`}`;
