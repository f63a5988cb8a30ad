import { linesOn } from '../../../test/visible.js';
import type { SharedReferral } from '../../partners/index.js';
import { SHARED_FIELDS, type ReferralPreview, type SharedFacts, type SharedReach } from '../../referrals/index.js';
import { previewPage } from '../follow/views/share-views.js';
import { html } from '../frame/frame.js';
import type { Scene } from '../frame/scene.js';
import { LANGUAGES, languageOf } from '../texts/texts.js';
import { agencyRows } from './agency-rows.js';
import { FactsView } from './views/facts-view.js';

const english = { language: languageOf('en') };
const reference = 'R-4K7P-29';
const reach = (part: Partial<SharedReach> = {}): SharedReach => ({ channel: 'phone', whose: 'self', phone: '203-555-0142', email: null, voicemail: false, others: 'hang-up', askFor: 'Marisol', times: ['evening'], never: 'Not on Sunday', ...part });
const facts: Required<SharedFacts> = { service: 'Harbor Circle', name: 'Teodora', reach: reach(), need: 'grief', words: 'I sleep badly.', age: '25-59', language: 'es', insurance: 'self_pay', area: 'Norwalk', peer: 'yes', veteran: 'no' };
const lines = (shared: SharedFacts, language = english): string[] => agencyRows(language, { reference, facts: shared }).map(({ label, value, safely }) => `${safely ? '! ' : ''}${label}: ${value}`);
const safely = (part: Partial<SharedReach>, more: Partial<SharedFacts> = {}): string[] => lines({ service: 'x', reach: reach(part), ...more }).filter((line) => line.startsWith('! ')).map((line) => line.slice(2));
const WORDLESS = { askFor: null, times: [], never: null } satisfies Partial<SharedReach>;

describe('what an agency reads', () => {
  it('safe contact first, then what was agreed, each in words for the agency', () => {
    expect(lines(facts)).toEqual([
      ...['! Call: 203-555-0142', '! Ask for: Marisol', '! Voicemail: Never', '! If someone else answers: Hang up and say nothing.', '! Good times: After 5 pm', '! Not safe: Not on Sunday', '! Never: Text, E-mail'],
      ...['Asked for: Harbor Circle', 'Name to use: Teodora', 'What would help: Grief', 'Their own words: I sleep badly.', 'Age: 25 to 59', 'Where help is needed: Norwalk', 'Language: Spanish', 'Insurance: They pay themselves'],
      ...['Wants to talk with someone who has been there: Yes', 'Served in the military: No', 'Our number: R-4K7P-29'],
    ]);
  });

  it('the name is not said twice where it is the one to ask for', () => {
    expect(lines({ service: 'x', name: 'Teodora', reach: reach({ askFor: 'Teodora' }) }).filter((line) => /Teodora/.test(line))).toEqual(['! Ask for: Teodora']);
  });

  it.each(SHARED_FIELDS)('"%s" has its line where it is shared: none is shared unseen', (field) => {
    const without = lines(Object.fromEntries(Object.entries(facts).filter(([name]) => name !== field)) as unknown as SharedFacts);
    expect(lines(facts).filter((line) => !without.includes(line))).not.toEqual([]);
  });

  it.each<[string, string[], Partial<SharedReach>, Partial<SharedFacts>?]>([
    ['voicemail is allowed, who calls may be said', ['Call: 203-555-0142', 'Voicemail: You may leave one. Do not say which service, or why.', 'If someone else answers: You may say who you are, never why.', 'Never: Text, E-mail'], { ...WORDLESS, voicemail: true, others: 'say-who' }],
    ['nothing was asked: nothing is allowed', ['Call: 203-555-0142', 'Voicemail: Never', 'If someone else answers: Ask for the one who asked us. Do not say who you are.', 'Never: Text, E-mail'], { ...WORDLESS, voicemail: null, others: null }],
    ['asked for by the name that is shared', ['Call: 203-555-0142', 'Voicemail: Never', 'If someone else answers: Ask for Teodora. Do not say who you are.', 'Never: Text, E-mail'], { ...WORDLESS, others: 'ask-for-me' }, { name: 'Teodora' }],
    ['a helper’s number: never asked for by the person’s name', ['Call: 203-555-0142', 'Who answers: A relative or helper, not the person who wants help.', 'Voicemail: Never', 'If someone else answers: Ask for the one who asked us. Do not say who you are.', 'Never: Text, E-mail'], { ...WORDLESS, whose: 'helper', others: 'ask-for-me' }, { name: 'Teodora' }],
    ['not said whose it is', ['Text: 203-555-0142', 'Who answers: They did not say if you reach the person.', 'Good times: Mornings, Any time', 'Never: Call, E-mail'], { ...WORDLESS, whose: 'unknown', channel: 'text', voicemail: null, times: ['morning', 'any'] }],
    ['e-mail', ['Write to: someone@example.org', 'Ask for: Marisol', 'Never: Call, Text'], { ...WORDLESS, askFor: 'Marisol', channel: 'email', phone: null, email: 'someone@example.org' }],
    ['they contact the agency', ['Contact: They contact you. Do not contact them.', 'Their number: 203-555-0142'], { ...WORDLESS, channel: 'self' }],
    ['a helper contacts the agency', ['Contact: Someone who asks for them contacts you. Do not contact them.'], { ...WORDLESS, channel: 'self', whose: 'helper', phone: null }],
  ])('%s', (_, expected, part, more = {}) => expect(safely(part, more)).toEqual(expected));

  it('a snapshot from before it was asked whose number it is still opens', () => {
    const { whose: _, ...old } = reach();
    expect(safely(old)).toEqual(safely({}));
  });

  it('once it has ended the number is left', () => {
    expect(agencyRows(english, { reference, facts: null }).map(({ value }) => value)).toEqual([reference]);
  });

  it.each(LANGUAGES.map((language) => [language.code, language] as const))('%s: the agency’s page and the person’s preview show exactly these lines', (_, language) => {
    const v: Scene = { language, path: '/', desk: { name: 'Alder', phone: null }, hours: '', lines: [], open: true, demo: false, exit: '' };
    const shared = { ...facts, reach: reach({ whose: 'helper' }) };
    const expected = agencyRows(v, { reference, facts: shared }).map(({ label, value }) => [label, value]);
    const f = { v, token: 't', faults: [] };
    const preview = { agency: { id: 'a', name: 'Harbor' }, reference, noLink: null, known: [], facts: shared, hash: '', answerBy: '2026-11-26T22:00:00Z' } as unknown as ReferralPreview;
    const referral: SharedReferral = { reference, facts: shared, notice: null, answerBy: new Date(0), agreedAt: new Date(0), answers: [], replies: [], may: ['first'] };
    const typed = { reason: undefined, note: undefined, by: undefined, againOn: undefined, kind: undefined };
    const page = html(<main>{FactsView({ f, referral, typed, home: '/a/x', zone: null, link: {} as never })}</main>);
    expect(linesOn(previewPage(f, preview, 'UTC'))).toEqual(expected);
    expect(linesOn(page).sort()).toEqual([...expected].sort()); // what is asked stands first where it is to be answered
  });
});
