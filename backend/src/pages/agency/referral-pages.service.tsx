import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { Answering, type NewAnswer, type SharedReferral } from '../../partners/index.js';
import { notFound } from '../../platform/index.js';
import { Settings } from '../../settings/index.js';
import { text } from '../ask/answers/raw.js';
import type { Fault, Form } from '../frame/fields.js';
import { html } from '../frame/frame.js';
import { say } from '../frame/scene.js';
import { Scenes } from '../frame/scenes.service.js';
import type { Key } from '../texts/texts.js';
import type { Outcome } from '../visit/visitor.js';
import { AgencyFrame } from './agency-frame.js';
import { pathOf } from './caller.js';
import { RoomPages } from './listing/room-pages.service.js';
import type { Inside } from './listing/listing-screen.service.js';
import { FactsView, factsTitle } from './views/facts-view.js';
import { answerOf, PAGES, typedOf, type Missing, type PageName } from './posted.js';
import { CannotView, LaterView, MoreView, type ReferralProps, type Typed } from './views/referral-views.js';

/** Somebody who is in, for one referral. */
export interface AtReferral extends Inside {
  disclosureId: string;
}

/** `asks`: what may be said on it; without that there is nothing to show, and the facts stand instead. */
const VIEWS: Readonly<Record<PageName, { title: Key | ((referral: SharedReferral) => Key); view: (props: ReferralProps) => VNode; asks?: NewAnswer['stage'] }>> = {
  facts: { title: factsTitle, view: (props) => <FactsView {...props} /> },
  cannot: { title: 'agency.cannot.title', view: (props) => <CannotView {...props} />, asks: 'first' },
  more: { title: 'agency.more.title', view: (props) => <MoreView {...props} />, asks: 'first' },
  later: { title: 'agency.later.title', view: (props) => <LaterView {...props} />, asks: 'end' },
};

/** Throws 404 for no page. */
function pageNamed(name: string): PageName {
  const page = ['landing', 'code'].includes(name) ? 'facts' : PAGES.find((one) => one === name);
  if (!page) throw notFound('page');
  return page;
}

const titleOf = (page: PageName, referral: SharedReferral): Key => {
  const { title } = VIEWS[page];
  return typeof title === 'string' ? title : title(referral);
};

/** What was typed; a member need not type who they are. */
function typedBy({ caller, link }: AtReferral): Typed {
  const typed = typedOf(caller.raw);
  return { ...typed, by: typed.by ?? link.member?.name };
}

/** The pages of one referral, for its agency. */
@Injectable()
export class ReferralPages {
  constructor(
    private readonly answering: Answering,
    private readonly rooms: RoomPages,
    private readonly scenes: Scenes,
    private readonly settings: Settings,
  ) {}

  /** Shows a page, or takes what was posted to it. Throws 404 for another page, or when the consent was withdrawn. */
  async open(inside: AtReferral, name: string, posted: boolean): Promise<Outcome> {
    if (name === 'room') return this.room(inside, posted);
    const page = pageNamed(name);
    if (posted) return this.take(inside, page);
    const referral = await this.answering.read(inside.actor, inside.disclosureId);
    const { asks } = VIEWS[page];
    return this.page(inside, !asks || referral.may.includes(asks) ? page : 'facts', referral);
  }

  /** Whether its listing takes new people at all: asked of whoever has no room for one. */
  private async room(inside: AtReferral, posted: boolean): Promise<Outcome> {
    const listing = await this.rooms.listingOf(inside);
    if (!listing) throw notFound('page');
    return this.rooms.open(inside, listing, { page: 'room', then: 'facts', back: 'facts' }, posted);
  }

  private async take(inside: AtReferral, page: PageName): Promise<Outcome> {
    const { caller } = inside;
    const answer = answerOf(page, caller.raw);
    if (text(caller.raw, 'token') !== inside.proof) return this.again(inside, page, 403, { field: 'h', fault: 'agency.stale' });
    if ('fault' in answer) return this.again(inside, page, 422, answer);
    await this.answering.answer(inside.actor, inside.disclosureId, answer);
    return { to: `/${caller.language}${pathOf(caller, 'facts')}` };
  }

  /** The same page with what was typed, and what to do about it. */
  private async again(inside: AtReferral, page: PageName, status: number, { field, fault }: Missing): Promise<Outcome> {
    const referral = await this.answering.read(inside.actor, inside.disclosureId);
    const v = await this.scenes.of(inside.caller.language, inside.caller.path);
    return this.page(inside, page, referral, { status, faults: [{ field, text: say(v, fault) }] });
  }

  private async page(inside: AtReferral, name: PageName, referral: SharedReferral, { status = 200, faults = [] }: { status?: number; faults?: readonly Fault[] } = {}): Promise<Outcome> {
    const { caller, link, proof } = inside;
    const v = await this.scenes.of(caller.language, caller.path);
    const { zone } = await this.settings.desk();
    const listing = await this.rooms.listingOf(inside);
    const home = pathOf(caller);
    const f: Form = { v, faults, token: proof };
    const { view } = VIEWS[name];
    const page = (
      <AgencyFrame v={v} link={link} home={home} title={say(v, titleOf(name, referral))} faulty={faults.length > 0} back={name === 'facts' ? undefined : `${home}/facts`} form within>
        {view({ f, link, home, zone, referral, typed: typedBy(inside), room: listing && { saidAt: listing.taking?.saidAt ?? null } })}
      </AgencyFrame>
    );
    return { status, html: html(page) };
  }
}
