import type { FactView, HistoryView, InquiryView, NeedView, NoteView, QueueItem } from './inquiry.dto.js';
import type { Inquiry } from './inquiry.entity.js';
import type { UrgencyHintView } from './urgency-hints.dto.js';
import type { SafePlan, SealedFacts } from './sealed-inquiry.js';

/** What the open view adds to the queue's line. */
export interface Parts {
  safe: SafePlan | null;
  words: string | null;
  facts: SealedFacts | null;
  needs: NeedView[];
  notes: NoteView[];
  history: HistoryView[];
  minorsProtocol: string | null;
  hint: UrgencyHintView | null;
  /** Of a request that was merged: whether the one that stays goes on. */
  carried: boolean | undefined;
}

const WORKED_ON = ['read', 'reveal', 'note', 'match', 'offer', 'refer', 'end', 'outcome'];
function actionsOf({ status }: Inquiry, carried: boolean | undefined): string[] {
  if (carried) return WORKED_ON;
  return status === 'claimed' ? ['read', 'release', 'assign', 'snooze', 'reveal', 'note', 'crisis', 'task', 'need', 'try', 'match', 'offer', 'refer', 'end', 'outcome', 'close'] : ['read', 'outcome'];
}

const FACTS = ['age', 'insurance', 'veteran', 'peer', 'person', 'speak'] as const;
const UNASKED: FactView = { state: 'not-asked', value: null };

function factViews(sealed: SealedFacts | null): InquiryView['facts'] {
  const entries = FACTS.map((name) => {
    const fact = sealed?.facts[name];
    return [name, fact ? { state: fact.state, value: fact.value ?? null } : UNASKED];
  });
  return Object.fromEntries(entries) as InquiryView['facts'];
}

const NO_PLAN: SafePlan = { others: null, name: null, times: [], never: null, emailOk: false };

/** The whole request, names and contact points left out. */
export function openView(item: QueueItem, row: Inquiry, parts: Parts): InquiryView {
  const { safe, facts, carried, ...rest } = parts;
  const { version, zip, sud, dv, staff, followUpOk, channel, voicemail, cameBy } = row;
  const { town, knows, urgency } = facts ?? { town: null, knows: null, urgency: null };
  return {
    ...item,
    ...rest,
    ...{ version, zip, sud, dv, staff, followUpOk, town, knows, urgency, cameBy },
    claimedAt: row.claimedAt?.toISOString() ?? null,
    safeContact: { channel, voicemail, ...(safe ?? NO_PLAN) },
    facts: factViews(facts),
    actions: actionsOf(row, carried),
  };
}
openView.factViews = factViews;

/** What the rest of the team sees: the queue's line and nothing more. */
export function maskedView(item: QueueItem): InquiryView {
  const nothing = { version: 0, zip: null, town: null, knows: null, urgency: null, claimedAt: null, words: null, minorsProtocol: null, hint: null, cameBy: null };
  const flags = { sud: false, dv: false, staff: false, followUpOk: false };
  return { ...item, ...nothing, ...flags, safeContact: { channel: item.channel, voicemail: item.voicemail, ...NO_PLAN }, facts: factViews(null), needs: [], notes: [], history: [] };
}
