import { trustOf, type Known } from './field-trust.js';

const TODAY = '2026-11-24';
const known = (part: Partial<Known> = {}): Known => ({ field: 'whole', right: true, method: 'agency', day: '2026-11-12', by: 'Harbor House', ...part });

describe('how sure a field is, in words', () => {
  it.each<[string, Known[], object]>([
    ['nobody ever said anything', [], { sure: 'unknown', checkedOn: null, method: null, by: null, doubtedOn: null }],
    ['the agency, twelve days ago', [known()], { sure: 'sure', checkedOn: '2026-11-12', method: 'agency', by: 'Harbor House', doubtedOn: null }],
    ['an import, a year ago', [known({ method: 'import', day: '2025-11-24', by: null })], { sure: 'likely', checkedOn: '2025-11-24', method: 'import', by: null, doubtedOn: null }],
    ['found wrong since', [known({ right: false, method: 'referral', day: '2026-11-20', by: null }), known()], { sure: 'likely', checkedOn: '2026-11-12', doubtedOn: '2026-11-20' }],
    ['found wrong twice since', [known({ right: false, day: '2026-11-20' }), known({ right: false, day: '2026-11-19' }), known()], { sure: 'unsure', doubtedOn: '2026-11-20' }],
    ['found wrong before, and right since', [known(), known({ right: false, day: '2026-11-01' })], { sure: 'sure', doubtedOn: null }],
    ['a machine alone', [known({ method: 'machine', field: 'phones' })], { sure: 'unknown', checkedOn: null }],
    ['another field', [known({ field: 'hours' })], { sure: 'unknown', checkedOn: null }],
  ])('%s', (_, checks, expected) => expect(trustOf('phones', checks, TODAY)).toMatchObject(expected));
});
