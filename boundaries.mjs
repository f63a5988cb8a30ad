// The architecture, as data. A room may look into the rooms listed beside it, through their doors (index.ts) only.
// ESLint's own `no-restricted-imports` enforces it: see eslint.config.mjs and tools/lint/boundaries.spec.

const CELLAR = ['platform', 'audit', 'people'];
const GROUND = [...CELLAR, 'settings'];
const FIRST = [...GROUND, 'intake', 'directory'];
const SECOND = [...FIRST, 'matching'];
const THIRD = [...SECOND, 'referrals'];
const ROOF = [...THIRD, 'follow-up', 'partners'];

/** Backend rooms, from the foundation up. */
export const ROOMS = {
  platform: [],
  audit: ['platform'],
  people: ['platform', 'audit'],
  settings: CELLAR,
  directory: GROUND,
  intake: GROUND,
  matching: FIRST,
  referrals: SECOND,
  'follow-up': THIRD,
  partners: THIRD,
  notifications: ROOF,
  reports: ROOF,
  interop: ROOF,
  pages: ROOF,
  seed: [...ROOF, 'interop'],
  cli: [...ROOF, 'interop', 'seed'],
  practice: [...ROOF, 'seed'],
};

/** Packages that `domain/` may use besides its neighbours: pure ones. */
export const PURE_PACKAGES = ['temporal-polyfill', 'rrule-temporal', 'libphonenumber-js'];

/** Angular rooms: each sees api, ui and session, and no other room. */
export const FRONTEND_ROOMS = ['queue', 'directory', 'referrals', 'follow-up', 'lexicon', 'reports', 'people', 'settings', 'mailbox', 'shell', 'session', 'ui', 'api'];
export const FRONTEND_SHARED = { shell: ['api', 'ui', 'session'], session: ['api', 'ui'], ui: [], api: [] };
export const FRONTEND_DEFAULT = ['api', 'ui', 'session'];

/** Sizes. A budget that hurts is a sign to find the missing concept. */
export const BUDGETS = { lines: 200, entityLines: 300, functionLines: 30, complexity: 8, parameters: 4, constructorParameters: 6 };
