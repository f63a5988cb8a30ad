import fc from 'fast-check';
import { PAYMENT_CODES } from '../../../directory/index.js';
import { LANGUAGES, languageOf } from '../../texts/texts.js';
import { allPayments, paymentCell, readPayments } from './payment-cell.js';

const [english, spanish] = [languageOf('en'), languageOf('es')];

it.each([
  ['Medicaid; No cost', ['medicaid', 'free']],
  ['sin costo;MEDICARE', ['medicare', 'free']],
  ['Seguro privado, Tarifa según los ingresos', ['private', 'sliding-scale']],
  ['tarifa segun los ingresos', ['sliding-scale']],
  ['free\nself-pay', ['free', 'self-pay']],
  ['Sliding scale; Sliding fee scale; ', ['sliding-scale']],
  ['-', []],
  [' – ', []],
  ['None', []],
  ['ninguno', []],
])('%j is read as %j', (cell, codes) => {
  expect(readPayments(cell, [])).toEqual(codes);
});

it.each([
  ['Medicad', { fault: 'sheet.payment.near', word: 'Medicad', near: 'medicaid' }],
  ['Medicaid; Medicer', { fault: 'sheet.payment.near', word: 'Medicer', near: 'medicare' }],
  ['seguro pribado', { fault: 'sheet.payment.near', word: 'seguro pribado', near: 'private' }],
  ['Insurance', { fault: 'sheet.payment.near', word: 'Insurance', near: 'private' }],
  ['Free of charge', { fault: 'sheet.payment.near', word: 'Free of charge', near: 'free' }],
  ['bitcoin', { fault: 'sheet.payment.odd', word: 'bitcoin' }],
  ['x', { fault: 'sheet.payment.odd', word: 'x' }],
  ['Medicaid; -', { fault: 'sheet.payment.both' }],
  ['none; Medicaid', { fault: 'sheet.payment.both' }],
])('%j is told: %j', (cell, fault) => {
  expect(readPayments(cell, [])).toEqual(fault);
});

it('a word that nobody knows is kept no longer than a name is', () => {
  expect(readPayments('q'.repeat(5000), [])).toEqual({ fault: 'sheet.payment.odd', word: 'q'.repeat(60) });
});

it('what the vocabulary does not know any more is read where it stands now, and nowhere else', () => {
  expect(paymentCell(english, ['old-plan', 'free'])).toBe('No cost; old-plan');
  expect(readPayments('No cost; old-plan', ['free', 'old-plan'])).toEqual(['free', 'old-plan']);
  expect(readPayments('No cost; old-plan', ['free'])).toEqual({ fault: 'sheet.payment.odd', word: 'old-plan' });
});

it('whatever is ticked comes back from its cell, in every language', () => {
  fc.assert(fc.property(fc.constantFrom(...LANGUAGES), fc.subarray(PAYMENT_CODES, { minLength: 1 }), (language, codes) => {
    expect(readPayments(paymentCell(language, codes), [])).toEqual(codes);
  }));
  expect(allPayments(spanish).split('; ')).toHaveLength(PAYMENT_CODES.length);
});
