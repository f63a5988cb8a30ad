import { Injectable } from '@nestjs/common';
import { Applications, Doors, Links as AgencyLinks } from '../../partners/index.js';
import { Links as AccountLinks } from '../../people/index.js';
import { Config } from '../../platform/index.js';
import { SECRET_HERE } from '../texts/shape.js';

/** Puts the link or code into a letter when it is handed out. Each is derived from the letter's id by a key of the ring: no row holds one. */
@Injectable()
export class Secrets {
  constructor(
    private readonly config: Config,
    private readonly accounts: AccountLinks,
    private readonly agencies: AgencyLinks,
    private readonly doors: Doors,
    private readonly applications: Applications,
  ) {}

  fill({ id, kind, body }: { id: string; kind: string; body: string }): string {
    return body.replace(SECRET_HERE, () => this.secretOf(kind, id));
  }

  private secretOf(kind: string, id: string): string {
    if (kind === 'agency-code') return this.doors.digitsOf(id);
    if (kind.startsWith('applicant-')) return `${this.config.baseUrl}${this.applications.pathForLetter(id)}`;
    return `${this.config.baseUrl}${kind.startsWith('agency-') ? this.agencies.pathForLetter(id) : this.accounts.pathForLetter(id)}`;
  }
}
