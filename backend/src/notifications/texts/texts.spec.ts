import { AGENCY_LANGUAGES } from '../../directory/index.js';
import { en } from './en.js';
import { es } from './es.js';
import { OUTSIDE_LETTERS, SECRET_HERE } from './shape.js';
import { letterLanguage, textsOf, written } from './texts.js';

const around = { desk: 'Alder County Desk', base: 'https://desk.example.org', facts: ['A line'] };

describe('letters that leave the desk', () => {
  it.each(OUTSIDE_LETTERS)('%s is written in Spanish, too, with its link or code in the same number', (kind) => {
    const [english, spanish] = [written(kind, around), written(kind, { ...around, language: 'es' })];
    expect(spanish.subject).not.toBe(english.subject);
    expect(spanish.body).not.toBe(english.body);
    const count = (text: string): number => text.split(SECRET_HERE).length;
    expect(count(spanish.body)).toBe(count(english.body));
  });

  it.each(['en', 'es'])('the person’s, in %s, names no desk and holds nothing but the address of the page', (language) => {
    const { subject, body } = written('person-answer', { ...around, language });
    expect(subject + body).not.toMatch(/Alder|A line|\{/);
    expect(body.match(/https?:\S+/g)).toEqual([`https://desk.example.org/${language}/follow`]);
  });

  it('are English for who speaks something else', () => {
    expect(letterLanguage('ar')).toBe('en');
    expect(written('person-answer', { ...around, language: 'ar' })).toEqual(written('person-answer', around));
  });

  it('there are texts for every language an agency may have', () => {
    for (const language of AGENCY_LANGUAGES) expect(letterLanguage(language)).toBe(language);
    expect(textsOf('es')).toBe(es);
    expect(textsOf('en')).toBe(en);
  });

  it('a desk’s name keeps to its line, so that it cannot write headers', () => {
    expect(written('urgent-unread', { ...around, desk: 'Desk\r\nBcc: x@example.org' }).subject).not.toMatch(/[\r\n]/);
  });
});
