import { uuidv7 } from '../src/platform/index.js';
import type { RouteSample } from './route-samples.js';

/** A page, or the way to one. */
export const page = { yes: [200, 303] } as const;

/** The public pages of one language. */
export const pagesIn = (code: string): [string, RouteSample][] => [
  [`GET /${code}`, page],
  [`GET /${code}/*`, { path: { '*': 'nothing-here' }, yes: [404] }],
  [`GET /${code}/a/:token`, { path: { token: 'x'.repeat(43) }, yes: [404] }],
  [`POST /${code}/a/:token`, { path: { token: 'x'.repeat(43) }, yes: [404] }],
  [`GET /${code}/a/:token/:page`, { path: { token: 'x'.repeat(43), page: 'facts' }, yes: [404] }],
  [`POST /${code}/a/:token/:page`, { path: { token: 'x'.repeat(43), page: 'facts' }, yes: [404] }],
  [`GET /${code}/agencies/policy`, page],
  [`GET /${code}/agencies/apply`, page],
  [`POST /${code}/agencies/apply`, { yes: [422] }],
  [`GET /${code}/agencies/application/:token`, { path: { token: 'x'.repeat(43) }, yes: [404] }],
  [`POST /${code}/agencies/application/:token`, { path: { token: 'x'.repeat(43) }, body: () => ({ appeal: 'Look again' }), yes: [404] }],
  [`GET /${code}/agency`, page],
  [`POST /${code}/agency`, { body: () => ({ email: 'nobody' }), yes: [422] }],
  [`GET /${code}/agency/:page`, { path: { page: 'inbox' }, yes: [303] }],
  [`POST /${code}/agency/:page`, { path: { page: 'team' }, yes: [303] }],
  [`GET /${code}/agency/listings/:page`, { path: { page: 'listing' }, yes: [303] }],
  [`POST /${code}/agency/listings/:page`, { path: { page: 'listing' }, yes: [303] }],
  [`GET /${code}/agency/passkeys`, { yes: [303] }],
  [`POST /${code}/agency/passkeys`, { yes: [303] }],
  [`GET /${code}/agency/passkeys/:page`, { path: { page: 'code' }, yes: [303] }],
  [`POST /${code}/agency/passkeys/:page`, { path: { page: 'add' }, yes: [303] }],
  [`GET /${code}/agency/referral/:id`, { path: { id: uuidv7() }, yes: [303] }],
  [`POST /${code}/agency/referral/:id`, { path: { id: uuidv7() }, yes: [303] }],
  [`GET /${code}/agency/referral/:id/:page`, { path: { id: uuidv7(), page: 'facts' }, yes: [303] }],
  [`POST /${code}/agency/referral/:id/:page`, { path: { id: uuidv7(), page: 'facts' }, yes: [303] }],
  [`GET /${code}/ask`, page],
  [`POST /${code}/ask`, page],
  [`GET /${code}/ask/:page`, { path: { page: 'who' }, ...page }],
  [`GET /${code}/follow`, page],
  [`POST /${code}/follow`, { body: () => ({ number: 'R-4K7P-29', words: 'four quiet words here' }), yes: [422, 429] }],
  [`GET /${code}/follow/:page`, { path: { page: 'share' }, ...page }],
  [`POST /${code}/follow/:page`, { path: { page: 'decide' }, ...page }],
  [`GET /${code}/find`, page],
  [`POST /${code}/find`, page],
  [`GET /${code}/find/:id`, { id: 'service' }],
  [`GET /${code}/find/:id/wrong`, { id: 'service' }],
  [`POST /${code}/find/:id/wrong`, { id: 'service', body: () => ({}), yes: [422] }],
  [`GET /${code}/find/:id/thanks`, { id: 'service' }],
  [`POST /${code}/ask/:page`, { path: { page: 'who' }, yes: [200, 303, 410] }],
];
