import { LANGUAGES } from '../src/pages/texts/texts.js';
import { uuidv7 } from '../src/platform/index.js';
import { aKey, anInquiry } from './an-inquiry.js';
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
/** A version that nobody read: who may act is told that it is stale, nobody else learns even that. */
const stale = { headers: () => ({ 'if-match': '999' }), yes: [412] } as const;
const account = { id: 'account' } as const;
const settings = { name: 'Referral Desk', dutyOn: true, holidays: [], version: 1 };
const lexiconLine = { language: 'en', pattern: 'quilted fog', gives: 'need/grief', weight: 0.9 };
const line = { place: 'US', language: 'en', audience: 'everyone', kind: 'call', label: 'Call 988', target: '988', note: 'Day and night', position: 0, source: 'example.org' };

/** One line a route. A route that is not here fails the matrix; so does a line without its route. */
export const ROUTE_SAMPLES: Readonly<Record<string, RouteSample>> = {
  'GET /livez': {},
  'GET /readyz': {},
  'GET /': { yes: [303] },
  'GET /a/:token': { path: { token: 'x'.repeat(43) }, yes: [303] },
  'GET /agencies/application/:token': { path: { token: 'x'.repeat(43) }, yes: [303] },
  'POST /leave': page,
  'GET /pages/mark.svg': {},
  'GET /pages/:script': {},
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
  'GET /api/queue': {},
  'GET /api/queue/counts': {},
  'POST /api/queue/find': { body: () => ({ reference: 'R-ZZZZ-ZZ' }), yes: [404] },
  'GET /api/events': { stream: true },
  'GET /api/inquiries/:id': { ...inquiry, masked: true },
  'POST /api/inquiries/:id/claim': { ...inquiry, yesToColleague: [409] },
  'POST /api/inquiries/:id/release': { ...inquiry, body: () => ({ reason: 'End of my shift' }) },
  'POST /api/inquiries/:id/reveal': { ...inquiry, body: () => ({ reason: 'contact-now' }) },
  'POST /api/inquiries/:id/needs': { ...inquiry, body: () => ({ topic: 'grief' }) },
  'POST /api/needs/:id/end': { id: 'need', ...stale, body: () => ({ outcome: 'met', reason: 'served' }) },
  'POST /api/needs/:id/reopen': { id: 'need', ...stale },
  'POST /api/inquiries/:id/close': { ...inquiry, ...stale },
  'POST /api/inquiries/:id/notes': { ...inquiry, body: () => ({ id: uuidv7(), text: 'Called the county line.', audience: 'desk' }), ids: { id: 'note' } },
  'GET /api/inquiries/:id/draft': inquiry,
  'PUT /api/inquiries/:id/draft': { ...inquiry, body: () => ({ text: 'Called the' }) },
  'GET /api/inquiries/:id/understood': inquiry,
  'POST /api/inquiries/:id/urgency': { ...inquiry, body: () => ({ decision: 'heavy' }), yes: [409] },
  'GET /api/inquiries/:id/crisis-lines': inquiry,
  'GET /api/reports/urgency-hints': {},
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
  'GET /api/directory/applications': {},
  'POST /api/directory/applications/:id/listing': { id: 'service', yes: [404], body: () => ({ organization: 'Quiet Oak', name: 'Peer group', description: 'A group' }) },
  'POST /api/directory/applications/:id/decision': { id: 'service', ...stale, yes: [404], body: () => ({ accepted: true }) },
  'POST /api/directory/sheets/:id/accept': { id: 'organization', yes: [404] },
  'POST /api/directory/sheets/:id/revert': { id: 'organization', yes: [404] },
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
  'GET /api/vocabulary': {},
  'POST /api/vocabulary/needs': { body: () => ({ search: 'no puedo dormir' }) },
  'GET /api/lexicon': {},
  'POST /api/lexicon/entries/search': { body: () => ({ search: 'no puedo dormir' }) },
  'POST /api/lexicon/entries': { body: () => ({ ...lexiconLine, pattern: `said ${uuidv7()}` }) },
  'PUT /api/lexicon/entries/:id': { path: { id: uuidv7() }, body: () => lexiconLine, yes: [404] },
  'POST /api/lexicon/entries/:id/off': { path: { id: uuidv7() }, body: () => ({ note: 'A song' }), yes: [404] },
  'POST /api/lexicon/entries/:id/on': { path: { id: uuidv7() }, body: () => ({}), yes: [404] },
  'POST /api/lexicon/entries/:id/delete': { path: { id: uuidv7() }, yes: [404] },
  'POST /api/lexicon/entries/:id/undo': { path: { id: uuidv7() }, yes: [409] },
  'GET /api/lexicon/lines/:id/history': { path: { id: uuidv7() } },
  'POST /api/lexicon/examples/search': { body: () => ({ about: 'crisis' }) },
  'POST /api/lexicon/examples': { body: () => ({ about: 'need', codes: ['grief'], text: '' }), yes: [422] },
  'POST /api/lexicon/examples/:id/off': { path: { id: uuidv7() }, yes: [404] },
  'POST /api/lexicon/examples/:id/on': { path: { id: uuidv7() }, yes: [404] },
  'POST /api/lexicon/examples/:id/delete': { path: { id: uuidv7() }, yes: [404] },
  'POST /api/lexicon/examples/:id/undo': { path: { id: uuidv7() }, yes: [409] },
  'POST /api/lexicon/try': { body: () => ({ text: 'no puedo dormir', entry: lexiconLine }), ids: { 'entry.id': 'new' } },
  'POST /api/lexicon/try/sentences': { body: () => ({ entry: lexiconLine }), ids: { 'entry.id': 'new' } },
  'GET /api/lexicon/sentences': {},
  'POST /api/lexicon/sentences': { body: () => ({ text: `Said ${uuidv7()}`, needs: ['grief'], tier: 'none' }) },
  'POST /api/lexicon/sentences/:id/delete': { path: { id: uuidv7() }, yes: [404] },
  'GET /api/directory/services/:id': { id: 'service' },
  'GET /api/directory/services/:id/trust': { id: 'service' },
  'GET /api/directory/verification': {},
  'GET /api/directory/verification/found': {},
  'GET /api/directory/conflicts': {},
  'POST /api/directory/conflicts/:id/decide': { path: { id: uuidv7() }, body: () => ({ choice: 'ours' }), yes: [404] },
  'GET /api/vocabularies': {},
  'GET /api/vocabularies/search': {},
  'GET /api/vocabularies/:id/terms': { path: { id: uuidv7() }, yes: [404] },
  'GET /api/vocabularies/terms/:id/meaning': { path: { id: uuidv7() } },
  'POST /api/vocabularies/terms/:id/meaning': { path: { id: uuidv7() }, body: () => ({ relation: 'none' }), ids: { termId: 'new' }, yes: [404] },
  'POST /api/vocabularies/terms/:id/meaning/undo': { path: { id: uuidv7() }, yes: [404] },
  'POST /api/imports/files/:id/vocabulary/dry-run': { path: { id: uuidv7() }, body: () => ({}), yes: [404] },
  'POST /api/imports/files/:id/vocabulary': { path: { id: uuidv7() }, body: () => ({}), yes: [404] },
  'GET /api/imports': {},
  'GET /api/imports/:id': { path: { id: uuidv7() }, yes: [404] },
  'POST /api/imports/files': { body: () => ({}), yes: [415] },
  'POST /api/imports/files/:id/dry-run': { path: { id: uuidv7() }, body: () => ({ source: 'county', complete: false }), yes: [404] },
  'POST /api/imports/files/:id/import': { path: { id: uuidv7() }, body: () => ({ source: 'county', complete: false }), yes: [404] },
  'POST /api/directory/checks': { body: ({ service }) => ({ serviceIds: [service], field: 'hours', holds: true, method: 'staff-phone' }), ids: { serviceIds: 'service' } },
  'GET /api/directory/listings': { yes: [422] },
  'GET /api/directory/services/:id/changes': { id: 'service' },
  'GET /api/directory/services/:id/notes': { id: 'service' },
  'POST /api/directory/services/:id/notes': { id: 'service', body: () => ({ text: 'Ask for intake' }) },
  'POST /api/directory/services/:id/status': { id: 'service', body: () => ({ status: 'active' }) },
  'GET /api/directory/services/:id/own': { id: 'service' },
  'GET /api/directory/services/:id/areas': { id: 'service' },
  'POST /api/directory/services/:id/areas/try': { id: 'service', body: () => ({ areas: [{ kind: 'nation', value: '' }], zip: '06854' }), ids: { 'areas.id': 'new' } },
  'POST /api/directory/services/:id/areas': { id: 'service', yes: [409], body: () => ({ areas: [{ kind: 'nation', value: '' }], mark: '0'.repeat(64) }), ids: { 'areas.id': 'new' } },
  'GET /api/directory/services/:id/peer': { id: 'service' },
  'POST /api/directory/services/:id/peer': { id: 'service', yes: [409], body: () => ({ kinds: ['group'], lived: [], mark: '0'.repeat(64) }) },
  'GET /api/directory/services/:id/inclusion': { id: 'service' },
  'POST /api/directory/services/:id/inclusion': { id: 'service', yes: [409], body: () => ({ decision: 'under-review', reason: 'A complaint', after: '00000000-0000-4000-8000-000000000000' }), ids: { after: 'new' } },
  'GET /api/directory/services/:id/hours': { id: 'service' },
  'POST /api/directory/services/:id/hours/preview': { id: 'service', body: () => ({ rules: [], days: [], kept: [] }) },
  'POST /api/directory/services/:id/hours': { id: 'service', yes: [409], body: () => ({ rules: [], days: [], kept: [], mark: '0'.repeat(64) }) },
  'POST /api/directory/services/:id/own': { id: 'service', yes: [409], body: () => ({ field: 'cost', lines: ['Free'], mark: '0'.repeat(64) }) },
  'GET /api/reports/directory': {},
  'GET /api/reports/directory/:code': { path: { code: 'never' } },
  'GET /api/directory/twins': {},
  'POST /api/directory/twins': { yes: [422], body: ({ service }) => ({ first: service, second: service }), ids: { first: 'service', second: 'service', kept: 'service' } },
  'POST /api/directory/twins/:id/undo': { id: 'service', yes: [404] },
  'GET /api/directory/corrections': {},
  'POST /api/directory/corrections/:id': { id: 'service', yes: [404], body: () => ({ outcome: 'right', method: 'staff-phone' }) },
  'POST /api/directory/places': { body: () => ({ text: 'Nowalk' }) },
  'GET /api/directory/unreviewed': {},
  'POST /api/directory/services/:id/terms': { id: 'service', body: () => ({ confirm: [], reject: [] }), ids: { confirm: 'new', reject: 'new' } },
  'POST /api/directory/locations/:id/confidentiality': { id: 'location', body: () => ({ confidentiality: 'hidden' }) },
  'GET /api/directory/proposals': {},
  'POST /api/directory/proposals/:id/decision': { id: 'service', ...stale, yes: [404], body: () => ({ decisions: [] }) },
  'POST /api/directory/publishings/:id/revert': { id: 'service', yes: [404] },
  'GET /api/ordering': {},
  'PUT /api/ordering/draft': { body: () => ({ label: 'Nearer first', values: { distance: 3 } }), yes: [200, 412] },
  'POST /api/ordering/draft/replay': { yes: [200, 404] },
  'POST /api/ordering/draft/discard': {},
  'POST /api/ordering/live': { body: () => ({ number: 1, why: 'Back to the first', replaces: 999 }), yes: [412] },
  'GET /api/settings': {},
  'PUT /api/settings': { body: () => settings },
  'GET /api/settings/crisis-lines': {},
  'PUT /api/settings/crisis-lines': { body: () => ({ lines: [{ ...line, id: uuidv7() }] }), ids: { 'lines.id': 'new' } },
  'GET /api/mailbox': {},
  'GET /api/audit': {},
};
