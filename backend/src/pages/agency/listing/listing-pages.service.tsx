import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { isSame, isUuid, type OwnValues } from '../../../directory/index.js';
import { changesOf, Doors, ListingKeeping, type Changes, type KeptListing, type OpenLink } from '../../../partners/index.js';
import { Clock, DeskError, notFound, type Actor } from '../../../platform/index.js';
import { Settings } from '../../../settings/index.js';
import { text } from '../../ask/answers/raw.js';
import type { Form } from '../../frame/fields.js';
import { html } from '../../frame/frame.js';
import { say } from '../../frame/scene.js';
import { Scenes } from '../../frame/scenes.service.js';
import { languageOf, type Key } from '../../texts/texts.js';
import type { Outcome } from '../../visit/visitor.js';
import { AgencyFrame } from '../agency-frame.js';
import { pathOf, type Caller } from '../caller.js';
import type { Missing } from '../posted.js';
import type { DoorProps } from '../views/door-views.js';
import { ChangeView, ReviewView, RoomView } from './change-views.js';
import { faultValues, spansInWords, takingNow } from './listing-words.js';
import { ListView, SentView } from './listing-views.js';
import { takingOf, typedIn, typedOf, valuesOf, type SpansInWords, type Typed } from './typed.js';

/** Somebody who is in, for their agency's listings. */
interface Inside {
  caller: Caller;
  link: OpenLink;
  actor: Actor;
}
interface Shown {
  status?: number;
  title: Key;
  faults?: readonly Missing[];
  back?: boolean;
  /** Its languages are buttons: nothing typed is lost. */
  form?: boolean;
  view: (props: DoorProps & { now: Date }) => VNode;
}
type Step = (inside: Inside, listing: KeptListing, posted: boolean) => Promise<Outcome>;
const STALE: Missing = { field: 'h', fault: 'agency.stale' };
const SAME: Missing = { field: 'hoursMO', fault: 'listing.change.same' };

/** The pages on which an agency keeps its listings: confirm, say whether it takes people, change, look over, send. */
@Injectable()
export class ListingPages {
  private readonly steps = new Map<string, Step>(Object.entries<Step>({
    room: (inside, listing, posted) => (posted ? this.takeRoom(inside, listing) : this.room(inside, listing)),
    change: (inside, listing, posted) => (posted && text(inside.caller.raw, 'edit') === undefined ? this.look(inside, listing) : this.change(inside, listing, this.begin(inside, listing))),
    review: (inside, listing, posted) => (posted ? this.send(inside, listing) : this.change(inside, listing, this.begin(inside, listing))),
    sent: (inside, listing) => this.sent(inside, listing),
  }));

