import { vocabularyCode } from './vocabulary-code.js';

it.each([
  ['Open Eligibility 2.0', 'open-eligibility'],
  ['open-eligibility', 'open-eligibility'],
  ['Gravity SDOH v3', 'gravity-sdoh'],
  ['211', '211'],
  ['Clasificación (local)', 'clasificacion-local'],
  ["'; drop table x; --", 'drop-table-x'],
  ['***', ''],
])('"%s" is %s', (name, code) => expect(vocabularyCode(name)).toBe(code));
