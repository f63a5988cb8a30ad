import { LANGUAGES } from '../src/pages/texts/texts.js';
import { uuidv7 } from '../src/platform/index.js';
import { aKey, anInquiry } from './an-inquiry.js';
import { DESK_SAMPLES } from './desk-samples.js';
import { KEEPING_SAMPLES, stale } from './keeping-samples.js';
import { page, pagesIn } from './page-samples.js';

/** One request with all that hangs on it, the listing that was offered for it, and a spare account. */
export interface Thing {
  inquiry: string;
  need: string;
  option: string;
  note: string;
  service: string;
  location: string;
  referral: string;
  organization: string;
  account: string;
  due: string;
}
/** Words that only who may read this request may ever be sent. */
export const canary = (owner: string): string => `canary of ${owner}`;

/** What the matrix needs to know of a route to send it something that would be accepted. */
export interface RouteSample {
  /** Whose id `:id` is. Without it the route has no object. */
  id?: keyof Thing;
  /** Other parts of the path. */
  path?: Record<string, string>;
  /** Ids further on in the path: of what hangs on the object. */
  under?: Record<string, keyof Thing>;
  body?: (thing: Thing) => object;
  /** Fields of the body that hold ids: of what, or `new` for ids that the sender makes. The contract is searched for fields that are missing here. */
  ids?: Record<string, keyof Thing | 'new'>;
  headers?: () => Record<string, string>;
  /** Answers that say yes; others than 200, 201 and 204 are named. */
  yes?: readonly number[];
  /** Answers to who may act on a colleague's object, where they differ from `yes`. */
  yesToColleague?: readonly number[];
  /** Who may not read the object sees the queue's line of it, instead of 404. */
  masked?: boolean;
  /** Sends for ever. */
  stream?: boolean;
  /** Ends the session: it is sent with one of its own. */
  ends?: boolean;
}

const inquiry = { id: 'inquiry' } as const;
const account = { id: 'account' } as const;
const settings = { name: 'Referral Desk', dutyOn: true, holidays: [], version: 1 };
const line = { place: 'US', language: 'en', audience: 'everyone', kind: 'call', label: 'Call 988', target: '988', note: 'Day and night', position: 0, source: 'example.org' };

