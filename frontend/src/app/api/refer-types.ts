import type { components } from './schema';

/** Shapes of referring, answering, following up and agencies, from the generated contract. */
type Schemas = components['schemas'];

export type ReferralView = Schemas['ReferralView'];
export type AnswerView = Schemas['AnswerView'];
export type MakeReferral = Schemas['MakeReferral'];
export type ReplyView = Schemas['ReplyView'];
export type ReplyToAgency = Schemas['ReplyToAgency'];
export type EnterAnswer = Schemas['EnterAnswer'];
export type RecallReason = Schemas['RecallReferral']['reason'];
export type EndNeed = Schemas['EndNeed'];
export type TryPerson = Schemas['TryPerson'];
export type OutcomeView = Schemas['OutcomeView'];
export type SaidView = Schemas['SaidView'];
export type SayOutcome = Schemas['SayOutcome'];
export type AgencyView = Schemas['AgencyView'];
export type AgencyPage = Schemas['AgencyPage'];
export type MemberView = Schemas['MemberView'];
export type MembersView = Schemas['MembersView'];
export type InviteMember = Schemas['InviteMember'];

export type Way = ReferralView['way'];
export type ReferralState = ReferralView['state'];
export type AnswerKind = EnterAnswer['kind'];
export type SharedField = NonNullable<MakeReferral['fields']>[number];
export type ChangeAgency = Schemas['ChangeAgency'];
export type AgencyRow = Schemas['AgencyRow'];
export type AgencyPreview = Schemas['AgencyPreview'];
