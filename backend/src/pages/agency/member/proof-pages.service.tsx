import { Injectable } from '@nestjs/common';
import { MemberDoors, MemberKnocks, PasskeyDoors } from '../../../partners/index.js';
import { text } from '../../ask/answers/raw.js';
import type { Outcome } from '../../visit/visitor.js';
import { ListingScreen, STALE, type Shown } from '../listing/listing-screen.service.js';
import type { Missing } from '../posted.js';
import { CodeView } from '../views/door-views.js';
import type { MemberInside } from './member-inside.js';
import { refusedAs } from './passkey-form.js';
import { slowly } from './slowly.js';

/** What the last proof is too old for. */
export interface Wanted {
  /** The page that a fresh one leads to. */
  then: string;
  /** What is shown until then. */
  door: (faults: readonly Missing[]) => Promise<Outcome>;
}

const CODE: Shown = { title: 'agency.code.title', view: (props) => <CodeView {...props} /> };

/** Asks who is in for a fresh proof: the code of a mail, or a passkey. Both give the session a new name. */
@Injectable()
export class ProofPages {
  constructor(
    private readonly members: MemberDoors,
    private readonly knocks: MemberKnocks,
    private readonly passkeys: PasskeyDoors,
    private readonly screen: ListingScreen,
  ) {}

  open(inside: MemberInside, page: string, posted: boolean, wanted: Wanted): Promise<Outcome> {
    return posted ? slowly(this.screen, inside, () => this.prove(inside, page, wanted)) : this.show(inside, page, wanted);
  }

  private async show(inside: MemberInside, page: string, { door }: Wanted): Promise<Outcome> {
    if (page === 'code' && (await this.members.stands(inside.caller.cookie))) return this.screen.page(inside, CODE);
    return door([]);
  }

  private async prove(inside: MemberInside, page: string, wanted: Wanted): Promise<Outcome> {
    const { caller, member } = inside;
    if (page === 'code') return this.code(inside, wanted);
    if (page === 'passkey') return this.passkey(inside, wanted);
    if (page !== 'landing') return { to: this.screen.at(inside, 'landing') };
    const waits = await this.members.stands(caller.cookie);
    if (!waits || text(caller.raw, 'again')) await this.knocks.again(caller.cookie ?? '', member); // a second mail would end the first one's code
    return { to: this.screen.at(inside, 'code') };
  }

  private async code(inside: MemberInside, { then }: Wanted): Promise<Outcome> {
    const { caller } = inside;
    const entered = await this.members.enter(caller.cookie, text(caller.raw, 'code') ?? '');
    if (entered && 'session' in entered) return { to: this.screen.at(inside, then), member: entered.session };
    return this.screen.page(inside, { ...CODE, faults: [{ field: 'code', fault: 'agency.code.wrong' }] });
  }

  private async passkey(inside: MemberInside, { then, door }: Wanted): Promise<Outcome> {
    const { caller, member } = inside;
    if (!this.screen.isOurs(inside)) return door([STALE]);
    const opened = await this.passkeys.prove(caller.cookie ?? '', text(caller.raw, 'credential') ?? '', member);
    if ('session' in opened) return { to: this.screen.at(inside, then), member: opened.session };
    return door([refusedAs('refused' in opened ? opened.refused : 'another')]);
  }
}
