import type { components } from './schema';

/** The contract's shapes under the names that the rooms use; `schema.ts` is generated from backend/openapi.json. */
type Schemas = components['schemas'];

export type StaffRef = Schemas['StaffRef'];
export type QueueItem = Schemas['QueueItem'];
export type QueuePageView = Schemas['QueuePage'];
export type SnoozeView = Schemas['SnoozeView'];
export type SnoozeInquiry = Schemas['SnoozeInquiry'];
export type ReadTimeView = Schemas['ReadTimeView'];
export type QueueCounts = Schemas['QueueCounts'];
export type SkipView = Schemas['SkipView'];
export type ReturningView = Schemas['ReturningView'];
export type RoutingView = Schemas['RoutingView'];
export type TakerView = Schemas['TakerView'];
export type GivenView = Schemas['GivenView'];
export type TeamMemberView = Schemas['TeamMemberView'];
export type ShiftNoteView = Schemas['ShiftNoteView'];
export type ShiftRowView = Schemas['ShiftRowView'];
export type HandOverRow = Schemas['HandOverRow'];
export type LoadView = Schemas['LoadView'];
export type PersonLoadView = Schemas['PersonLoadView'];
export type NextView = Schemas['NextView'];
export type SafeContactView = Schemas['SafeContactView'];
export type NeedView = Schemas['NeedView'];
export type NoteView = Schemas['NoteView'];
export type IdentityView = Schemas['IdentityView'];
export type TemplateView = Schemas['TemplateView'];
export type TriedTemplateView = Schemas['TriedTemplateView'];
export type ReadyTextView = Schemas['ReadyTextView'];
export type TakenDownView = Schemas['TakenDownView'];
export type TakingDownView = Schemas['TakingDownView'];
export type AlikeView = Schemas['AlikeView'];
export type ScriptView = Schemas['ScriptView'];
export type DraftView = Schemas['DraftView'];
export type MeView = Schemas['MeView'];
export type WorkPreferences = Schemas['WorkPreferences'];
export type DemoAccountView = Schemas['DemoAccountView'];
export type DeskHours = Schemas['DeskHours'];
export type ChangeSettings = Schemas['ChangeSettings'];
export type SettingsView = Schemas['SettingsView'];
export type CrisisLineView = Schemas['CrisisLineView'];
export type FollowUpView = Schemas['FollowUpView'];
export type CalendarView = Schemas['CalendarView'];
export type MadeCalendarView = Schemas['MadeCalendarView'];
export type SuggestionView = Schemas['SuggestionView'];
export type UnreviewedView = Schemas['UnreviewedView'];
export type UnreviewedPage = Schemas['UnreviewedPage'];
export type HiddenPlace = UnreviewedView['hiddenPlaces'][number];
export type ProposalsView = Schemas['ProposalsView'];
export type ProposalView = Schemas['ProposalView'];
export type ProposedFieldView = Schemas['ProposedFieldView'];
export type PublishingView = Schemas['PublishingView'];
export type SheetView = Schemas['SheetView'];
export type SheetDone = Schemas['SheetDone'];
export type ApplicationView = Schemas['ApplicationView'];
export type ApplicationsView = Schemas['ApplicationsView'];
export type MakeListing = Schemas['MakeListing'];
export type MadeListing = Schemas['MadeListing'];
export type DecideApplication = Schemas['DecideApplication'];
export type FieldDecision = Schemas['FieldDecision'];
export type DecidedView = Schemas['DecidedView'];
export type AuditRowView = Schemas['AuditRowView'];
export type DeskView = Schemas['DeskView'];
export type StaffView = Schemas['StaffView'];
export type InviteColleague = Schemas['InviteColleague'];
export type ChangeAccount = Schemas['ChangeAccount'];
export type MadeLinkView = Schemas['MadeLinkView'];
export type OneTimeLinkView = Schemas['OneTimeLinkView'];
export type LetterView = Schemas['MailView'];

export type QueueView = keyof QueueCounts;
export type Channel = QueueItem['channel'];
export type NeedStatus = NeedView['status'];
export type Audience = Schemas['WriteNote']['audience'];
export type RevealReason = Schemas['RevealIdentity']['reason'];
export type Weekday = DeskHours['day'];

/** Records with free keys have no shape in the contract. */
export interface FactView { state: 'given' | 'declined' | 'not-asked' | 'unknown'; value: string | null }
export type FactName = 'age' | 'insurance' | 'veteran' | 'peer' | 'person' | 'speak';
export type HistoryView = Omit<Schemas['HistoryView'], 'body'> & { body: Record<string, unknown> };
export type InquiryView = Omit<Schemas['InquiryView'], 'facts' | 'history'> & { facts: Record<FactName, FactView>; history: HistoryView[] };

export type CrisesView = Schemas['CrisesView'];
export type CrisisView = Schemas['CrisisView'];
export type CrisisStepView = Schemas['CrisisStepView'];
export type OpenCrisis = Schemas['OpenCrisis'];
export type TakeStep = Schemas['TakeStep'];
export type EndCrisis = Schemas['EndCrisis'];
export type OpenCrisisView = Schemas['OpenCrisisView'];

export type TogetherView = Schemas['TogetherView'];
export type PossibleView = Schemas['PossibleView'];
export type MergedInView = Schemas['MergedInView'];
export type BulkView = Schemas['BulkView'];
export type BulkRowView = Schemas['BulkRowView'];
export type TryBulk = Schemas['TryBulk'];
