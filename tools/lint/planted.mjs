// Plants one violation of each house rule, lints, and sees that each is caught. Prints one line for each rule.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ESLint } from 'eslint';

const lines = (count, of = (index) => `export const line${index} = ${index};`) => Array.from({ length: count }, (_, index) => of(index)).join('\n');

/** [what, file, text, rule that must speak] */
const PLANTED = [
  ['looking up', 'backend/src/people/planted-up.ts', `import { Intake } from '../intake/index.js';\nexport const up = Intake;\n`, '@typescript-eslint/no-restricted-imports'],
  ['past a door', 'backend/src/intake/planted-door.ts', `import { Sealer } from '../platform/crypto/sealer.js';\nexport const door = Sealer;\n`, '@typescript-eslint/no-restricted-imports'],
  ["a room's own door", 'backend/src/intake/planted-own.ts', `import { Intake } from './index.js';\nexport const own = Intake;\n`, '@typescript-eslint/no-restricted-imports'],
  ['a framework in domain/', 'backend/src/intake/domain/planted-framework.ts', `import { Injectable } from '@nestjs/common';\nexport const framework = Injectable;\n`, '@typescript-eslint/no-restricted-imports'],
  ['a value from outside in domain/', 'backend/src/intake/domain/planted-value.ts', `import { invalid } from '../../platform/index.js';\nexport const value = invalid;\n`, '@typescript-eslint/no-restricted-imports'],
  ['the environment outside config', 'backend/src/intake/planted-env.ts', `export const home = process.env['HOME'];\n`, 'no-restricted-syntax'],
  ['a framework error', 'backend/src/intake/planted-http.ts', `import { NotFoundException } from '@nestjs/common';\nexport const gone = NotFoundException;\n`, '@typescript-eslint/no-restricted-imports'],
  ['another way to a manager', 'backend/src/intake/planted-manager.ts', `import { DataSource } from 'typeorm';\nexport const source = DataSource;\n`, '@typescript-eslint/no-restricted-imports'],
  ['another project', 'backend/src/intake/planted-project.ts', `import { x } from '../../../frontend/src/app/x.js';\nexport const y = x as unknown;\n`, '@typescript-eslint/no-restricted-imports'],
  ['a long file', 'backend/src/intake/planted-long.ts', lines(201), 'max-lines'],
  ['a long function', 'backend/src/intake/planted-function.ts', `export function long(): void {\n${lines(31, (index) => `  void ${index};`)}\n}\n`, 'max-lines-per-function'],
  ['a tangled function', 'backend/src/intake/planted-complex.ts', `export const tangled = (n: number): number => (n === 1 ? 1 : n === 2 ? 2 : n === 3 ? 3 : n === 4 ? 4 : n === 5 ? 5 : n === 6 ? 6 : n === 7 ? 7 : n === 8 ? 8 : 9);\n`, 'complexity'],
  ['five parameters', 'backend/src/intake/planted-parameters.ts', `export const many = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e;\n`, 'house/parameters'],
  ['two statements in a handler', 'backend/src/intake/planted-handler.controller.ts', `import { Controller, Get } from '@nestjs/common';\n@Controller()\nexport class Planted {\n  @Get()\n  show(): string {\n    const word = 'x';\n    return word;\n  }\n}\n`, 'house/one-statement-handlers'],
  ['a style attribute', 'backend/src/pages/planted-style.tsx', `export const Planted = (): unknown => <p style="color:red">x</p>;\n`, 'house/no-inline-style'],
  ['a room beside an Angular room', 'frontend/src/app/mailbox/planted-room.ts', `import { QueueStore } from '../queue/queue-store';\nexport const beside = QueueStore;\n`, '@typescript-eslint/no-restricted-imports'],
  ['something left for later', 'backend/src/intake/planted-later.ts', `// ${['TO', 'DO'].join('')}: mend\nexport const later = 1;\n`, 'no-warning-comments'],
];

let failed = 0;
try {
  for (const [, file, text] of PLANTED) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const results = await new ESLint({ errorOnUnmatchedPattern: false }).lintFiles(PLANTED.map(([, file]) => file));
  for (const [what, file, , rule] of PLANTED) {
    const caught = results.find((result) => result.filePath === join(process.cwd(), file))?.messages.some((message) => message.ruleId === rule);
    if (!caught) failed++;
    console.log(`${caught ? 'caught' : 'MISSED'}  ${what} (${rule})`);
  }
} finally {
  for (const [, file] of PLANTED) rmSync(file, { force: true });
}
console.log(`${PLANTED.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
