import 'reflect-metadata';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { DISPATCH, openingText, type Opening } from '../../directory/index.js';
import { languageOf } from '../texts/texts.js';
import { hoursInWords, instantInWords, nextHalfHour } from './desk-hours.js';
import { openingInWords } from './opening-in-words.js';
import { scheduleLine } from './schedule-in-words.js';
import { Numbers } from './words.js';

const english = languageOf('en');

test('what a line may do is said in the same words by the card and by the pages', () => {
  for (const code of ['yes', 'no', 'unknown'] as const) expect(english.texts[`find.line.${code}`]).toBe(DISPATCH[code]);
});

describe('the desk in words', () => {
  const times = { zone: 'America/New_York', holidays: [], hours: [...['MO', 'TU', 'WE', 'TH'].map((day) => ({ day: day as 'MO', opens: '08:00', closes: '18:00' })), { day: 'SA' as const, opens: '09:30', closes: '12:00' }] };

  it('joins days with equal hours', () => {
    expect(hoursInWords(english, times)).toBe('Monday to Thursday, 8\u00a0am to 6\u00a0pm; Saturday, 9:30\u00a0am to 12\u00a0pm');
    expect(hoursInWords(english, { ...times, hours: null })).toBe('');
  });

  it('names an instant in the desk’s zone, at the next half hour', () => {
    expect(instantInWords(english, nextHalfHour(new Date('2026-11-24T20:41:00Z')), 'America/New_York')).toBe('Tuesday, November 24, 4\u00a0pm EST');
  });

  it('says both as another language says them', () => {
    const spanish = languageOf('es');
    expect(hoursInWords(spanish, times)).toBe('de lunes a jueves, de 8\u00a0a.m. a 6\u00a0p.m.; sábado, de 9:30\u00a0a.m. a 12\u00a0p.m.');
    expect(instantInWords(spanish, nextHalfHour(new Date('2026-11-24T20:41:00Z')), 'America/New_York')).toBe('martes, 24 de noviembre, 4\u00a0p.m. EST');
  });

  const office = { freq: 'WEEKLY', interval: null, description: null, byday: 'MO,TU,WE,TH,FR', opensAt: '09:00', closesAt: '17:00' };
  it.each([
    [{}, 'Monday to Friday, 9 am to 5 pm', 'De lunes a viernes, de 9 a.m. a 5 p.m.'],
    [{ byday: 'TH,TU', opensAt: '18:30', closesAt: '20:00' }, 'Tuesday and Thursday, 6:30 pm to 8 pm', 'Martes y jueves, de 6:30 p.m. a 8 p.m.'],
    [{ byday: '+2WE,4WE', freq: 'MONTHLY', opensAt: '18:00', closesAt: '19:30' }, '2nd and 4th Wednesday, 6 pm to 7:30 pm', 'Segundo y cuarto miércoles del mes, de 6 p.m. a 7:30 p.m.'],
    [{ byday: '-1FR', freq: 'MONTHLY', opensAt: '12:00', closesAt: '13:00' }, 'Last Friday, 12 pm to 1 pm', 'Último viernes del mes, de 12 p.m. a 1 p.m.'],
    [{ byday: 'MO,TU,WE,TH,FR,SA,SU', opensAt: '00:00', closesAt: '23:59' }, 'Every day, day and night', 'Todos los días, de día y de noche'],
    [{ byday: 'SA', interval: 2 }, 'Every second Saturday, 9 am to 5 pm', 'Sábado, cada dos semanas, de 9 a.m. a 5 p.m.'],
  ])('says a listing’s hours %j in both', (over, en, es) => {
    const said = (code: string): string => scheduleLine(languageOf(code), { ...office, ...over }).said.replaceAll('\u00a0', ' ');
    expect([said('en'), said('es')]).toEqual([en, es]);
  });

  const moment = { time: '17:00', date: '2026-12-04', when: 'today', zone: null } as const;
  it.each<[Opening, string, string]>([
    [{ state: 'open', until: moment }, 'Open now until 5 pm', 'Abierto ahora hasta las 5 p.m.'],
    [{ state: 'open', until: { ...moment, time: '13:30' } }, 'Open now until 1:30 pm', 'Abierto ahora hasta la 1:30 p.m.'],
    [{ state: 'open', until: { ...moment, time: '24:00' } }, 'Open now until midnight', 'Abierto ahora hasta la medianoche'],
    [{ state: 'open', until: { ...moment, when: 'this-week' } }, 'Open now until Friday 5 pm', 'Abierto ahora hasta el viernes a las 5 p.m.'],
    [{ state: 'open', until: null }, 'Day and night', 'De día y de noche'],
    [{ state: 'closed', next: moment, holiday: null }, 'Opens today 5 pm', 'Abre hoy a las 5 p.m.'],
    [{ state: 'closed', next: { ...moment, time: '09:00', when: 'tomorrow', zone: 'MST' }, holiday: null }, 'Opens tomorrow 9 am MST', 'Abre mañana a las 9 a.m. MST'],
    [{ state: 'closed', next: { ...moment, when: 'this-week' }, holiday: null }, 'Opens Friday 5 pm', 'Abre el viernes a las 5 p.m.'],
    [{ state: 'closed', next: { ...moment, when: 'later' }, holiday: null }, 'Opens December 4, 5 pm', 'Abre el 4 de diciembre a las 5 p.m.'],
    [{ state: 'closed', next: moment, holiday: 'thanksgiving' }, 'Closed today (Thanksgiving)', 'Cerrado hoy (Día de Acción de Gracias)'],
    [{ state: 'unknown', holiday: 'christmas' }, 'Perhaps closed today (Christmas Day)', 'Quizás cerrado hoy (Navidad)'],
    [{ state: 'closed', next: null, holiday: null }, '', ''],
    [{ state: 'unknown', holiday: null }, '', ''],
  ])('says whether it is open now, in both, and in English as the desk does: %j', (opening, en, es) => {
    const said = (code: string): string => openingInWords(languageOf(code), opening).replaceAll('\u00a0', ' ');
    expect([said('en'), said('es')]).toEqual([en, es]);
    expect(openingText(opening) ?? '').toBe(en);
  });

  it('keeps apart what a listing adds in its own words', () => {
    expect(scheduleLine(english, { ...office, description: 'by appointment' })).toEqual({ said: 'Monday to Friday, 9\u00a0am to 5\u00a0pm', own: 'by appointment' });
    expect(scheduleLine(english, { ...office, validFrom: '2027-06-01', validTo: '2027-08-31' }).said.replaceAll('\u00a0', ' ')).toBe('Monday to Friday, 9 am to 5 pm, June 1, 2027 to August 31, 2027');
    const closed = { ...office, byday: null, opensAt: null, closesAt: null, freq: null, dtstart: '2026-12-24', until: '2027-01-02', description: 'Closed: repairs' };
    expect(scheduleLine(english, closed)).toEqual({ said: 'Closed December 24, 2026 to January 2, 2027 (repairs)', own: null });
    expect(scheduleLine(languageOf('es'), closed)).toEqual({ said: 'Cerrado: del 24 de diciembre de 2026 al 2 de enero de 2027 (reparaciones)', own: null });
    const other = { ...office, byday: null, freq: null, dtstart: '2026-12-24', description: 'Instead of the usual hours' };
    expect(scheduleLine(languageOf('es'), other)).toMatchObject({ said: expect.stringContaining('en lugar del horario de siempre'), own: null });
    expect(scheduleLine(english, { ...office, byday: null, description: 'Call for hours' })).toEqual({ said: '', own: 'Call for hours' });
  });

  it('X07 isolates numbers in the operator’s own words', () => {
    const part: VNode = <Numbers text="Call 555-0112 or 988" />;
    expect(renderToString(part)).toBe('Call <bdi dir="ltr">555-0112</bdi> or <bdi dir="ltr">988</bdi>');
  });
});
