import { Injectable } from '@nestjs/common';
import { DeskError, notFound, type Actor } from '../../platform/index.js';
import { Options, Previews, PROPOSED, Referrals, SHARED_FIELDS, type ReferralPreview, type SharedField } from '../../referrals/index.js';
import { code, list, text } from '../ask/answers/raw.js';
import type { Fault } from '../frame/fields.js';
import type { Key } from '../texts/texts.js';
import type { Outcome } from '../visit/visitor.js';
import { faultOf, formOf, goTo, pageOf, told, type Again, type Steps, type Turn } from './turn.js';
import { previewPage, sharePage, unaskablePage, whyPage } from './views/share-views.js';

const DECISIONS = ['chosen', 'declined', 'undecided'] as const;
const MOST_WHY = 500;

/** Saying yes or no to an option, and the two ways to go from there. */
@Injectable()
export class ChoosingSteps {
  readonly steps: Steps = {
    decide: { act: (turn) => this.decide(turn) },
    why: { show: (turn, again) => this.why(turn, again), act: (turn) => this.because(turn) },
    take: { act: (turn) => this.take(turn) },
    share: { show: (turn, again) => this.share(turn, again), act: (turn) => this.pick(turn) },
    preview: { show: (turn, again) => this.preview(turn, again), act: (turn) => this.send(turn) },
  };

  constructor(
    private readonly options: Options,
    private readonly previews: Previews,
    private readonly referrals: Referrals,
  ) {}

  private async decide(turn: Turn): Promise<Outcome> {
    const { actor, visitor, stay, inquiry } = turn;
    const decision = code(visitor.raw, 'decision', DECISIONS);
    if (!decision || inquiry.status === 'closed') return goTo(turn);
    const { id } = await this.options.decide(actor, idIn(turn, 'option'), { decision });
    if (decision !== 'declined') return told(turn, decision === 'chosen' ? 'told.chosen' : 'told.undecided');
    stay.state.declined = id;
    return goTo(turn, 'why');
  }

  private why(turn: Turn, again: Again = { status: 200 }): Promise<Outcome> {
    const { declined } = turn.stay.state;
    return Promise.resolve(declined ? pageOf(whyPage(formOf(turn, again.faults), again.typed ? text(turn.visitor.raw, 'why') : undefined), again.status) : goTo(turn));
  }

  private async because(turn: Turn): Promise<Outcome> {
    const { actor, visitor, stay } = turn;
    const why = text(visitor.raw, 'why');
    if (why && why.length > MOST_WHY) return this.why(turn, { status: 422, faults: [faultOf(turn, 'why', 'why.long', MOST_WHY)], typed: true });
    if (why && stay.state.declined) await this.options.decide(actor, stay.state.declined, { decision: 'declined', why });
    delete stay.state.declined;
    return told(turn, 'told.declined');
  }

  /** Alone at once; by the desk only after ticks and the exact preview. */
  private async take(turn: Turn): Promise<Outcome> {
    const optionId = idIn(turn, 'option');
    if (text(turn.visitor.raw, 'way') === 'self') {
      return told(turn, await once(() => this.referrals.make(turn.actor, turn.inquiry.id, { optionId, way: 'self' }), 'told.self'));
    }
    await this.chosen(turn.actor, turn.inquiry.id, optionId);
    turn.stay.state.asking = { optionId };
    return goTo(turn, 'share');
  }

  private async share(turn: Turn, again: Again = { status: 200 }): Promise<Outcome> {
    const { asking } = turn.stay.state;
    if (!asking) return goTo(turn);
    const preview = await this.look(turn, asking.optionId, []);
    if (!preview) return pageOf(unaskablePage(turn.v));
    const ticked = again.typed ? fieldsIn(turn) : (asking.fields ?? PROPOSED);
    return pageOf(sharePage(formOf(turn, again.faults), preview, ticked), again.status);
  }

