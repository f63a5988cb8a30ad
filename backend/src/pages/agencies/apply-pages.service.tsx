import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { AddressBuckets } from '../../intake/index.js';
import { Applications, type NewApplication } from '../../partners/index.js';
import { Clock } from '../../platform/index.js';
import { text } from '../ask/answers/raw.js';
import type { Form } from '../frame/fields.js';
import { Frame, html } from '../frame/frame.js';
import { say } from '../frame/scene.js';
import { Scenes } from '../frame/scenes.service.js';
import type { Key } from '../texts/texts.js';
import { changesLanguage, type Outcome, type Visitor } from '../visit/visitor.js';
import { SaidView } from '../agency/views/door-views.js';
import { appliedOf, typedOf, type Fault } from './applied.js';
import { ApplyView, PolicyView, StandingView } from './apply-views.js';

const TOO_FAST_MS = 5000;
const WORDS = 2000;

/** The policy of what is listed, and the way in for a place that is not. */
@Injectable()
export class ApplyPages {
  constructor(
    private readonly applications: Applications,
    private readonly buckets: AddressBuckets,
    private readonly scenes: Scenes,
    private readonly clock: Clock,
  ) {}

  policy(visitor: Visitor): Promise<Outcome> {
    return this.page(visitor, 'policy.title', (f) => <PolicyView f={f} />);
  }

  form(visitor: Visitor, faults: readonly Fault[] = []): Promise<Outcome> {
    const begun = text(visitor.raw, 'begun') ?? this.applications.begun(this.clock.now().getTime());
    return this.page(visitor, 'apply.title', (f) => <ApplyView f={f} typed={typedOf(visitor.raw)} begun={begun} />, faults);
  }

  /** A machine's is kept, too, and marked: a steward sees it, nobody is refused by it. */
  async apply(visitor: Visitor): Promise<Outcome> {
    if (changesLanguage(visitor)) return this.form(visitor);
    const applied = appliedOf(typedOf(visitor.raw));
    if (Array.isArray(applied)) return this.form(visitor, applied);
    await this.applications.submit(visitor.actor, { ...applied, language: visitor.language, doubt: this.doubt(visitor) });
    return this.page(visitor, 'apply.done.title', (f) => <SaidView v={f.v} title="apply.done.title" lead="apply.done.lead" />);
  }

  private doubt({ raw, address }: Visitor): NewApplication['doubt'] {
    const busy = this.buckets.isBusy('application', address);
    if (text(raw, 'website')) return 'honeypot';
    const begun = this.applications.begunAt(text(raw, 'begun') ?? '');
    if (begun === undefined || this.clock.now().getTime() - begun < TOO_FAST_MS) return 'too-fast';
    return busy ? 'many-from-one-address' : null;
  }

  /** Throws 404 for a link that never was. */
  async standing(visitor: Visitor, token: string, faults: readonly Fault[] = []): Promise<Outcome> {
    const standing = await this.applications.find(token);
    return this.page(visitor, `application.${standing.state}.title`, (f) => <StandingView f={f} standing={standing} words={text(visitor.raw, 'appeal')} />, faults);
  }

  async appeal(visitor: Visitor, token: string): Promise<Outcome> {
    const words = text(visitor.raw, 'appeal')?.slice(0, WORDS);
    if (changesLanguage(visitor)) return this.standing(visitor, token);
    if (!words) return this.standing(visitor, token, [{ field: 'appeal', key: 'application.appeal.missing' }]);
    await this.applications.appeal(visitor.actor, token, words);
    return { to: `/${visitor.language}${visitor.path}` };
  }

  private async page({ language, path }: Visitor, title: Key, view: (f: Form) => VNode, faults: readonly Fault[] = []): Promise<Outcome> {
    const v = await this.scenes.of(language, path);
    const f: Form = { v, faults: faults.map(({ field, key }) => ({ field, text: say(v, key) })), token: '' };
    return {
      status: faults.length ? 422 : 200,
      html: html(
        <Frame v={v} title={say(v, title)} faulty={faults.length > 0} form={title === 'apply.title'}>
          {view(f)}
        </Frame>,
      ),
    };
  }
}
