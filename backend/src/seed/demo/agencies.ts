import { Injectable } from '@nestjs/common';
import { Agencies, VerificationClock } from '../../directory/index.js';
import { SYSTEM } from '../../platform/index.js';

/** Nine of ten organizations of the invented county have an address, the others show what the desk does without one; nobody reads these mailboxes but the demo's own. Their listings stand on the ladder of checking from the first day. */
@Injectable()
export class DemoAgencies {
  constructor(
    private readonly agencies: Agencies,
    private readonly checking: VerificationClock,
  ) {}

  async run(): Promise<void> {
    for (let after: string | null = ''; after !== null; ) {
      const { items, next } = await this.agencies.page(SYSTEM, after ? { after } : {});
      for (const [index, { id, name, version }] of items.entries()) {
        const email = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}@example.org`;
        if (version === 0 && index % 10 !== 9) await this.agencies.change(SYSTEM, id, 0, { email, contactName: 'Intake', phone: '555-0177', answerDays: 2, language: name.startsWith('Latino') ? 'es' : 'en' });
      }
      after = next;
    }
    await this.checking.join();
  }
}
