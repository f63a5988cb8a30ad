import type { FieldTrustView } from '../api/match-types';
import { trustWords } from './trust-words';

const NOW = new Date('2026-11-24T15:00:00Z');
const field = (part: Partial<FieldTrustView>): FieldTrustView => ({ field: 'phones', sure: 'sure', checkedOn: '2026-11-12', method: 'agency', by: null, doubtedOn: null, ...part });

describe('words of trust', () => {
  it.each<[Partial<FieldTrustView>, string]>([
    [{}, 'checked 12 days ago by the agency'],
    [{ checkedOn: null, method: null }, 'never checked by anybody'],
    [{ method: 'import', checkedOn: '2025-11-24' }, 'checked 12 months ago by its source'],
    [{ doubtedOn: '2026-11-23' }, 'found wrong yesterday; checked 12 days ago by the agency before'],
  ])('%j: %s', (part, text) => expect(trustWords([field(part)], NOW)).toEqual([{ field: 'phones', name: 'Phone', text }]));

  it('says nothing of all of it at once, nor of room, which has its own sentence', () => {
    expect(trustWords([field({ field: 'whole' }), field({ field: 'room' })], NOW)).toEqual([]);
  });
});
