import { clarity, EASY, FORMAL, NORMAL } from '../../../test/spanish.js';
import { VOCABULARY } from '../../../test/vocabulary.js';
import { WORD_GROUPS } from '../domain/limits.js';
import { REASON_CODES, type Factor, type Outcome, type ReasonCode } from '../domain/factors.js';
import { EN } from './en.js';
import { ES } from './es.js';
import type { Names, ReasonTexts, Said } from './reason-texts.js';
import { reasonTexts, sentence } from './texts.js';

const NAMES: Names = new Map(VOCABULARY.flatMap(({ code, terms }) => terms.map(({ code: term, name }): [string, string] => [`${code}/${term}`, name])));
const termsOf = (taxonomy: string): string[] => VOCABULARY.find(({ code }) => code === taxonomy)?.terms.map(({ code: term }) => term) ?? [];
const OUTCOMES: readonly Outcome[] = ['meets', 'unknown', 'fails'];
type About = Factor['about'];

/** Everything that can make a difference to a sentence, for each code. */
const ABOUTS: Readonly<Record<ReasonCode, readonly About[]>> = {
  need: termsOf('need').flatMap((need) => [{ need, by: 'confirmed' }, { need, by: 'related' }]),
  'service-type': termsOf('service-type').map((kind) => ({ kind })),
  population: termsOf('population').map((population) => ({ population })),
  peer: [{ wish: 'yes' }, { wish: 'no' }],
  language: ['en', 'es', 'ar', 'vi', 'zh', 'fr', 'ht', 'pt', 'ru', 'ase', 'so', 'ko', 'tl', 'hmn', 'fa'].flatMap((language) => [{ language, by: 'speaks' }, { language, by: 'interpreter' }]),
  payment: ['medicaid', 'medicare', 'private', 'tricare', 'va', 'sliding-scale', 'self_pay', 'uninsured'].map((payment) => ({ payment })),
  free: [{}],
  age: [[null, 17], [18, null], [13, 17], [0, 1], [1, null]].flatMap(([least = null, most = null]) => [0, 1].map((asker) => ({ least, most, asker }))),
  group: termsOf('eligibility-restriction').map((restriction) => ({ restriction })),
  area: [0, 1].map((told) => ({ place: '06854', told })),
  format: [{ format: 'in_person' }, { format: 'virtual' }],
  time: [{ time: 'evening' }, { time: 'weekend' }],
  wheelchair: [{}],
  open: [{}],
  waitlist: [{ wait: null }, { wait: 'about 2 weeks' }],
  distance: [{ miles: 0.42 }, { miles: 23.4 }, { miles: 3, remote: 1 }],
  verified: [0, 1, 5, 90, 400].map((days) => ({ days })),
  room: [{}],
  experience: [{ gotIn: 12, known: 15 }],
};
/** What is never sure. */
const UNSURE: Partial<Readonly<Record<ReasonCode, readonly About[]>>> = { verified: [{ days: null }], age: [{ least: null, most: 12, asker: 0, words: 1 }, { least: 18, most: null, asker: 0, words: 1 }], group: WORD_GROUPS.map((words) => ({ words })) };
const FACTORS: readonly Factor[] = REASON_CODES.flatMap((code) => OUTCOMES.flatMap((outcome) => [...ABOUTS[code], ...(outcome === 'unknown' ? (UNSURE[code] ?? []) : [])].map((about) => ({ code, outcome, about, value: 0, weight: 0 }))));

const saidIn = (texts: ReasonTexts, factor: Factor, forOther = false): Said => sentence(factor, texts, NAMES, { forOther });
const partsOf = (factor: Factor): [en: string, es: string][] => {
  const [en, es] = [saidIn(EN, factor), saidIn(ES, factor)];
  return [[en.text, es.text], [en.ask ?? '', es.ask ?? '']];
};
const numbersIn = (text: string): string[] => text.match(/\d+(\.\d+)?/g) ?? [];
/** Words that both languages have, and names. */
const SHARED = ['act', 'alcohol', 'bipolar', 'bus', 'cannabis', 'chat', 'control', 'crisis', 'emdr', 'funeral', 'gas', 'hmong', 'hospital', 'individual', 'internet', 'legal', 'lgbtq', 'medicaid', 'medicare', 'mental', 'no', 'personal', 'sexual', 'social', 'tics', 'tms', 'tourette', 'trans', 'trauma', 'tricare', 'va', 'video'];
const wordsIn = (text: string): string[] => text.replace(/“[^”]*”/g, '').toLowerCase().match(/\p{L}{2,}/gu) ?? [];

