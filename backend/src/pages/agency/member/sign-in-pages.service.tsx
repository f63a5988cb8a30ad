import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { isUuid } from '../../../directory/index.js';
import { Doors, MemberDoors, MemberKnocks } from '../../../partners/index.js';
import { PUBLIC } from '../../../platform/index.js';
import { text } from '../../ask/answers/raw.js';
import type { Outcome } from '../../visit/visitor.js';
import type { Caller } from '../caller.js';
import { ListingScreen, STALE, type Inside } from '../listing/listing-screen.service.js';
import type { Missing } from '../posted.js';
import { AT_DOOR } from './member-inside.js';
import { DoorCodeView, SignInView, WhichView } from './sign-in-views.js';
import { slowly } from './slowly.js';

const MOST = 254;

/** The door of the account: an address, a mailed code, and for who has several places which one. It never says whether an address is known. */
@Injectable()
export class SignInPages {
  constructor(
    private readonly knocks: MemberKnocks,
    private readonly doors: MemberDoors,
    private readonly forms: Doors,
    private readonly screen: ListingScreen,
  ) {}

  /** Every other page leads here: nobody is in. */
  open(caller: Caller, page: string, posted: boolean): Promise<Outcome> {
    const inside: Inside = { caller, link: AT_DOOR, actor: PUBLIC, proof: this.forms.formToken(caller.cookie ?? '') };
    if (page === 'code') return posted ? this.enter(inside) : this.code(inside);
    if (page === 'which') return posted ? this.choose(inside) : this.which(inside);
    if (page) return Promise.resolve({ to: this.at(inside) });
    return posted ? slowly(this.screen, inside, () => this.knock(inside)) : this.door(inside);
  }

  private at({ caller }: Inside, page = ''): string {
    return `/${caller.language}/agency${page && `/${page}`}`;
  }

  private door(inside: Inside, faults: readonly Missing[] = []): Promise<Outcome> {
    return this.screen.page(inside, { title: 'member.door.title', faults, form: true, view: (props) => <SignInView {...props} typed={text(inside.caller.raw, 'email')} /> });
  }

  private async knock(inside: Inside): Promise<Outcome> {
    const { raw, address } = inside.caller;
    const email = text(raw, 'email') ?? '';
    if (!isEmail(email) || email.length > MOST) return this.door(inside, [{ field: 'email', fault: 'member.email.odd' }]);
    return { to: this.at(inside, 'code'), member: await this.knocks.knock(email, address) };
  }

  private async code(inside: Inside, faults: readonly Missing[] = []): Promise<Outcome> {
    if (!(await this.doors.stands(inside.caller.cookie))) return { to: this.at(inside) };
    return this.screen.page(inside, { title: 'agency.code.title', faults, back: 'landing', view: (props) => <DoorCodeView {...props} /> });
  }

  private async enter(inside: Inside): Promise<Outcome> {
    if (!this.screen.isOurs(inside)) return this.code(inside, [STALE]);
    const entered = await this.doors.enter(inside.caller.cookie, text(inside.caller.raw, 'code') ?? '');
    if (!entered) return this.code(inside, [{ field: 'code', fault: 'agency.code.wrong' }]);
    return 'session' in entered ? { to: this.at(inside, 'inbox'), member: entered.session } : { to: this.at(inside, 'which') };
  }

  private async which(inside: Inside, faults: readonly Missing[] = []): Promise<Outcome> {
    const places = await this.doors.places(inside.caller.cookie);
    if (!places.length) return { to: this.at(inside) };
    return this.screen.page(inside, { title: 'member.which.title', faults, view: (props) => <WhichView {...props} places={places} /> });
  }

  private async choose(inside: Inside): Promise<Outcome> {
    if (!this.screen.isOurs(inside)) return this.which(inside, [STALE]);
    const wanted = text(inside.caller.raw, 'member') ?? '';
    const session = isUuid(wanted) ? await this.doors.choose(inside.caller.cookie, wanted) : undefined;
    return session ? { to: this.at(inside, 'inbox'), member: session } : this.which(inside);
  }
}
