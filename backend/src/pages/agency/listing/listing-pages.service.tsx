import { Injectable } from '@nestjs/common';
import { isUuid, type OwnField, type OwnValues } from '../../../directory/index.js';
import { Drafting, fieldsOfPart, isPart, ListingKeeping, sentOf, wantedOf, type KeptListing, type Part } from '../../../partners/index.js';
import { notFound } from '../../../platform/index.js';
import { text } from '../../ask/answers/raw.js';
import { say } from '../../frame/scene.js';
import { languageOf } from '../../texts/texts.js';
import type { Outcome } from '../../visit/visitor.js';
import type { Missing } from '../posted.js';
import { calendarDay } from './calendar.js';
import { withClosedDays } from './closed-days.js';
import { markOfPart } from './field-mark.js';
import { FieldView } from './field-views.js';
import { spansInWords } from './listing-words.js';
import { ListingScreen, STALE, type Inside } from './listing-screen.service.js';
import { DoneView, ListView, listTitle } from './listing-views.js';
import { ReviewPages } from './review-pages.service.js';
import { RoomPages } from './room-pages.service.js';
import { isMissing, isPosted, postedFields, typedFrom, typedIn, valueOf, type Typed } from './typed.js';

type Step = (inside: Inside, posted: boolean) => Promise<Outcome>;

/** The pages on which an agency keeps its listings: all is right by one press, or part by part, each saved by itself. */
@Injectable()
export class ListingPages {
  private readonly steps = new Map<string, Step>(Object.entries<Step>({
    listing: (inside, posted) => (posted ? this.confirm(inside) : this.list(inside)),
    done: (inside) => this.done(inside),
    calendar: (inside) => this.calendar(inside),
    mails: (inside, posted) => this.reviews.mails(inside, posted),
  }));

  constructor(
    private readonly keeping: ListingKeeping,
    private readonly drafting: Drafting,
    private readonly rooms: RoomPages,
    private readonly reviews: ReviewPages,
    private readonly screen: ListingScreen,
  ) {}

  /** Throws 404 for another page or another agency's listing. */
  async open(inside: Inside, name: string, posted: boolean): Promise<Outcome> {
    const step = this.steps.get(['landing', 'code'].includes(name) ? 'listing' : name);
    if (step) return step(inside, posted);
    const [, part = '', id = ''] = /^([a-z]+)-(.+)$/.exec(name) ?? [];
    if (!isUuid(id)) throw notFound('page');
    return this.ofOne(inside, part, await this.keeping.one(inside.actor, id), posted);
  }

  private ofOne(inside: Inside, part: string, listing: KeptListing, posted: boolean): Promise<Outcome> {
    if (isPart(part)) return posted ? this.save(inside, listing, part) : this.field(inside, listing, part);
    if (part === 'room') return this.rooms.open(inside, listing, { page: `room-${listing.serviceId}`, then: `listing#room-${listing.serviceId}`, back: 'listing' }, posted);
    if (part === 'say' && posted) return this.say(inside, listing);
    if (part === 'review') return this.reviews.review(inside, listing, posted);
    if (part === 'sent') return this.reviews.sent(inside, listing);
    throw notFound('page');
  }

  private async list(inside: Inside, faults: readonly Missing[] = [], status = faults.length ? 403 : 200): Promise<Outcome> {
    const listings = await this.keeping.all(inside.actor);
    const title = listings.length ? listTitle(listings) : 'agency.listing.title';
    return this.screen.page(inside, { title, values: { count: listings.length }, faults, status, view: (props) => <ListView {...props} listings={listings} /> });
  }

  /** Of all listings that the page showed, or of one. */
  private async confirm(inside: Inside): Promise<Outcome> {
    if (!this.screen.isOurs(inside)) return this.list(inside, [STALE]);
    const { raw } = inside.caller;
    const seen = Object.keys(raw).filter((name) => name.startsWith('seen-') && isUuid(name.slice(5))).map((name): [string, string] => [name.slice(5), (text(raw, name) ?? '').slice(0, 64)]);
    if (!seen.length) throw notFound('page');
    await this.keeping.confirm(inside.actor, Object.fromEntries(seen));
    await this.keeping.settled(inside.actor);
    return { to: this.screen.at(inside, 'done') };
  }

