import { Injectable } from '@nestjs/common';
import { OWN_FIELDS, type OwnField } from '../directory/index.js';
import type { Decisions } from '../partners/index.js';
import { Clock } from '../platform/index.js';
import { Settings } from '../settings/index.js';

const FIELDS: Readonly<Record<OwnField, string>> = { hours: 'Opening hours', phones: 'Phone', description: 'Description' };

/** Days in the desk's zone, and what was decided, in words. */
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

  async answerBy(at: Date): Promise<string> {
    const { zone } = await this.settings.desk();
    const when = new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric', hour: 'numeric', timeZone: zone ?? 'UTC', timeZoneName: 'short' }).format(at);
    return `Please answer by ${when}. After that we ask someone else.`;
  }

  /** The listing, then a line for each field; a steward's reason stands on its line and holds no place for a link. */
  heard(service: string, decisions: Decisions): string[] {
    const line = (field: OwnField): string[] => {
      const said = decisions[field];
      if (!said) return [];
      return [said.accepted ? `${FIELDS[field]}: taken over.` : `${FIELDS[field]}: not taken over. ${said.why?.replace(/[{}\s]+/g, ' ').trim() ?? ''}`];
    };
    return [service, ...OWN_FIELDS.flatMap(line)];
  }
}