  constructor(
    private readonly keeping: ListingKeeping,
    private readonly doors: Doors,
    private readonly scenes: Scenes,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Throws 404 for another page or another agency's listing. */
  async open(inside: Inside, name: string, posted: boolean): Promise<Outcome> {
    if (['listing', 'landing', 'code'].includes(name)) return posted ? this.confirm(inside) : this.list(inside);
    const [, step = '', id = ''] = /^([a-z]+)-(.+)$/.exec(name) ?? [];
    const take = this.steps.get(step);
    if (!take || !isUuid(id)) throw notFound('page');
    return take(inside, await this.keeping.one(inside.actor, id), posted);
  }

  private inWords({ caller }: Inside): SpansInWords {
    return (spans) => spansInWords(languageOf(caller.language), spans);
  }

  private begin(inside: Inside, listing: KeptListing): Typed {
    return typedOf(inside.caller.raw, listing, this.inWords(inside));
  }

  private isOurs({ caller }: Inside): boolean {
    return text(caller.raw, 'token') === this.doors.formToken(caller.cookie ?? '');
  }

  private async list(inside: Inside, faults: readonly Missing[] = []): Promise<Outcome> {
    const listings = await this.keeping.all(inside.actor);
    return this.page(inside, { title: 'agency.listing.title', faults, ...(faults.length && { status: 403 }), view: (props) => <ListView {...props} listings={listings} /> });
  }

  private async confirm(inside: Inside): Promise<Outcome> {
    if (!this.isOurs(inside)) return this.list(inside, [STALE]);
    const service = text(inside.caller.raw, 'service') ?? '';
    if (!isUuid(service)) throw notFound('page');
    await this.keeping.confirm(inside.actor, service, (text(inside.caller.raw, 'seen') ?? '').slice(0, 64));
    return { to: `${this.at(inside, 'listing')}#l${service}` };
  }

  private room(inside: Inside, listing: KeptListing, faults: readonly Missing[] = []): Promise<Outcome> {
    const { raw } = inside.caller;
    const said = takingNow(listing, this.clock.now());
    const [answer, until] = [text(raw, 'answer') ?? said?.answer, text(raw, 'until') ?? said?.until ?? undefined];
    return this.page(inside, { title: 'listing.room.title', faults, back: true, form: true, view: (props) => <RoomView {...props} listing={listing} answer={answer} until={until} /> });
  }

  private async takeRoom(inside: Inside, listing: KeptListing): Promise<Outcome> {
    const { zone } = await this.settings.desk();
    const said = takingOf(inside.caller.raw, new Intl.DateTimeFormat('en-CA', { timeZone: zone ?? 'UTC' }).format(this.clock.now()));
    if (!this.isOurs(inside)) return this.room(inside, listing, [STALE]);
    if ('fault' in said) return this.room(inside, listing, [said]);
    await this.keeping.sayTaking(inside.actor, listing.serviceId, said);
    return { to: `${this.at(inside, 'listing')}#l${listing.serviceId}` };
  }

  private change(inside: Inside, listing: KeptListing, typed: Typed, faults: readonly Missing[] = []): Promise<Outcome> {
    return this.page(inside, { title: 'listing.change.title', faults, back: true, form: true, view: (props) => <ChangeView {...props} listing={listing} typed={typed} /> });
  }

  /** What was typed as values and changes, or the page again with what to do about it. */
  private read(inside: Inside, { facts }: KeptListing, typed: Typed): { values: OwnValues; changes: Changes } | Missing[] {
    const values = valuesOf(typed, facts);
    if (Array.isArray(values)) return values;
    if (!this.isOurs(inside)) return [STALE];
    const changes = changesOf(facts, values, isSame);
    return Object.keys(changes).length ? { values, changes } : [SAME];
  }

  private async look(inside: Inside, listing: KeptListing): Promise<Outcome> {
    const typed = typedIn(inside.caller.raw);
    const read = this.read(inside, listing, typed);
    if (Array.isArray(read)) return this.change(inside, listing, typed, read);
    return this.page(inside, { title: 'listing.review.title', form: true, view: (props) => <ReviewView {...props} listing={listing} typed={typed} changes={read.changes} /> });
  }

  private async send(inside: Inside, listing: KeptListing): Promise<Outcome> {
    const typed = typedIn(inside.caller.raw);
    const read = this.read(inside, listing, typed);
    if (Array.isArray(read)) return this.change(inside, listing, typed, read);
    try {
      await this.keeping.propose(inside.actor, listing.serviceId, { values: read.values, note: typed['note'], version: Number(typed['version']) || 0 });
    } catch (error) {
      if (!(error instanceof DeskError) || error.code !== 'proposal.open') throw error;
      return this.quicker(inside, listing);
    }
    return { to: this.at(inside, `sent-${listing.serviceId}`) };
  }

  private async sent(inside: Inside, listing: KeptListing): Promise<Outcome> {
    if (listing.proposal?.state !== 'open') return { to: this.at(inside, 'listing') };
    return this.page(inside, { title: 'listing.sent.title', view: (props) => <SentView {...props} listing={listing} /> });
  }

  /** Somebody sent or decided one meanwhile: what stands now is shown, to be changed again. */
  private async quicker(inside: Inside, { serviceId }: KeptListing): Promise<Outcome> {
    const now = await this.keeping.one(inside.actor, serviceId);
    return this.change(inside, now, typedOf({}, now, this.inWords(inside)), [{ field: 'h', fault: 'listing.change.quicker' }]);
  }

  private at({ caller }: Inside, page: string): string {
    return `/${caller.language}${pathOf(caller, page)}`;
  }

  private async page({ caller, link }: Inside, { title, faults = [], status = faults.length ? 422 : 200, back, form, view }: Shown): Promise<Outcome> {
    const v = await this.scenes.of(caller.language, caller.path);
    const { zone } = await this.settings.desk();
    const home = pathOf(caller);
    const f: Form = { v, faults: faults.map(({ field, fault }) => ({ field, text: say(v, fault, faultValues(v, field)) })), token: this.doors.formToken(caller.cookie ?? '') };
    const page = (
      <AgencyFrame v={v} link={link} home={home} title={say(v, title)} faulty={faults.length > 0} back={back ? `${home}/listing` : undefined} form={form ?? false}>
        {view({ f, link, home, zone, now: this.clock.now() })}
      </AgencyFrame>
    );
    return { status, html: html(page) };
  }
}