  private async done(inside: Inside): Promise<Outcome> {
    const listings = await this.keeping.all(inside.actor);
    return this.screen.page(inside, { title: 'listing.done.title', view: (props) => <DoneView {...props} listings={listings} /> });
  }

  /** The day of the next check. */
  private async calendar(inside: Inside): Promise<Outcome> {
    const [day] = (await this.keeping.all(inside.actor)).map(({ facts }) => facts.nextCheckOn).filter((one) => one !== null).sort();
    if (!day) throw notFound('page');
    const v = { language: languageOf(inside.caller.language) };
    const body = calendarDay({ day, title: say(v, 'listing.calendar.title'), text: say(v, 'listing.calendar.text'), stamp: this.screen.now().toISOString(), uid: `${inside.link.id}@${day}` });
    return { file: 'next-check.ics', type: 'text/calendar; charset=utf-8', body };
  }

  /** Right, or another time: of one field, as the page showed it. */
  private async say(inside: Inside, listing: KeptListing): Promise<Outcome> {
    if (!this.screen.isOurs(inside)) return this.list(inside, [STALE]);
    const { state, field, mark } = foundIn(text(inside.caller.raw, 'say') ?? '');
    if (mark !== markOfPart(field, listing.facts)) return this.list(inside, [{ field: 'h', fault: 'listing.moved' }], 409);
    for (const one of fieldsOfPart(field)) await this.drafting.save(inside.actor, listing.serviceId, { field: one, state });
    return { to: this.screen.at(inside, `listing#${field}-${listing.serviceId}`) };
  }

  /** What the page begins with: what was typed, else the draft, else what was sent, else the listing. */
  private begin({ caller }: Inside, listing: KeptListing, part: Part): Typed {
    if (isPosted(caller.raw, part)) return typedIn(caller.raw, part);
    return withClosedDays(typedFrom(wantedOf(listing.facts, sentOf(listing), listing.drafts), (spans) => spansInWords(languageOf(caller.language), spans)));
  }

  private field(inside: Inside, listing: KeptListing, part: Part, faults: readonly Missing[] = []): Promise<Outcome> {
    const typed = this.begin(inside, listing, part);
    return this.screen.page(inside, { title: `listing.${part}`, faults, back: 'listing', form: true, view: (props) => <FieldView {...props} listing={listing} part={part} typed={typed} /> });
  }

  private async save(inside: Inside, listing: KeptListing, part: Part): Promise<Outcome> {
    const typed = typedIn(inside.caller.raw, part);
    const read = postedFields(inside.caller.raw, part).map((field) => ({ field, after: valueOf(field, typed, listing.facts) }));
    const faults = read.flatMap(({ after }) => (isMissing(after) ? after : []));
    if (faults.length) return this.field(inside, listing, part, faults);
    if (!this.screen.isOurs(inside)) return this.field(inside, listing, part, [STALE]);
    for (const { field, after } of read) await this.drafting.save(inside.actor, listing.serviceId, { field, state: 'changed', after: after as OwnValues[OwnField] });
    return { to: this.screen.at(inside, `listing#${part}-${listing.serviceId}`) };
  }
}

/** `right.hours.0123456789ab`: what was found, of which field, and what that field showed. Throws 404 for anything else. */
function foundIn(said: string): { state: 'right' | 'later'; field: Part; mark: string } {
  const [, state, field = '', mark = ''] = /^(right|later)\.([a-z]+)\.([0-9a-f]{12})$/.exec(said) ?? [];
  if (!isPart(field)) throw notFound('page');
  return { state: state as 'right' | 'later', field, mark };
}
