import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/index.js';
import { AgencyWording } from '../agencies/agency-wording.js';
import type { Telling } from '../domain/safe-contact.js';
import { Outbox, type Saying } from '../post/outbox.js';
import { SECRET_HERE } from '../texts/shape.js';
import { letterLanguage, textsOf, type MailKind } from '../texts/texts.js';
import type { LetterText, TellingView, WrittenLetterView } from './messages.dto.js';

/** A letter's row. */
export type LetterRow = Omit<WrittenLetterView, 'state' | 'writtenAt' | 'sentAt'> & { writtenAt: Date; sentAt: Date | null };

/** Letters as the desk shows them. Only the link, which nobody but its reader may hold, is told in words. */
@Injectable()
export class LetterViews {
  constructor(
    private readonly outbox: Outbox,
    private readonly wording: AgencyWording,
    private readonly config: Config,
  ) {}

  async telling(telling: Telling, language: string): Promise<TellingView> {
    const { way, because } = telling;
    return { way, because, letter: way === 'mail' ? await this.preview('person-answer', { language }) : null };
  }

  async toAgency(answerBy: Date, language: string): Promise<LetterText> {
    return this.preview('agency-referral', await this.wording.referral(answerBy, language));
  }

  /** `telling` as the person's plan is now: what it no longer allows stays where it is. */
  written({ writtenAt, sentAt, ...row }: LetterRow, telling: Telling | undefined): WrittenLetterView {
    return { ...row, text: shown(row), writtenAt: writtenAt.toISOString(), sentAt: sentAt?.toISOString() ?? null, state: sentAt ? 'sent' : this.unsent(row.to, telling) };
  }

  private unsent(to: 'person' | 'agency', telling: Telling | undefined): WrittenLetterView['state'] {
    if (to === 'person' && telling?.way !== 'mail') return 'held';
    return this.config.SMTP_URL ? 'waiting' : 'kept';
  }

  private async preview(kind: MailKind, saying: Saying): Promise<LetterText> {
    const { subject, body } = await this.outbox.compose(kind, saying);
    const language = letterLanguage(saying.language ?? 'en');
    return { subject, language, text: shown({ text: body, language }) };
  }
}

const shown = ({ text, language }: Omit<LetterText, 'subject'>): string => text.replace(SECRET_HERE, () => textsOf(language).secretHere);
