import type { AskedView, MeantView } from '../api/match-types';
import { confirmed, isAsked, keyOf, nameOf, NOTHING, quoteOf } from './match-suggestions';

const meant = (over: Partial<MeantView>): MeantView => ({ taxonomy: 'fact', code: 'payment', value: 'medicaid', name: null, because: [{ from: 0, to: 4 }], ...over });

describe('what was understood', () => {
  it.each<[string, Partial<MeantView>, Partial<AskedView>, object]>([
    ['a need beside those that are asked for', { taxonomy: 'need', code: 'grief', value: null, name: 'Grief' }, { needs: ['sleep'] }, { needs: ['sleep', 'grief'] }],
    ['a kind of help', { taxonomy: 'service-type', code: 'psychiatry', value: null, name: 'Psychiatry' }, {}, { kinds: ['psychiatry'] }],
    ['for whom', { taxonomy: 'population', code: 'students', value: null, name: 'Students' }, {}, { populations: ['students'] }],
    ['a payment, as a wish and no must', {}, {}, { payment: 'medicaid' }],
    ['years', { code: 'age', value: '19' }, {}, { age: 19 }],
    ['a time beside another', { code: 'time', value: 'weekend' }, { times: ['weekday_evening'] }, { times: ['weekday_evening', 'weekend'] }],
    ['a wheelchair', { code: 'access', value: 'wheelchair' }, {}, { wheelchair: true }],
    ['sign language', { code: 'access', value: 'asl' }, {}, { language: 'ase' }],
  ])('asks for %s', (_, over, asked, change) => {
    const all = { ...NOTHING, ...asked };
    expect(confirmed(meant(over), all)).toEqual(change);
    expect(isAsked(meant(over), all)).toBe(false);
    expect(isAsked(meant(over), { ...all, ...change })).toBe(true);
    expect(Object.keys(change).some((name) => name.endsWith('Required'))).toBe(false);
  });

  it('asks for nothing when the screen does not know the fact', () => expect(confirmed(meant({ code: 'moon', value: 'full' }), NOTHING)).toEqual({}));

  it.each([[{}, 'Medicaid'], [{ code: 'age', value: '19' }, 'Age 19'], [{ code: 'time', value: 'weekday_evening' }, 'Free in the evening'], [{ code: 'veteran', value: 'no' }, 'Not a veteran'], [{ taxonomy: 'need' as const, code: 'grief', name: 'Grief' }, 'Grief']])('%j is called %s', (over, name) => expect(nameOf(meant(over))).toBe(name));

  it('is told apart by its code and its value', () => expect(keyOf(meant({}))).not.toBe(keyOf(meant({ value: 'va' }))));

  it('shows the words, each once, on one line, and not too long', () => {
    const words = 'he took his\nown life, he took his\nown life';
    expect(quoteOf(words, [{ from: 3, to: 20 }, { from: 25, to: 42 }])).toBe('took his own life');
    expect(quoteOf('a'.repeat(90), [{ from: 0, to: 90 }])).toHaveLength(50);
  });
});