/** One line a route. A route that is not here fails the matrix; so does a line without its route. */
export const ROUTE_SAMPLES: Readonly<Record<string, RouteSample>> = {
  ...KEEPING_SAMPLES,
  ...DESK_SAMPLES,
  'GET /livez': {},
  'GET /readyz': {},
  'GET /': { yes: [303] },
  'GET /a/:token': { path: { token: 'x'.repeat(43) }, yes: [303] },
  'GET /agencies/application/:token': { path: { token: 'x'.repeat(43) }, yes: [303] },
  'POST /leave': page,
  'GET /pages/mark.svg': {},
  'GET /pages/enhance': {},
  'GET /pages/passkey': {},
  ...Object.fromEntries(LANGUAGES.flatMap(({ code }) => pagesIn(code))),
  'GET /desk': { yes: [200, 404] },
  'GET /desk/*': { path: { '*': 'queue' }, yes: [200, 404] },
  'GET /api/openapi.json': {},
  'GET /hsds': {},
  'GET /hsds/profile': {},
  'GET /hsds/profile/:file': { path: { file: 'service.json' } },
  'GET /hsds/openapi.json': {},
  'GET /hsds/:list': { path: { list: 'service_at_locations' } },
  'GET /hsds/:list/:id': { id: 'service', path: { list: 'services' } },
  'POST /api/auth/login': { body: () => ({ email: 'colleague@example.org', password: 'four quiet words here' }) },
  'POST /api/auth/logout': { ends: true },
  'GET /api/auth/demo-accounts': {},
  'POST /api/auth/set-up': { body: () => ({ secret: 'x'.repeat(43), email: 'new@example.org', name: 'Somebody New', password: 'four other quiet words' }), yes: [404] },
  'GET /api/me': {},
  'GET /api/me/preferences': {},
  'PUT /api/me/preferences': { body: () => ({ keysOn: true, keys: [{ of: 'c', press: 'q' }], density: 'compact', pace: 5 }) },
  'GET /api/me/calendar': {},
  'POST /api/me/calendar': {},
  'POST /api/me/calendar/end': {},
  'GET /calendar/:token/follow-ups.ics': { path: { token: 'x'.repeat(43) }, yes: [404, 429] },
  'POST /api/auth/link': { body: () => ({ secret: 'x'.repeat(43) }), yes: [404] },
  'POST /api/auth/link/use': { body: () => ({ secret: 'x'.repeat(43), name: 'Somebody New', password: 'four other quiet words' }), yes: [404] },
  'GET /api/staff': {},
  'POST /api/staff': { body: () => ({ email: `${uuidv7()}@example.org`, name: 'Somebody New', roles: ['SPE'] }) },
  'PUT /api/staff/:id': { ...account, body: () => ({ roles: ['SUP'], restricted: false, version: 1 }) },
  'POST /api/staff/:id/deactivate': { ...account, body: () => ({ version: 1 }) },
  'POST /api/staff/:id/activate': { ...account, body: () => ({ version: 1 }) },
  'POST /api/staff/:id/link': account,
  'GET /api/desk': {},
  'POST /api/public/inquiries': { body: () => anInquiry(), headers: () => ({ 'idempotency-key': aKey() }) },
  'POST /api/inquiries/:id/matches': { ...inquiry, body: () => ({}) },
  'POST /api/inquiries/:id/matches/why': { ...inquiry, body: ({ service }) => ({ serviceIds: [service] }), ids: { serviceIds: 'service' } },
  'GET /api/inquiries/:id/options': inquiry,
  'POST /api/inquiries/:id/options': { ...inquiry, body: ({ need, service }) => ({ needId: need, serviceIds: [service], fewerReason: 'Only one fits' }), ids: { needId: 'need', serviceIds: 'service' } },
  'POST /api/options/:id/decision': { id: 'option', body: () => ({ decision: 'chosen' }) },
  'POST /api/inquiries/:id/card': { ...inquiry, body: ({ option }) => ({ optionIds: [option], how: 'print' }), ids: { optionIds: 'option' } },
  'GET /api/inquiries/:id/referrals': inquiry,
  'GET /api/inquiries/:id/messages': inquiry,
  'GET /api/inquiries/:id/options/:optionId/letter': { ...inquiry, under: { optionId: 'option' }, yes: [200, 409] },
  'POST /api/inquiries/:id/referral-preview': { ...inquiry, body: ({ option }) => ({ optionId: option, fields: ['name', 'reach'] }), ids: { optionId: 'option' } },
  'POST /api/inquiries/:id/referrals': { ...inquiry, body: ({ option }) => ({ optionId: option, way: 'self' }), ids: { optionId: 'option' }, yes: [201, 409, 422] },
  'POST /api/referrals/:id/answer': { id: 'referral', ...stale, body: () => ({ kind: 'accepted' }) },
  'POST /api/referrals/:id/reply': { id: 'referral', ...stale, body: () => ({ text: 'After six.', agreed: true }) },
  'POST /api/referrals/:id/recall': { id: 'referral', ...stale, body: () => ({ reason: 'person-asked' }) },
  'POST /api/referrals/:id/withdraw-consent': { id: 'referral' },
  'GET /api/agencies': {},
  'PUT /api/agencies/:id': { id: 'organization', ...stale, body: () => ({ email: 'intake@example.org', answerDays: 2 }) },
  'POST /api/agencies/:id/ask-listing': { id: 'organization', yes: [200, 409] },
  'GET /api/agencies/:id/members': { id: 'organization' },
  'POST /api/agencies/:id/members': { id: 'organization', yes: [200, 409], body: () => ({ name: 'Dana Whitlock', email: `${uuidv7()}@example.org`, may: ['referrals'] }) },
  'POST /api/members/:id/end': { path: { id: uuidv7() }, yes: [404] },
  'GET /api/follow-ups': {},
  'POST /api/follow-ups/:id/attempts': { id: 'due', body: () => ({ channel: 'phone', result: 'no-answer' }) },
  'POST /api/follow-ups/:id/done': { id: 'due' },
  'GET /api/inquiries/:id/outcomes': inquiry,
  'POST /api/referrals/:id/outcome': { id: 'referral', body: () => ({ remembered: 'yes', tried: 'yes', reached: 'unknown', served: 'unknown', solved: 'unknown' }) },
  'POST /api/imports/files/:id/vocabulary/dry-run': { path: { id: uuidv7() }, body: () => ({}), yes: [404] },
  'POST /api/imports/files/:id/vocabulary': { path: { id: uuidv7() }, body: () => ({}), yes: [404] },
  'GET /api/imports': {},
  'GET /api/imports/:id': { path: { id: uuidv7() }, yes: [404] },
  'POST /api/imports/files': { body: () => ({}), yes: [415] },
  'POST /api/imports/files/:id/dry-run': { path: { id: uuidv7() }, body: () => ({ source: 'county', complete: false }), yes: [404] },
  'POST /api/imports/files/:id/import': { path: { id: uuidv7() }, body: () => ({ source: 'county', complete: false }), yes: [404] },
  'GET /api/reports/directory': {},
  'GET /api/reports/directory/:code': { path: { code: 'never' } },
  'GET /api/settings': {},
  'PUT /api/settings': { body: () => settings },
  'GET /api/settings/crisis-lines': {},
  'PUT /api/settings/crisis-lines': { body: () => ({ lines: [{ ...line, id: uuidv7() }] }), ids: { 'lines.id': 'new' } },
  'GET /api/mailbox': {},
  'GET /api/audit': {},
};
