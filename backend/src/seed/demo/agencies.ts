import { Injectable } from '@nestjs/common';
import { Agencies } from '../../directory/index.js';
import { SYSTEM } from '../../platform/index.js';

/** Every organization of the invented county can be asked; nobody reads these mailboxes but the demo's own. */
@Injectable()
export class DemoAgencies {
  constructor(private readonly agencies: Agencies) {}

  async run(): Promise<void> {
    for (let after: string | null = ''; after !== null; ) {
      const { items, next } = await this.agencies.page(SYSTEM, after ? { after } : {});
      for (const { id, name, version } of items) {
        if (version === 0) await this.agencies.change(SYSTEM, id, 0, { email: `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}@example.org`, contactName: 'Intake', phone: '555-0177', answerDays: 2 });
      }
      after = next;
    }
  }
}
