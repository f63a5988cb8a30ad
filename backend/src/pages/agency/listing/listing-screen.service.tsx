import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import type { OpenLink } from '../../../partners/index.js';
import { Clock, type Actor } from '../../../platform/index.js';
import { Settings } from '../../../settings/index.js';
import { text } from '../../ask/answers/raw.js';
import type { Form } from '../../frame/fields.js';
import { html } from '../../frame/frame.js';
import { say } from '../../frame/scene.js';
import { Scenes } from '../../frame/scenes.service.js';
import type { Key, Values } from '../../texts/texts.js';
import type { Outcome } from '../../visit/visitor.js';
import { AgencyFrame } from '../agency-frame.js';
import { pathOf, type Caller } from '../caller.js';
import type { Missing } from '../posted.js';
import type { DoorProps } from '../views/door-views.js';
import { faultValues } from './listing-words.js';

/** Somebody who is in, for their agency's listings. */
export interface Inside {
  caller: Caller;
  link: OpenLink;
  actor: Actor;
  /** What a form of theirs carries. */
  proof: string;
}
export interface Shown {
  status?: number;
  title: Key;
  /** What fills the title's holes. */
  values?: Values;
  faults?: readonly Missing[];
  /** Page that "Back" leads to. */
  back?: string | undefined;
  /** Its languages are buttons: nothing typed is lost. */
  form?: boolean;
  /** It takes a passkey: its script comes along. */
  passkey?: boolean;
  view: (props: DoorProps & { now: Date }) => VNode;
}
export const STALE: Missing = { field: 'h', fault: 'agency.stale' };

/** Renders the pages of an agency's listings: all of them in one frame. */
@Injectable()
export class ListingScreen {
  constructor(
    private readonly scenes: Scenes,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  isOurs({ caller, proof }: Inside): boolean {
    return text(caller.raw, 'token') === proof;
  }

  at({ caller }: Pick<Inside, 'caller'>, page: string): string {
    return `/${caller.language}${pathOf(caller, page)}`;
  }

  now(): Date {
    return this.clock.now();
  }

  /** Today at the desk, as YYYY-MM-DD. */
  async today(): Promise<string> {
    const { zone } = await this.settings.desk();
    return new Intl.DateTimeFormat('en-CA', { timeZone: zone ?? 'UTC' }).format(this.clock.now());
  }

  async page({ caller, link, proof }: Inside, { title, values, faults = [], status = faults.length ? 422 : 200, back, form, passkey, view }: Shown): Promise<Outcome> {
    const v = await this.scenes.of(caller.language, caller.path);
    const { zone } = await this.settings.desk();
    const home = pathOf(caller);
    const f: Form = { v, faults: faults.map((one) => ({ field: one.field, text: say(v, one.fault, faultValues(v, one)) })), token: proof };
    const page = (
      <AgencyFrame v={v} link={link} home={home} title={say(v, title, values)} faulty={faults.length > 0} back={back && `${home}${back === 'landing' ? '' : `/${back}`}`} form={form ?? false} passkey={passkey ?? false}>
        {view({ f, link, home, zone, now: this.clock.now() })}
      </AgencyFrame>
    );
    return { status, html: html(page) };
  }
}