describe('reasons in two languages', () => {
  it.each([EN, ES])('the vocabulary of what is said has its names in "$language"', ({ language, terms }) => {
    const own = ['need', 'population', 'eligibility-restriction', 'service-type'].flatMap((taxonomy) => termsOf(taxonomy).map((code) => `${taxonomy}/${code}`));
    expect([...terms.keys()].sort()).toEqual(language === 'en' ? [] : own.sort());
  });

  it('the vocabulary and the sentences call a term the same in Spanish', () => {
    for (const { code: taxonomy, terms } of VOCABULARY) {
      for (const { code, nameEs } of terms) {
        const inside = ES.terms.get(`${taxonomy}/${code}`);
        if (inside) expect(nameEs).toBe(inside.replace(/^./u, (letter) => letter.toUpperCase()));
      }
    }
  });

  it('every sentence is there, and says in Spanish what English says, with the same numbers', () => {
    for (const factor of FACTORS) {
      for (const [en, es] of partsOf(factor)) {
        expect([en, es].join()).not.toMatch(/undefined|null|NaN|\[object/);
        expect([es, numbersIn(es)]).toEqual([es, numbersIn(en)]);
        expect([es, es === '']).toEqual([es, en === '']); // a question where the other has one
      }
      expect(saidIn(EN, factor).text).not.toBe('');
    }
  });

  it('says nothing to a helper that means the person: no “you”, no “usted”, in any sentence that is about them', () => {
    const agency = /^(Do you (help|take|have) |¿(Ayudan|Aceptan|Atienden|Tienen|Abren) )|work with you\?$/; // asked of the place, on the phone
    for (const factor of FACTORS) {
      for (const texts of [EN, ES]) {
        const { text, ask = '' } = saidIn(texts, factor, true);
        if (!['need', 'service-type', 'population'].includes(factor.code)) expect(text).not.toMatch(/\b(you|your|yours|usted)\b/i); // a term is called as it is called
        if (!agency.test(ask)) expect(ask).not.toMatch(/\b(you|your|usted)\b/i);
      }
    }
    expect(FACTORS.filter((factor) => saidIn(EN, factor).ask !== saidIn(EN, factor, true).ask).map(({ code }) => code)).toEqual(expect.arrayContaining(['age', 'group']));
  });

  it('neither tells apart what the other does not', () => {
    const groups = (at: 0 | 1): string[][] => {
      const found = Map.groupBy(FACTORS.map((factor, place) => ({ place, said: partsOf(factor)[0]?.[at] ?? '', code: factor.code })), ({ code, said }) => `${code} ${said}`);
      return [...found.values()].map((alike) => alike.map(({ place }) => String(place)));
    };
    expect(groups(1)).toEqual(groups(0));
  });

  it('nothing of the Spanish is English', () => {
    const english = new Set(FACTORS.flatMap((factor) => partsOf(factor).flatMap(([en]) => wordsIn(en))));
    const both = new Set(FACTORS.flatMap((factor) => partsOf(factor).flatMap(([, es]) => wordsIn(es))).filter((word) => english.has(word)));
    expect([...both].sort()).toEqual(SHARED);
    for (const factor of FACTORS) {
      for (const [en, es] of partsOf(factor).filter(([one]) => one)) {
        expect(es).not.toBe(en);
      }
    }
    for (const [key, name] of ES.terms) expect(name).not.toBe(NAMES.get(key));
  });

  it('the Spanish begins a sentence as Spanish does, says "usted", guesses nobody’s gender, and reads easily', () => {
    const said = [...new Set(FACTORS.flatMap((factor) => partsOf(factor).map(([, es]) => es)).filter(Boolean))];
    for (const text of said) {
      expect(text).toMatch(/^(¿?\p{Lu}.*[^.\s])$/u);
      expect(text.startsWith('¿')).toBe(text.endsWith('?'));
      expect(text).not.toMatch(FORMAL);
      expect(text).not.toMatch(/\b(de|a) el\b/);
    }
    const frames = FACTORS.filter(({ code, about }) => !['need', 'service-type', 'population', 'group'].includes(code) || about === ABOUTS[code][0]);
    const prose = (texts: readonly string[]): string => texts.map((text) => text.replace(/[^?]$/, '$&.')).join(' ');
    expect(clarity(prose([...new Set(frames.flatMap((factor) => partsOf(factor).map(([, es]) => es)).filter(Boolean))]))).toBeGreaterThan(EASY);
    expect(clarity(prose(said))).toBeGreaterThan(NORMAL); // with the names of illnesses, which have no plainer word
  });

  it.each([['es', 'es'], ['es-MX', 'es'], ['en-US', 'en'], ['fr', undefined], ['', undefined]])('a request in "%s" is answered in %s', (tag, language) => {
    expect(reasonTexts(tag)?.language).toBe(language);
  });

  it('a term of a vocabulary that it does not know is called as the directory calls it', () => {
    const factor: Factor = { code: 'need', outcome: 'meets', value: 1, weight: 0, about: { need: 'house-word' } };
    expect(sentence(factor, ES, new Map([['need/house-word', 'Una palabra de la casa']])).text).toBe('Ayuda con Una palabra de la casa');
    expect(sentence(factor, ES, new Map()).text).toBe('Ayuda con house word');
  });
});
