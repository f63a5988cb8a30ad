import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { isUuid } from '../../../directory/index.js';
import { Doors, MemberDoors, MemberKnocks, PasskeyDoors } from '../../../partners/index.js';
import { PUBLIC } from '../../../platform/index.js';
import { text } from '../../ask/answers/raw.js';
import type { Outcome } from '../../visit/visitor.js';
import type { Caller } from '../caller.js';
import { ListingScreen, STALE, type Inside } from '../listing/listing-screen.service.js';
import type { Missing } from '../posted.js';
import { AT_DOOR } from './member-inside.js';
import { DoorCodeView, SignInView, WhichView } from './sign-in-views.js';
import { refusedAs, toScript } from './passkey-form.js';
import { slowly } from './slowly.js';

const MOST = 254;

/** The door of the account: an address and a mailed code, or a passkey; for who has several places which one. It never says whether an address is known. */
@Injectable()
export class SignInPages {
  constructor(
    private readonly knocks: MemberKnocks,
    private readonly doors: MemberDoors,
    private readonly forms: Doors,
    private readonly passkeys: PasskeyDoors,
    private readonly screen: ListingScreen,
  ) {}

  private readonly shown = new Map<string, (inside: Inside) => Promise<Outcome>>([
    ['', (inside) => this.door(inside)],
    ['code', (inside) => this.code(inside)],
    ['which', (inside) => this.which(inside)],
  ]);
  private readonly acts = new Map<string, (inside: Inside) => Promise<Outcome>>([
    ['', (inside) => slowly(this.screen, inside, () => this.knock(inside))],
    ['code', (inside) => this.enter(inside)],
    ['which', (inside) => this.choose(inside)],
    ['passkey-options', ({ caller }) => toScript(caller, () => this.passkeys.ask(caller.cookie, caller.address))],
    ['passkey', (inside) => slowly(this.screen, inside, () => this.passkey(inside))],
  ]);

  /** Every other page leads here: nobody is in. */
  async open(caller: Caller, page: string, posted: boolean): Promise<Outcome> {
    const inside: Inside = { caller, link: AT_DOOR, actor: PUBLIC, proof: this.forms.formToken(caller.cookie ?? '') };
    const work = (posted ? this.acts : this.shown).get(page);
    return work ? work(inside) : { to: this.at(inside) };
  }

  private at({ caller }: Inside, page = ''): string {
    return `/${caller.language}/agency${page && `/${page}`}`;
  }

  private door(inside: Inside, faults: readonly Missing[] = []): Promise<Outcome> {
    return this.screen.page(inside, { title: 'member.door.title', faults, form: true, passkey: true, view: (props) => <SignInView {...props} typed={text(inside.caller.raw, 'email')} /> });
  }

  private async knock(inside: Inside): Promise<Outcome> {
    const { raw, address } = inside.caller;
    const email = text(raw, 'email') ?? '';
    if (!isEmail(email) || email.length > MOST) return this.door(inside, [{ field: 'email', fault: 'member.email.odd' }]);
    return { to: this.at(inside, 'code'), member: await this.knocks.knock(email, address) };
  }

  /** No form's proof is asked for: what the device signed is bound to this browser's own question. */
  private async passkey(inside: Inside): Promise<Outcome> {
    const { raw, cookie, address } = inside.caller;
    const opened = await this.passkeys.enter(cookie, text(raw, 'credential') ?? '', address);
    if ('refused' in opened) return this.door(inside, [refusedAs(opened.refused)]);
    return 'session' in opened ? { to: this.at(inside, 'inbox'), member: opened.session } : { to: this.at(inside, 'which') };
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
