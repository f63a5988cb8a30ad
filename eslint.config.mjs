// Floors, doors and budgets (boundaries.mjs) as lint rules, plus typed checks.
import js from '@eslint/js';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';
import { BUDGETS, FRONTEND_DEFAULT, FRONTEND_ROOMS, FRONTEND_SHARED, PURE_PACKAGES, ROOMS } from './boundaries.mjs';
import house from './tools/lint/house.mjs';

const APART = { regex: '(^|/)\\.\\./+(?:\\.\\./)*(backend|frontend|e2e)/', message: 'backend, frontend and e2e never import each other.' };
const OWN_DOOR = { regex: '^\\./index\\.js$', message: 'A room never comes in through its own door.' };
const MANAGER = [
  { name: 'typeorm', importNames: ['DataSource', 'EntityManager', 'Repository', 'getMetadataArgsStorage'], message: 'Db.as is the only way to a manager.', allowTypeImports: false },
  { name: 'pg', message: 'Db is the only way to the database.', allowTypeImports: true },
];
const HTTP_ERRORS = { name: '@nestjs/common', importNames: ['HttpException', 'NotFoundException', 'ForbiddenException', 'BadRequestException', 'ConflictException', 'UnauthorizedException', 'InternalServerErrorException'], message: 'Throw the errors of platform/errors: one filter turns them into answers.' };
const NO_ENV = [{ selector: "MemberExpression[object.name='process'][property.name='env']", message: 'Read the environment in platform/config only.' }];

const others = (rooms) => Object.keys(ROOMS).filter((room) => !rooms.includes(room));
/** What a file `depth` folders below backend/src may not import: closed rooms, and open rooms other than by their door. */
function walls(room) {
  const open = ROOMS[room];
  const closed = others([...open, room]);
  return [
    ...(closed.length ? [{ regex: `^(\\.\\./)+(${closed.join('|')})(/|$)`, message: `${room} looks down, never up or sideways (boundaries.mjs).` }] : []),
    ...(open.length ? [{ regex: `^(\\.\\./)+(${open.join('|')})/(?!index\\.js$)`, message: 'Through the door (index.js) only.' }] : []),
    APART,
    OWN_DOOR,
  ];
}

const paths = (room) => [...(room === 'platform' ? [] : [...MANAGER, HTTP_ERRORS])];
const backendRooms = Object.keys(ROOMS).flatMap((room) => [
  {
    files: [`backend/src/${room}/**/*.{ts,tsx}`],
    ignores: ['**/*.spec.ts', '**/*.spec.tsx', '**/domain/**'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: paths(room), patterns: walls(room) }] },
  },
  {
    files: [`backend/src/${room}/**/domain/**/*.ts`],
    ignores: ['**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            ...walls(room),
            { regex: '^\\.\\./', message: 'domain/ imports its neighbours, and types from doors.', allowTypeImports: true },
            { regex: `^(?!\\.)(?!${PURE_PACKAGES.map((name) => name.replace('/', '\\/')).join('|')})(?!node:crypto$)`, message: 'domain/ is pure: no framework, no database, no clock.' },
          ],
        },
      ],
    },
  },
]);

const frontendRooms = FRONTEND_ROOMS.map((room) => {
  const open = FRONTEND_SHARED[room] ?? FRONTEND_DEFAULT;
  const closed = FRONTEND_ROOMS.filter((other) => other !== room && !open.includes(other));
  return {
    files: [`frontend/src/app/${room}/**/*.ts`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ regex: `^(\\.\\./)+(${closed.join('|')})(/|$)`, message: `${room} sees ${open.join(', ') || 'no other room'} (boundaries.mjs).` }, APART] }] },
  };
});

const budgets = {
  'max-lines': ['error', { max: BUDGETS.lines, skipBlankLines: false, skipComments: false }],
  'max-lines-per-function': ['error', { max: BUDGETS.functionLines, skipComments: true }],
  complexity: ['error', BUDGETS.complexity],
  'house/parameters': ['error', { most: BUDGETS.parameters, mostInConstructor: BUDGETS.constructorParameters }],
};
const noBudgets = { 'max-lines': 'off', 'max-lines-per-function': 'off', complexity: 'off', 'house/parameters': 'off' };
const unused = { '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }] };

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/.angular/**', 'frontend/src/app/api/schema.ts', '**/test-results/**', '**/playwright-report/**', '.data/**', '.nx/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['{backend,frontend,e2e}/**/*.{ts,tsx}'],
    extends: [js.configs.recommended, ...tseslint.configs.recommendedTypeChecked],
    plugins: { house },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...budgets,
      ...unused,
      'house/one-statement-handlers': 'error',
      'house/no-inline-style': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true, allowNullish: true }],
      '@typescript-eslint/unbound-method': 'off',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme'], location: 'anywhere' }],
      eqeqeq: ['error', 'smart'],
    },
  },
  { files: ['backend/src/**/*.{ts,tsx}'], ignores: ['backend/src/platform/config/**'], rules: { 'no-restricted-syntax': ['error', ...NO_ENV] } },
  ...backendRooms,
  ...frontendRooms,
  { files: ['frontend/src/**/*.ts'], extends: [...angular.configs.tsRecommended], processor: angular.processInlineTemplates, rules: { '@angular-eslint/directive-selector': 'off', '@angular-eslint/component-selector': 'off' } },
  { files: ['frontend/src/**/*.html'], extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility] },
  { files: ['**/*.entity.ts'], rules: { 'max-lines': ['error', { max: BUDGETS.entityLines }] } },
  { files: ['backend/src/migrations/**', 'backend/src/seed/**/*.ts', '**/texts/**'], rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
  {
    files: ['**/*.spec.ts', '**/*.spec.tsx', 'backend/test/**', 'backend/bench/**', 'e2e/**'],
    rules: {
      ...noBudgets,
      ...Object.fromEntries(['assignment', 'member-access', 'call', 'return', 'argument'].map((what) => [`@typescript-eslint/no-unsafe-${what}`, 'off'])),
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      'no-restricted-syntax': 'off',
    },
  },
  { files: ['**/*.db.spec.ts'], rules: { 'no-restricted-syntax': ['error', { selector: "CallExpression[callee.property.name='drain']", message: 'An event may not be ready yet (another transaction of the cluster is open), or the server’s own reader may hold the turn: wait with handOn() of test/hand-on.ts.' }] } },
  { files: ['{tools,backend,frontend}/**/*.{mjs,cjs,js}', '*.mjs'], extends: [js.configs.recommended], languageOptions: { globals: { process: 'readonly', console: 'readonly', require: 'readonly', module: 'writable', __dirname: 'readonly', globalThis: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', fetch: 'readonly', URL: 'readonly', Buffer: 'readonly' } } },
);
