import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { Doors, Links, MemberDoors, type OpenLink } from '../../partners/index.js';
import { notFound, type Actor } from '../../platform/index.js';
import { Settings } from '../../settings/index.js';
import { text } from '../ask/answers/raw.js';
import type { Fault, Form } from '../frame/fields.js';
import { html } from '../frame/frame.js';
import { say } from '../frame/scene.js';
import { Scenes } from '../frame/scenes.service.js';
import type { Key } from '../texts/texts.js';
import { changesLanguage, type Outcome } from '../visit/visitor.js';
import { AgencyFrame } from './agency-frame.js';
import { pathOf, type Caller } from './caller.js';
import { AgencyRooms } from './agency-rooms.service.js';
import { CodeView, EndedView, endedWord, landingTitle, LandingView, needsCode, NotMeView, SaidView, type DoorProps } from './views/door-views.js';

/** What is shown: a view of the link, its title, a fault. */
interface Shown {
  status?: number;
  title: Key;
  faults?: readonly Fault[];
  back?: string | undefined;
  form?: boolean;
  within?: boolean;
  view: (props: DoorProps) => VNode;
}

/** An agency's way in: landing, code, then what its link is for. */
@Injectable()
export class AgencyJourney {
  constructor(
    private readonly links: Links,
    private readonly doors: Doors,
    private readonly scenes: Scenes,
    private readonly settings: Settings,
    private readonly rooms: AgencyRooms,
    private readonly members: MemberDoors,
  ) {}

  /** Throws 404 for a token that never was. Changes nothing. */
  async show(caller: Caller, page: string): Promise<Outcome> {
    const link = await this.links.find(caller.token);
    if (link.ended) return this.ended(caller, link);
    if (page === 'not-me') mustHaveNotMe(link);
    const actor = await this.visitor(caller, link);
    if (page === 'not-me') return this.page(caller, link, notMePage(link, Boolean(actor)));
    const inside = this.rooms.open({ caller, link, actor }, page, false);
    return inside ?? this.page(caller, link, needsCode(link) && (page === 'code' || link.codeWaits) ? CODE : landing(link)); // whoever comes back from the mail goes on where they were
  }

  private async visitor(caller: Caller, link: OpenLink): Promise<Actor | undefined> {
    return this.doors.holder(link, caller.actor.requestId) ?? this.doors.visitor(link, caller.cookie, caller.actor.requestId);
  }

  async answer(caller: Caller, page: string): Promise<Outcome> {
    const link = await this.links.find(caller.token);
    if (changesLanguage(caller)) return this.show(caller, page);
    if (page === 'new' && link.ended === 'expired' && link.purpose !== 'invitation') return this.askAnew(caller, link);
    if (link.ended) return this.ended(caller, link);
    return this.atDoor(caller, link, page) ?? this.withAnswer(caller, link, page);
  }

  private atDoor(caller: Caller, link: OpenLink, page: string): Promise<Outcome> | undefined {
    if (page === 'landing' && link.purpose === 'listing') return this.comeIn(caller, link);
    if (page === 'landing' && needsCode(link)) return this.askCode(caller, link);
    if (page === 'code' && needsCode(link)) return this.enter(caller, link);
    return page === 'not-me' ? this.notMe(caller, link) : undefined;
  }

  /** An invitation's code makes a member, who is in from then on. When somebody was quicker, the link says so. */
  private async accept(caller: Caller, link: OpenLink): Promise<Outcome> {
    const member = await this.members.accept(link, text(caller.raw, 'code') ?? '');
    if (member) return { to: `/${caller.language}/agency/inbox`, member };
    const now = await this.links.find(caller.token);
    return now.ended ? this.ended(caller, now) : this.wrongCode(caller, now);
  }

  private async withAnswer(caller: Caller, link: OpenLink, page: string): Promise<Outcome> {
    const actor = await this.visitor(caller, link);
    return this.rooms.open({ caller, link, actor }, page, true) ?? { to: this.at(caller) };
  }

