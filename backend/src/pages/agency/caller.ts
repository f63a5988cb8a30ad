import type { FastifyRequest } from 'fastify';
import { MEMBER_COOKIE, visitorOf, type Visitor } from '../visit/visitor.js';

export const AGENCY_COOKIE = '__Host-agency';

/** Whoever is at an agency's pages: by a mailed link, or as a member of it. */
export interface Caller extends Visitor {
  /** Of the link; empty for a member. */
  token: string;
  /** Where the pages stand, without language: `/a/<token>`, or a part of the account. */
  home: string;
}

export const callerOf = (request: FastifyRequest, token: string): Caller => ({ ...visitorOf(request), cookie: request.cookies[AGENCY_COOKIE], token, home: `/a/${encodeURIComponent(token)}` });
/** A member, or who stands at their door. `home`: without language. */
export const memberAt = (request: FastifyRequest, home = '/agency'): Caller => ({ ...visitorOf(request), cookie: request.cookies[MEMBER_COOKIE], token: '', home });

/** The address of one of the pages, without language. */
export const pathOf = ({ home }: Pick<Caller, 'home'>, page = 'landing'): string => `${home}${page === 'landing' ? '' : `/${page}`}`;
