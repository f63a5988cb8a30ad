import { Injectable } from '@nestjs/common';
import { Sealer, type Place } from '../platform/index.js';
import type { SafeContactView } from './inquiry.dto.js';
import type { Facts, SubmitInquiry } from './submit-inquiry.dto.js';

/** Who asks and how they are reached: the only place with names and contact points. */
export interface Identity {
  person: string | null;
  contactName: string | null;
  phone: string | null;
  email: string | null;
}
export type SafePlan = Omit<SafeContactView, 'channel' | 'voicemail'>;
export interface SealedFacts {
  knows: 'yes' | 'no' | 'unsure' | null;
  urgency: string | null;
  town: string | null;
  fixed: boolean;
  facts: Omit<Facts, never>;
}
/** The four sealed columns of intake.inquiry. */
export interface SealedColumns {
  identity: Identity;
  safe_contact: SafePlan;
  words: string | null;
  facts: SealedFacts;
}
export type SealedColumn = keyof SealedColumns;

const text = (value: string | undefined): string | null => value?.trim() || null;

/** Seals and opens a request's personal columns with its own data key (trust.md 6.2). */
@Injectable()
export class SealedInquiry {
  constructor(private readonly sealer: Sealer) {}

  place(column: string, row: string, table = 'intake.inquiry'): Place {
    return { table, column, row };
  }

  columns({ facts, safe, contact, words, knows, urgency, place }: SubmitInquiry): SealedColumns {
    const person = text(facts.person.value);
    return {
      identity: { person, contactName: text(safe.name), phone: text(contact.phone), email: text(contact.email) },
      safe_contact: { others: safe.others ?? null, name: text(safe.name), times: safe.times, never: text(safe.never), emailOk: safe.emailOk },
      words: text(words),
      facts: { knows: knows ?? null, urgency: urgency ?? null, town: text(place.town), fixed: place.fixed, facts },
    };
  }

  /** The sealed column, or null for a null value. */
  seal(key: Buffer, id: string, column: SealedColumn, value: unknown): Buffer | null {
    return value === null ? null : this.sealer.seal(key, value, this.place(column, id));
  }

  open<Column extends SealedColumn>(dataKey: Buffer, id: string, column: Column, sealed: Buffer | null): SealedColumns[Column] | null {
    return sealed && this.sealer.open<SealedColumns[Column]>(this.key(dataKey, id), sealed, this.place(column, id));
  }

  /** The request's data key; throws when the ring no longer opens it. */
  key(dataKey: Buffer, id: string): Buffer {
    return this.sealer.openKey(dataKey, id);
  }
}