  /** Continue at a listing's link: the link alone opens it. */
  private async comeIn(caller: Caller, link: OpenLink): Promise<Outcome> {
    await this.links.comeIn(link);
    const cookie = await this.doors.comeIn(link);
    return { to: this.at(caller, 'listing'), ...(cookie && { cookie }) };
  }

  private async askCode(caller: Caller, link: OpenLink): Promise<Outcome> {
    if (!link.codeWaits || text(caller.raw, 'again')) await this.links.askCode(link); // a second mail would end the first one's code
    return { to: this.at(caller, 'code') };
  }

  private async askAnew(caller: Caller, link: OpenLink): Promise<Outcome> {
    await this.links.askAnew(link);
    return this.page(caller, link, said('agency.sent.title', 'agency.sent.lead'));
  }

  private async enter(caller: Caller, link: OpenLink): Promise<Outcome> {
    if (link.purpose === 'invitation') return this.accept(caller, link);
    const cookie = await this.doors.enter(link, text(caller.raw, 'code') ?? '');
    return cookie ? { to: this.at(caller, 'facts'), cookie } : this.wrongCode(caller, link);
  }

  private async wrongCode(caller: Caller, link: OpenLink): Promise<Outcome> {
    const scene = await this.scenes.of(caller.language, caller.path);
    return this.page(caller, link, { ...CODE, status: 422, faults: [{ field: 'code', text: say(scene, 'agency.code.wrong') }] });
  }

  /** Whoever only holds the link of what was answered cannot end it: somebody may be waiting. */
  private async notMe(caller: Caller, link: OpenLink): Promise<Outcome> {
    mustHaveNotMe(link);
    if (link.answeredAt && !(await this.doors.visitor(link, caller.cookie))) return this.page(caller, link, notMePage(link, false));
    await this.links.notMe(link);
    return { ...(await this.page(caller, { ...link, ended: 'left' }, said('agency.notMe.done', 'agency.notMe.done.lead'))), cookie: null };
  }

  private ended(caller: Caller, link: OpenLink): Promise<Outcome> {
    return this.page(caller, link, { status: 410, title: `${endedWord(link)}.title`, view: (props) => <EndedView {...props} /> });
  }

  private at(caller: Caller, page?: string): string {
    return `/${caller.language}${pathOf(caller, page)}`;
  }

  private async page(caller: Caller, link: OpenLink, { status = 200, title, faults = [], back, form = false, within = false, view }: Shown): Promise<Outcome> {
    const v = await this.scenes.of(caller.language, caller.path);
    const { zone } = await this.settings.desk();
    const f: Form = { v, faults, token: '' };
    const home = pathOf(caller);
    const page = (
      <AgencyFrame v={v} link={link} home={home} title={say(v, title)} faulty={faults.length > 0} back={back === undefined ? undefined : `${home}${back}`} form={form} within={within}>
        {view({ f, link, home, zone })}
      </AgencyFrame>
    );
    return { status, html: html(page) };
  }
}

/** Who is invited and does not want it does nothing: the agency's mailbox is not theirs to take off. */
function mustHaveNotMe({ purpose }: OpenLink): void {
  if (purpose === 'invitation') throw notFound('page');
}

const CODE: Shown = { title: 'agency.code.title', within: true, view: (props) => <CodeView {...props} /> };
const notMePage = ({ answeredAt }: OpenLink, within: boolean): Shown => ({ title: 'agency.help', back: '', view: (props) => <NotMeView {...props} locked={answeredAt !== null && !within} /> });
const landing = (link: OpenLink): Shown => ({ title: landingTitle(link), view: (props) => <LandingView {...props} /> });
const said = (title: Key, lead: Key): Shown => ({ title, view: ({ f }) => <SaidView v={f.v} title={title} lead={lead} /> });
