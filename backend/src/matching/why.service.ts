import { Injectable } from '@nestjs/common';
import { Directory } from '../directory/index.js';
import type { Actor } from '../platform/index.js';
import { Asking, type Asked } from './asking.service.js';
import { needFit } from './domain/need-fit.js';
import { takenOutBy } from './domain/filters.js';
import { RULES, verdicts } from './domain/hard-rules.js';
import type { Listing } from './domain/listing.js';
import { fits, smallestChange, type Question } from './domain/relaxations.js';
import { Matching, SHOWN } from './matching.service.js';
import { changeOf } from './narrowing.js';
import type { Names } from './texts/reason-texts.js';
import { filterSaid, NO_WISH, otherNeeds, placeSaid, ruleSaid, withNeed } from './texts/why.js';
import { wouldFit } from './texts/wishes.js';
import { Vocabulary } from './vocabulary.service.js';
import type { AskWhy, BringInView, WhyState, WhyView } from './why.dto.js';

/** More are not read by anybody who looks for one. */
const FOUND = 5;

interface Ground {
  asked: Asked;
  names: Names;
  /** Ids of all that fit, best first. */
  order: readonly string[];
}

/** "Why is this service not here?", for any of the directory. */
@Injectable()
export class Why {
  constructor(
    private readonly asking: Asking,
    private readonly directory: Directory,
    private readonly matching: Matching,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** Unknown ids and names are left out. Throws 404 when the request is not this actor's. */
  async why(actor: Actor, inquiryId: string, { serviceIds = [], search, asked: changed = {} }: AskWhy): Promise<WhyView[]> {
    const asked = await this.asking.asked(actor, inquiryId, changed);
    const wanted = [...new Set([...serviceIds, ...(search ? await this.directory.named(actor, search, FOUND) : [])])];
    const found = new Map((await this.matching.named(actor, wanted)).map((listing) => [listing.id, listing]));
    const order = (await this.matching.fitting(actor, asked)).map(({ id }) => id);
    const ground: Ground = { asked, order, names: await this.vocabulary.names(actor) };
    return wanted.flatMap((id) => found.get(id) ?? []).map((listing) => viewOf(listing, ground));
  }
}

const questionOf = ({ ask, view }: Asked): Question => ({ ask, only: view.only });

function viewOf(listing: Listing, ground: Ground): WhyView {
  const { id: serviceId, name, organization } = listing;
  const at = ground.order.indexOf(serviceId);
  if (at >= 0) return { serviceId, name, organization, state: 'shown', reasons: [placeSaid(at + 1, ground.order.length, SHOWN)], bringIn: null };
  const { state, reasons } = keptOut(listing, ground);
  const bringIn = bringInOf(listing, ground);
  return { serviceId, name, organization, state, reasons: bringIn ? reasons : [...reasons, NO_WISH], bringIn };
}

/** All that keeps it out: what it is for, every rule, every filter. */
function keptOut(listing: Listing, { asked: { ask, view }, names }: Ground): { state: WhyState; reasons: string[] } {
  const found = verdicts(ask, listing);
  const rules = RULES.filter((rule) => found[rule] === 'fail').map((rule) => ruleSaid(rule, ask, listing, names));
  const filters = takenOutBy(view.only, ask, listing).map(filterSaid);
  const other = needFit(ask, listing).value > 0 ? [] : [otherNeeds(listing, names)];
  return { state: other.length ? 'no-need' : rules.length ? 'excluded' : 'narrowed', reasons: [...other, ...rules, ...filters] };
}

/** Fewer wishes, else one of its own needs more. */
function bringInOf(listing: Listing, { asked, names }: Ground): BringInView | null {
  const question = questionOf(asked);
  const fewer = smallestChange(question, listing);
  if (fewer) return { text: wouldFit(fewer, asked.ask), change: changeOf(fewer, asked.view) };
  const { ask, view } = asked;
  const more = [...listing.needs, ...listing.needsSuggested].find((need) => fits({ ...question, ask: { ...ask, needs: [...ask.needs, need] } }, listing));
  return more ? { text: withNeed(more, names), change: { needs: [...view.needs, more] } } : null;
}
