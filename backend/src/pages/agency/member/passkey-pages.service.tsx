import { Injectable } from '@nestjs/common';
import { MemberPasskeys, PasskeyDoors, type Passkey } from '../../../partners/index.js';
import { DeskError, notFound, unauthenticated } from '../../../platform/index.js';
import { text } from '../../ask/answers/raw.js';
import { say } from '../../frame/scene.js';
import { languageOf, type Key } from '../../texts/texts.js';
import type { Outcome } from '../../visit/visitor.js';
import { ListingScreen, STALE } from '../listing/listing-screen.service.js';
import type { Missing } from '../posted.js';
import type { MemberInside } from './member-inside.js';
import { toScript } from './passkey-form.js';
import { NameView, PasskeysView, RemoveView } from './passkey-views.js';
import { ProofPages } from './proof-pages.service.js';

/** Why one was not added, in the page's words. */
const REFUSED: Readonly<Record<string, Key>> = { 'passkey.unproven': 'member.passkey.add.failed', 'passkey.full': 'member.passkey.full', 'passkey.not-fresh': 'member.passkey.old' };

/** Parts of the way to a fresh proof. */
const PROOFS = ['landing', 'code', 'passkey'];

/** The passkeys of who is in: seen, named and removed without script; added with one, on a fresh proof. */
@Injectable()
export class PasskeyPages {
  constructor(
    private readonly passkeys: MemberPasskeys,
    private readonly doors: PasskeyDoors,
    private readonly proof: ProofPages,
    private readonly screen: ListingScreen,
  ) {}

  /** Throws 404 for a passkey that is not theirs. */
  async open(inside: MemberInside, page: string, posted: boolean): Promise<Outcome> {
    if (page === 'landing' && !posted) return this.list(inside);
    return (posted && this.act(inside, page)) || this.prove(inside, page, posted);
  }

  private act(inside: MemberInside, page: string): Promise<Outcome> | undefined {
    if (page === 'add') return this.add(inside);
    return page === 'name' || page === 'remove' ? this.change(inside, page) : undefined;
  }

  private async prove(inside: MemberInside, page: string, posted: boolean): Promise<Outcome> {
    if (inside.member.fresh || !PROOFS.includes(page)) return { to: this.screen.at(inside, 'landing') };
    return this.proof.open(inside, page, posted, { then: 'landing', door: (faults) => this.list(inside, faults) });
  }

  /** For the script: what the device is asked. Undefined for another page. */
  ask(inside: MemberInside, page: string, posted: boolean): Promise<Outcome> | undefined {
    if (!posted || page !== 'passkey-options') return undefined;
    const { caller, member } = inside;
    const cookie = caller.cookie ?? '';
    return toScript(caller, async () => {
      if (!this.screen.isOurs(inside)) throw unauthenticated();
      return { options: await (text(caller.raw, 'way') === 'add' ? this.passkeys.askToAdd(cookie, member) : this.doors.askAgain(cookie, member)) };
    });
  }

  private async list(inside: MemberInside, faults: readonly Missing[] = []): Promise<Outcome> {
    const passkeys = await this.passkeys.list(inside.member);
    return this.screen.page(inside, { title: 'member.passkey.title', faults, passkey: true, view: (props) => <PasskeysView {...props} passkeys={passkeys} fresh={inside.member.fresh} /> });
  }

  private async add(inside: MemberInside): Promise<Outcome> {
    const { caller, member } = inside;
    if (!this.screen.isOurs(inside)) return this.list(inside, [STALE]);
    const { length } = await this.passkeys.list(member);
    const name = text(caller.raw, 'name') ?? say({ language: languageOf(caller.language) }, 'member.passkey.first', { count: length + 1 });
    const refused = await this.passkeys.add(caller.cookie ?? '', member, { text: text(caller.raw, 'credential') ?? '', name }).then(() => undefined, refusedAs);
    return refused ? this.list(inside, [refused]) : { to: this.screen.at(inside, 'landing') };
  }

  /** The first press asks, the second one does it. */
  private async change(inside: MemberInside, what: 'name' | 'remove'): Promise<Outcome> {
    const { raw } = inside.caller;
    const passkey = (await this.passkeys.list(inside.member)).find(({ id }) => id === text(raw, 'passkey'));
    if (!passkey) throw notFound('passkey');
    if (!this.screen.isOurs(inside)) return this.list(inside, [STALE]);
    const sure = what === 'name' ? raw['name'] !== undefined : text(raw, 'sure') !== undefined;
    if (!sure) return this.asked(inside, what, passkey);
    await (what === 'name' ? this.passkeys.rename(inside.member, passkey.id, text(raw, 'name') ?? '') : this.passkeys.remove(inside.member, passkey.id));
    return { to: this.screen.at(inside, 'landing') };
  }

  private asked(inside: MemberInside, what: 'name' | 'remove', passkey: Passkey): Promise<Outcome> {
    const View = what === 'name' ? NameView : RemoveView;
    return this.screen.page(inside, { title: `member.passkey.${what}.title`, values: { name: passkey.name }, back: 'landing', view: (props) => <View {...props} passkey={passkey} /> });
  }
}

function refusedAs(error: unknown): Missing {
  const fault = error instanceof DeskError ? REFUSED[error.code] : undefined;
  if (!fault) throw error;
  return { field: 'h', fault };
}
