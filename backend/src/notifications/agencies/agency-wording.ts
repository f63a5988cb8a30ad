import { Injectable } from '@nestjs/common';
import { OWN_FIELDS, type OwnField } from '../../directory/index.js';
import type { Decisions, Receipted } from '../../partners/index.js';
import { Clock } from '../../platform/index.js';
import { Settings } from '../../settings/index.js';
import type { Saying } from '../post/outbox.js';
import { textsOf } from '../texts/texts.js';

/** What a steward decided about an agency's changes to one listing. */
export interface Decided {
  service: string;
  decisions: Decisions;
}

/** What letters to agencies say beyond their kind: days in the desk's zone and what was decided, in the agency's language. */
@Injectable()
export class AgencyWording {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  now(): number {
    return this.clock.now().getTime();
  }

  monthsOn(months: number): Date {
    const day = this.clock.now();
    day.setUTCMonth(day.getUTCMonth() + months);
    return day;
  }

  /** Asking to answer, by when. */
  async referral(at: Date, language: string): Promise<Saying> {
    return { language, facts: [textsOf(language).answerBy(await this.when(at, language, { hour: 'numeric', timeZoneName: 'short' }))] };
  }

  /** Which mail it was about: by its day and hour, for nothing in a mail may name the request. */
  async takenBack(mailedAt: Date, language: string): Promise<Saying> {
    return { language, facts: [textsOf(language).mailedOn(await this.when(mailedAt, language, { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }))] };
  }

  private async when(at: Date, language: string, clock: Intl.DateTimeFormatOptions): Promise<string> {
    const { zone } = await this.settings.desk();
    return new Intl.DateTimeFormat(textsOf(language).locale, { weekday: 'long', month: 'long', day: 'numeric', timeZone: zone ?? 'UTC', ...clock }).format(at);
  }

  /** `mail`: 1, or 2 and 3 for the reminders. */
  listings(count: number, language: string, mail: number): Saying {
    const { reminders, listings } = textsOf(language);
    return { language, count, facts: [...(mail === 2 || mail === 3 ? [reminders[mail], ''] : []), listings(count)] };
  }

  /** What took effect at once: the listing, then what was said of its room or which fields changed. */
  receipt({ service, taking, fields }: Pick<Receipted, 'service' | 'taking' | 'fields'>, language: string): Saying {
    const { room, weeks, fullUntil, changed, fields: names, locale } = textsOf(language);
    const day = taking?.until && new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${taking.until}T00:00:00Z`));
    const said = taking ? [[room[taking.answer], taking.weeks && weeks(taking.weeks), day && fullUntil(day)].filter(Boolean).join(', ')] : fields.map((field) => changed(names[field]));
    return { language, facts: [service, ...said] };
  }

  /** `count`: listings of the sheet that were changed. */
  sheet(count: number, language: string): Saying {
    return { language, facts: [textsOf(language).sheet(count)] };
  }

  /** The listing, then a line for each field; a steward's reason stands on its line and holds no place for a link. */
  heard({ service, decisions }: Decided, language: string): Saying {
    const { fields, taken, notTaken } = textsOf(language);
    const line = (field: OwnField): string[] => {
      const said = decisions[field];
      if (!said) return [];
      return [said.accepted ? taken(fields[field]) : notTaken(fields[field], said.why?.replace(/[{}\s]+/g, ' ').trim() ?? '')];
    };
    return { language, facts: [service, ...OWN_FIELDS.flatMap(line)] };
  }
}
