import 'reflect-metadata';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { languageOf } from '../texts/texts.js';
import { hoursInWords, instantInWords, nextHalfHour } from './desk-hours.js';
import { Numbers } from './words.js';

const english = languageOf('en');

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

  it('X07 isolates numbers in the operator’s own words', () => {
    const part: VNode = <Numbers text="Call 555-0112 or 988" />;
    expect(renderToString(part)).toBe('Call <bdi dir="ltr">555-0112</bdi> or <bdi dir="ltr">988</bdi>');
  });
});
