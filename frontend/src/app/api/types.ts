/** The shapes of the API that the rooms use, under the names of the contract. One place to change when the contract does. */
export type QueueView = 'all' | 'new' | 'mine' | 'review';
export type Channel = 'text' | 'phone' | 'email' | 'self';
export type Audience = 'desk' | 'shareable';
export type RevealReason = 'contact-now' | 'safety' | 'hand-over' | 'correct-record';

export interface StaffRef { id: string; name: string }

export interface QueueItem {
  id: string;
  reference: string;
  priority: number;
  safety: 'yes' | 'no' | 'unsure' | 'undisclosed';
  asker: 'self' | 'carer' | 'professional' | 'undisclosed';
  topics: string[];
  language: string;
  channel: Channel;
  voicemail: boolean | null;
  ageBand: string | null;
  minor: boolean;
  openedAt: string;
  status: 'new' | 'claimed' | 'closed';
  review: string | null;
  assignee: StaffRef | null;
  actions: string[];
}
export interface QueuePageView { items: QueueItem[]; next: string | null }
export interface QueueCounts { all: number; new: number; mine: number; review: number }

export interface FactView { state: 'given' | 'declined' | 'not-asked' | 'unknown'; value: string | null }
export type FactName = 'age' | 'insurance' | 'veteran' | 'peer' | 'person' | 'speak';
export interface SafeContactView {
  channel: Channel;
  voicemail: boolean | null;
  others: 'hang-up' | 'ask-for-me' | 'say-who' | null;
  name: string | null;
  times: string[];
  never: string | null;
  emailOk: boolean;
}
export type NeedStatus = 'open' | 'options-given' | 'referred' | 'partly-met' | 'met' | 'unmet' | 'withdrawn';
export interface NeedView { id: string; topic: string; status: NeedStatus; openedAt: string }
/** `author` null and audience `person`: the person wrote it, later, on their own page. */
export interface NoteView { id: string; author: StaffRef | null; at: string; audience: Audience | 'person'; text: string }
export interface HistoryView { at: string; type: string; actor: StaffRef | null; body: Record<string, unknown> }
export interface InquiryView extends QueueItem {
  version: number;
  zip: string | null;
  town: string | null;
  knows: 'yes' | 'no' | 'unsure' | null;
  urgency: string | null;
  sud: boolean;
  dv: boolean;
  staff: boolean;
  followUpOk: boolean;
  claimedAt: string | null;
  safeContact: SafeContactView;
  words: string | null;
  facts: Record<FactName, FactView>;
  needs: NeedView[];
  notes: NoteView[];
  history: HistoryView[];
  minorsProtocol: string | null;
}
export interface IdentityView { person: string | null; contactName: string | null; phone: string | null; email: string | null }
export interface DraftView { text: string; savedAt: string | null }

export interface MeView { id: string; name: string; email: string; roles: string[]; acts: string[]; csrf: string; demo: boolean }
export interface DemoAccountView { name: string; email: string; role: string }

export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';
export interface DeskHours { day: Weekday; opens: string; closes: string }
export interface ChangeSettings {
  name: string;
  phone: string | null;
  zone: string | null;
  hours: DeskHours[] | null;
  holidays: string[];
  onCallEmail: string | null;
  supervisorEmail: string | null;
  dutyText: string | null;
  dutyOn: boolean;
  minorsProtocol: string | null;
  version: number;
}
export interface SettingsView extends ChangeSettings { dutyVersion: number; linesConfirmedAt: string | null; linesConfirmedBy: string | null; formOpen: boolean }
export interface CrisisLineView {
  id: string;
  place: string;
  language: string;
  audience: 'everyone' | 'youth';
  kind: 'call' | 'text' | 'chat';
  label: string;
  target: string;
  note: string;
  position: number;
  source: string;
  checkedOn: string | null;
  checkedBy: string | null;
}
export interface LetterView { id: string; at: string; to: string; subject: string; text: string }
export interface FollowUpView { id: string; inquiryId: string; reference: string; dueAt: string; kind: string }
