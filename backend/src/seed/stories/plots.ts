import type { SubmitInquiry } from '../../intake/index.js';
import type { Road } from './road.js';

type Deep<T> = { [Key in keyof T]?: T[Key] extends object ? Deep<T[Key]> : T[Key] };

/** One invented person's story: how long ago it came, what it says, who of the desk has taken it. */
export interface Plot {
  minutesAgo: number;
  inquiry: Deep<SubmitInquiry>;
  claimedBy?: string;
  note?: string;
  /** The three best matches were offered: what the person said of each, in their order, and whether they got a card. */
  offered?: { said: readonly Said[]; card?: 'print' | 'read-aloud' };
  /** What became of the chosen option. */
  road?: Road;
}

type Said = { decision: 'chosen' | 'declined'; why?: string } | undefined;

const given = <T extends string>(value: T): { state: 'given'; value: T } => ({ state: 'given', value });
const declined = { state: 'declined' } as const;

/** All people, numbers and words are invented. */
export const PLOTS: readonly Plot[] = [
  {
    minutesAgo: 9,
    inquiry: {
      asker: 'carer', knows: 'yes', safety: 'no', urgency: 'today', topics: ['after-hospital', 'family-support'], words: 'My son came home from the hospital on Wednesday. He hardly sleeps, and last night he said he does not see the point. I work until five and I do not know who to call first. He liked talking with the peer worker there.',
      place: { zip: '06854', fixed: true }, contact: { channel: 'phone', phone: '203-555-0142' }, safe: { voicemail: false, others: 'ask-for-me', name: 'Marisol', times: ['evening'], never: 'Not while I am at work' },
      facts: { age: given('18-24'), insurance: given('medicaid'), peer: given('yes'), person: given('Teo') },
    },
  },
  {
    minutesAgo: 110,
    claimedBy: 'Ruth Adler',
    note: 'Reached her at 5:10 pm. Evenings only. She wants somebody who speaks Spanish, a group is fine.',
    inquiry: {
      asker: 'self', safety: 'yes', urgency: 'today', topics: ['worry'], words: 'I get panic attacks at work. I would like somebody who speaks Spanish.', place: { zip: '06901', fixed: true }, contact: { channel: 'phone', phone: '203-555-0117' },
      safe: { voicemail: false, others: 'hang-up', name: 'Lucía', times: ['evening'] }, facts: { age: given('25-59'), insurance: given('uninsured'), speak: given('Spanish') },
    },
  },
  {
    minutesAgo: 72,
    inquiry: {
      asker: 'self', safety: 'unsure', urgency: 'today', topics: ['alcohol-drugs'], words: 'I need a bed somewhere. I can not do this at home again.', place: { town: 'Norwalk', fixed: false }, contact: { channel: 'self' }, facts: { age: given('25-59') },
    },
  },
  {
    minutesAgo: 40,
    inquiry: {
      asker: 'self', safety: 'yes', urgency: 'this_week', topics: ['hard-memories'], words: 'Nightmares since I came back. Another veteran would be good. Not the VA please.', place: { zip: '06810', fixed: true }, contact: { channel: 'phone', phone: '203-555-0160' }, safe: { voicemail: true, others: 'say-who', times: ['any'] },
      facts: { age: given('25-59'), veteran: given('yes'), peer: given('yes'), insurance: declined },
    },
  },
  {
    minutesAgo: 22,
    inquiry: {
      asker: 'self', safety: 'yes', urgency: 'today', topics: ['new-baby', 'low-mood'], words: 'The baby is six weeks old and I feel nothing. I can come with the baby.', place: { zip: '06605', fixed: true }, contact: { channel: 'text', phone: '203-555-0129' }, safe: { others: 'hang-up', times: ['morning'] }, facts: { age: given('25-59'), insurance: given('medicaid') },
    },
  },
  { minutesAgo: 26, inquiry: { asker: 'self', safety: 'yes', urgency: 'this_week', topics: ['worry', 'lonely'], words: 'First year at college and I can not leave my room some days.', place: { zip: '06824', fixed: true }, contact: { channel: 'text', phone: '203-555-0171' }, facts: { age: given('18-24'), insurance: given('private') } } },
  { minutesAgo: 55, inquiry: { asker: 'carer', knows: 'no', safety: 'yes', urgency: 'few_weeks', topics: ['family-support'], words: 'I look after my mother. Is there a group on a Saturday?', place: { zip: '06460', fixed: true }, contact: { channel: 'email', email: 'daughter@example.org' }, safe: { emailOk: true, times: [] }, facts: { age: given('60-plus'), speak: given('Spanish') } } },
  { minutesAgo: 80, inquiry: { asker: 'self', safety: 'yes', urgency: 'no_rush', topics: ['lonely'], words: 'I am deaf and would like a group where people sign.', place: { zip: '06850', fixed: true }, contact: { channel: 'text', phone: '203-555-0133' }, facts: { age: given('25-59'), speak: given('American Sign Language'), peer: given('yes') } } },
  {
    minutesAgo: 1500,
    claimedBy: 'Ruth Adler',
    note: 'She called back. Two of the three sound right to her; the first one she will ring tomorrow morning.',
    offered: { said: [{ decision: 'chosen', why: 'The evening fits' }, undefined, { decision: 'declined', why: 'Too far without a car' }], card: 'read-aloud' },
    inquiry: {
      asker: 'self', safety: 'yes', urgency: 'this_week', topics: ['low-mood', 'lonely'], words: 'Since I retired the days are long. I would like to talk with somebody who knows this.', place: { zip: '06855', fixed: true }, contact: { channel: 'phone', phone: '203-555-0166' },
      safe: { voicemail: true, others: 'ask-for-me', times: ['morning'] }, facts: { age: given('60-plus'), insurance: given('medicare'), peer: given('yes') },
    },
  },
  { minutesAgo: 31, claimedBy: 'Ana Rios', inquiry: { asker: 'professional', knows: 'yes', safety: 'yes', urgency: 'this_week', topics: ['low-mood'], words: 'A man I work with needs a psychiatrist who takes Medicaid. He speaks Vietnamese.', place: { zip: '06604', fixed: true }, contact: { channel: 'phone', phone: '203-555-0181' }, safe: { voicemail: true, others: 'say-who', name: 'Nurse Okafor', times: ['any'] }, facts: { age: given('25-59'), insurance: given('medicaid'), speak: given('Vietnamese') } } },
  { minutesAgo: 14, inquiry: { asker: 'self', safety: 'unsure', urgency: 'today', topics: ['abuse'], words: 'I need to talk to someone. He checks my phone.', place: { zip: '06902', fixed: true }, contact: { channel: 'self' }, facts: {} } },
  { minutesAgo: 18, inquiry: { asker: 'self', safety: 'yes', topics: ['child-teen'], words: 'I am fifteen. School is bad and I do not want my parents to know yet.', place: { zip: '06880', fixed: true }, contact: { channel: 'text', phone: '203-555-0195' }, safe: { others: 'hang-up', times: ['afternoon'] }, facts: { age: given('13-17') } } },
  { minutesAgo: 130, inquiry: { asker: 'self', safety: 'yes', urgency: 'few_weeks', topics: ['grief'], words: 'My brother took his life in spring. I would like to meet others.', place: { zip: '06877', fixed: true }, contact: { channel: 'email', email: 'sibling@example.org' }, safe: { emailOk: true, times: [] }, facts: { age: given('25-59'), peer: given('yes') } } },
];
