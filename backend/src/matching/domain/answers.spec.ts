import { askFrom, type Answers } from './answers.js';
import { familiesOf } from './families.js';
import type { Understood } from './reading/understand.js';

const UNDERSTOOD: Understood = { needs: [], kinds: [], populations: [], facts: {}, age: null, away: [] };
const meant = (...codes: [code: string, weight: number][]): Understood['needs'] => codes.map(([code, weight]) => ({ code, weight, because: [] }));
const asked = (answers: Answers, understood: Partial<Understood>): ReturnType<typeof askFrom> => askFrom(answers, { ...UNDERSTOOD, ...understood }, { place: null, families: familiesOf([]) });

describe('a question out of answers and own words', () => {
  it('names needs by how surely they are meant, and leaves out what is little beside the first', () => {
    const { needs, sureness } = asked({}, { needs: meant(['grief', 0.6], ['sleep', 0.2], ['anger', 0.1]) });
    expect([needs, sureness]).toEqual([['grief', 'sleep'], [0.6, 0.2]]);
  });

  it.each<[string, Answers, number | null, string[]]>([
    ['a child that an adult writes of is not the adult', { for: 'self' }, null, ['veterans']],
    ['nor is it, whose age was asked', { for: 'child', age: 34 }, null, ['veterans']],
    ['a child is a child', { for: 'child' }, null, ['youth', 'veterans']],
    ['by its age', { for: 'child', age: 9 }, null, ['youth', 'veterans']],
    ['who says that they are sixteen', { for: 'self' }, 16, ['youth', 'veterans']],
  ])('%s', (_, answers, age, expected) => expect(asked(answers, { age, populations: meant(['youth', 0.9], ['veterans', 0.9]) }).populations).toEqual(expected));

  it('lets words fill in what nobody answered, and makes nothing required by them', () => {
    const { payment, paymentRequired, format } = asked({ payment: null, payment_required: true, format: 'virtual' }, { facts: { payment: 'medicaid', format: 'in_person' } });
    expect([payment, paymentRequired, format]).toEqual(['medicaid', false, 'virtual']);
  });
});
