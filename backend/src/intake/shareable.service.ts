import { Injectable } from '@nestjs/common';
import type { Asker } from './domain/codes.js';
import type { SafeContactView } from './inquiry.dto.js';
import type { OpenInquiry } from './inquiries.service.js';
import { SealedInquiry, type Identity } from './sealed-inquiry.js';

/** Everything about a request that could be shared with an agency, or that sending a message has to heed. Opened: handle it as such. */
export interface Material {
  asker: Asker;
  identity: Identity;
  safe: SafeContactView;
  words: string | null;
  /** Given values only. */
  facts: Partial<Record<'age' | 'insurance' | 'veteran' | 'peer' | 'speak', string>>;
  town: string | null;
  zip: string | null;
  language: string;
}

const NOBODY: Identity = { person: null, contactName: null, phone: null, email: null };
const NO_PLAN = { others: null, name: null, times: [], never: null, emailOk: false };
const SHARED_FACTS = ['age', 'insurance', 'veteran', 'peer', 'speak'] as const;

/** Opens what a consent may cover, and the safe-contact plan. Whoever calls this writes the audit row first. */
@Injectable()
export class Shareable {
  constructor(private readonly sealed: SealedInquiry) {}

  open(row: OpenInquiry): Material {
    const { dataKey, id, asker, channel, voicemail, zip, language } = row;
    const facts = this.sealed.open(dataKey, id, 'facts', row.facts);
    const given = SHARED_FACTS.flatMap((name) => {
      const fact = facts?.facts[name];
      return fact?.state === 'given' && fact.value ? [[name, fact.value] as const] : [];
    });
    return {
      asker,
      identity: this.sealed.open(dataKey, id, 'identity', row.identity) ?? NOBODY,
      safe: { channel, voicemail, ...(this.sealed.open(dataKey, id, 'safe_contact', row.safeContact) ?? NO_PLAN) },
      words: this.sealed.open(dataKey, id, 'words', row.words),
      facts: Object.fromEntries(given),
      town: facts?.town ?? null,
      zip,
      language,
    };
  }
}