  private async pick(turn: Turn): Promise<Outcome> {
    const { asking } = turn.stay.state;
    if (!asking) return goTo(turn);
    const fields = fieldsIn(turn);
    if (!fields.length) return this.share(turn, { status: 422, faults: [faultOf(turn, 'fields', 'share.missing')], typed: true });
    turn.stay.state.asking = { ...asking, fields };
    return goTo(turn, 'preview');
  }

  private async preview(turn: Turn, again: Again = { status: 200 }): Promise<Outcome> {
    const { asking } = turn.stay.state;
    if (!asking?.fields) return goTo(turn, asking && 'share');
    const preview = await this.look(turn, asking.optionId, asking.fields);
    return preview ? pageOf(previewPage(formOf(turn, again.faults), preview, turn.zone), again.status) : pageOf(unaskablePage(turn.v));
  }

  /** Sends what was agreed to, if it was, and if it is still what was shown. */
  private async send(turn: Turn): Promise<Outcome> {
    const { optionId, fields } = turn.stay.state.asking ?? {};
    if (!optionId || !fields) return goTo(turn, optionId && 'share');
    const preview = await this.look(turn, optionId, fields);
    if (!preview) return pageOf(unaskablePage(turn.v));
    const fault = refusal(turn, preview);
    if (fault) return pageOf(previewPage(formOf(turn, [fault]), preview, turn.zone), 422);
    const key = await this.make(turn, { optionId, fields }, preview);
    delete turn.stay.state.asking;
    return told(turn, key);
  }

  /** A link where one is possible; else a specialist calls, and the desk learns of it by the referral's event. */
  private make({ actor, inquiry, v }: Turn, asking: { optionId: string; fields: SharedField[] }, { noLink, hash }: ReferralPreview): Promise<Key> {
    const { code: language, texts } = v.language;
    const making = { ...asking, way: noLink ? 'phone' : 'link', agreed: true, hash, wording: texts['preview.wording'], language } as const;
    return once(() => this.referrals.make(actor, inquiry.id, making), noLink ? 'told.called' : 'told.asked');
  }

  /** Undefined when the place cannot be asked. */
  private async look({ actor, inquiry }: Turn, optionId: string, fields: SharedField[]): Promise<ReferralPreview | undefined> {
    try {
      return await this.previews.preview(actor, inquiry.id, { optionId, fields });
    } catch (error) {
      if (error instanceof DeskError && error.status === 422) return undefined;
      throw error;
    }
  }

  /** Throws 404 for an option that is not the person's, or that they did not choose. */
  private async chosen(actor: Actor, inquiryId: string, optionId: string): Promise<void> {
    const own = await this.options.list(actor, inquiryId);
    if (!own.some(({ id, decision }) => id === optionId && decision === 'chosen')) throw notFound('option');
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** An id that was posted. Throws the 404 of a missing thing for what is none. */
export function idIn({ visitor }: Turn, name: string): string {
  const id = text(visitor.raw, name) ?? '';
  if (!UUID.test(id)) throw notFound('inquiry');
  return id;
}

/** The box is the person's own to tick; the fingerprint is that of the facts they read. */
function refusal(turn: Turn, { hash }: ReferralPreview): Fault | undefined {
  const { raw } = turn.visitor;
  if (text(raw, 'agreed') !== 'yes') return faultOf(turn, 'agreed', 'preview.missing');
  return text(raw, 'hash') === hash ? undefined : faultOf(turn, 'h', 'preview.changed');
}

const fieldsIn = ({ visitor }: Turn): SharedField[] => SHARED_FIELDS.filter((field) => list(visitor.raw, 'fields').includes(field));

/** What to tell: a second press finds that it is done; the need may have ended meanwhile. */
async function once(work: () => Promise<unknown>, done: Key): Promise<Key> {
  try {
    await work();
    return done;
  } catch (error) {
    if (!(error instanceof DeskError) || error.status !== 409) throw error;
    return error.code === 'referral.open' ? done : 'told.tooLate';
  }
}
