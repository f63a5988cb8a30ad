import type { components } from './schema';
import type { Channel, SafeContactView } from './types';

/** Shapes of referring, answering, following up and agencies, from the generated contract. */
type Schemas = components['schemas'];

export type ReferralView = Schemas['ReferralView'];
export type AnswerView = Schemas['AnswerView'];
export type MakeReferral = Schemas['MakeReferral'];
export type EnterAnswer = Schemas['EnterAnswer'];
export type RecallReason = Schemas['RecallReferral']['reason'];
export type EndNeed = Schemas['EndNeed'];
export type TryPerson = Schemas['TryPerson'];
export type OutcomeView = Schemas['OutcomeView'];
export type SaidView = Schemas['SaidView'];
export type SayOutcome = Schemas['SayOutcome'];
export type AgencyView = Schemas['AgencyView'];
export type AgencyPage = Schemas['AgencyPage'];

export type Way = ReferralView['way'];
export type ReferralState = ReferralView['state'];
export type AnswerKind = EnterAnswer['kind'];
export type SharedField = NonNullable<MakeReferral['fields']>[number];
/** A default of the server has no type in the contract. */
export type ChangeAgency = Omit<Schemas['ChangeAgency'], 'answerDays'> & { answerDays: number };

/** How an agency may reach the person, with what is safe on that way. */
export interface SharedReach extends Pick<SafeContactView, 'voicemail' | 'others' | 'times' | 'never'> { channel: Channel; phone: string | null; email: string | null; askFor: string | null }
/** Records whose members depend on what was agreed have no shape in the contract. */
export interface SharedFacts {
  service: string;
  name?: string | null;
  reach?: SharedReach;
  need?: string;
  words?: string | null;
  age?: string | null;
  language?: string;
  insurance?: string | null;
  area?: string | null;
  peer?: string | null;
  veteran?: string | null;
}
export type ReferralPreview = Omit<Schemas['ReferralPreview'], 'facts'> & { facts: SharedFacts };
