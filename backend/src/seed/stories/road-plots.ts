import type { Plot } from './plots.js';

const given = <T extends string>(value: T): { state: 'given'; value: T } => ({ state: 'given', value });
const DAY = 24 * 60;

/** Stories of what became of an offer: asked and waiting, overdue, accepted, declined, taken back, helped. All people, numbers and words are invented. */
export const ROAD_PLOTS: readonly Plot[] = [
  {
    minutesAgo: 300,
    claimedBy: 'Ruth Adler',
    note: 'She heard the preview and said yes to all of it.',
    offered: { said: [{ decision: 'chosen', why: 'Close to the bus' }, undefined, undefined] },
    road: { way: 'link', fields: ['name', 'reach', 'need', 'area'] },
    inquiry: {
      asker: 'self', safety: 'yes', urgency: 'this_week', topics: ['low-mood', 'worry'], words: 'I have stopped seeing people. Evenings are the worst.', place: { zip: '06850', fixed: true }, contact: { channel: 'phone', phone: '203-555-0151' },
      safe: { voicemail: false, others: 'ask-for-me', name: 'Noor', times: ['afternoon'] }, facts: { age: given('25-59'), insurance: given('private'), person: given('Noor') },
    },
  },
  {
    minutesAgo: 8 * DAY,
    claimedBy: 'Ruth Adler',
    offered: { said: [{ decision: 'chosen' }, { decision: 'declined', why: 'Only online' }, undefined] },
    road: { way: 'link', daysAgo: 6 },
    inquiry: {
      asker: 'self', safety: 'yes', urgency: 'few_weeks', topics: ['grief', 'family-support'], words: 'My wife died in May. A group of people my age, if there is one.', place: { zip: '06901', fixed: true }, contact: { channel: 'phone', phone: '203-555-0158' },
      safe: { voicemail: true, others: 'say-who', times: ['morning'] }, facts: { age: given('60-plus'), insurance: given('medicare'), person: given('Walter') },
    },
  },
  {
    minutesAgo: 2 * DAY,
    claimedBy: 'Ruth Adler',
    offered: { said: [undefined, { decision: 'chosen', why: 'They speak Spanish' }, undefined] },
    road: { way: 'link', answer: { kind: 'accepted', by: 'Dana Whitlock', note: 'We call on Thursday after five.' } },
    inquiry: {
      asker: 'self', safety: 'yes', urgency: 'this_week', topics: ['worry', 'family-support'], words: 'No puedo dormir pensando en el trabajo.', language: 'es', place: { zip: '06604', fixed: true }, contact: { channel: 'email', email: 'pilar@example.org' },
      safe: { emailOk: true, name: 'Pilar', times: [] }, facts: { age: given('25-59'), insurance: given('uninsured'), speak: given('Spanish'), person: given('Pilar') },
    },
  },
  {
    minutesAgo: 3 * DAY,
    claimedBy: 'Ana Rios',
    offered: { said: [{ decision: 'chosen' }, undefined, undefined] },
    road: { way: 'link', answer: { kind: 'declined', reason: 'no-room', note: 'Harbor Light has a group that begins in January.' } },
    inquiry: {
      asker: 'carer', knows: 'yes', safety: 'yes', urgency: 'this_week', topics: ['family-support', 'low-mood'], words: 'My sister moved in with us after her breakdown. We are all worn out.', place: { zip: '06820', fixed: true }, contact: { channel: 'phone', phone: '203-555-0163' },
      safe: { voicemail: true, others: 'say-who', times: ['evening'] }, facts: { age: given('25-59'), person: given('Ines') },
    },
  },
  {
    minutesAgo: 20 * DAY,
    claimedBy: 'Ruth Adler',
    note: 'She has been twice and will go again.',
    offered: { said: [{ decision: 'chosen', why: 'A person who has been there' }, undefined, undefined] },
    road: { way: 'phone', answer: { kind: 'accepted', note: 'First meeting on Tuesday at six.' }, later: { kind: 'served' }, ended: { outcome: 'met', reason: 'served' } },
    inquiry: {
      asker: 'self', safety: 'yes', urgency: 'few_weeks', topics: ['lonely'], words: 'I would like to meet people who know what this is like.', place: { zip: '06855', fixed: true }, contact: { channel: 'phone', phone: '203-555-0169' },
      safe: { voicemail: true, others: 'say-who', times: ['any'] }, facts: { age: given('25-59'), peer: given('yes'), person: given('Bea') },
    },
  },
  {
    minutesAgo: 5 * DAY,
    claimedBy: 'Ana Rios',
    offered: { said: [{ decision: 'chosen' }, undefined, undefined] },
    road: { way: 'link', withdrawn: true },
    inquiry: {
      asker: 'self', safety: 'yes', urgency: 'no_rush', topics: ['hard-memories', 'worry'], words: 'I am not sure yet whether I want this.', place: { zip: '06877', fixed: true }, contact: { channel: 'self' }, facts: { age: given('25-59'), person: given('Sam') },
    },
  },
];
