import type { VNode } from 'preact';
import type { KeptListing, OpenLink } from '../../../partners/index.js';
import { Choices, Problem, Text } from '../../frame/fields.js';
import { at, say } from '../../frame/scene.js';
import { Continue, T, Title } from '../../frame/words.js';
import { AgencyForm, type DoorProps } from '../views/door-views.js';
import { Which } from './field-views.js';
import { takingLine, takingNow } from './listing-words.js';

/** What was typed of a listing's room. */
export interface RoomTyped {
  answer: string | undefined;
  until: string | undefined;
  weeks: string | undefined;
}
export interface RoomProps extends DoorProps {
  listing: KeptListing;
  now: Date;
  typed: RoomTyped;
  /** Address, without language, of the switch alone; undefined where this page is it. */
  bookmark?: string | undefined;
  /** Address, without language, to which it is posted. */
  action: string;
}

const isSwitch = ({ purpose }: OpenLink): boolean => purpose === 'room';

const Answers = ({ f, typed }: Pick<RoomProps, 'f' | 'typed'>): VNode => (
  <Choices
    f={f}
    name="answer"
    legend={say(f.v, 'listing.room.pick')}
    choices={[
      { value: 'open', label: say(f.v, 'listing.room.open') },
      { value: 'waitlist', label: say(f.v, 'listing.room.waitlist'), under: <Text f={f} name="weeks" label={say(f.v, 'listing.room.weeks')} hint={say(f.v, 'listing.room.weeks.hint')} value={typed.weeks} digits /> },
      { value: 'full', label: say(f.v, 'listing.room.full'), under: <Text f={f} name="until" label={say(f.v, 'listing.room.until')} hint={say(f.v, 'listing.room.until.hint')} value={typed.until} /> },
    ]}
    chosen={[typed.answer]}
  />
);

/** The page that is this question and nothing else. */
const Bookmark = ({ f, link, bookmark }: Pick<RoomProps, 'f' | 'link' | 'bookmark'>): VNode | null => {
  if (isSwitch(link)) return <p class="hint before">{say(f.v, 'listing.room.keep')}</p>;
  return bookmark ? (
    <p class="hint before">
      <T v={f.v} k="listing.room.bookmark" page={<a href={at(f.v, bookmark)}>{say(f.v, 'listing.room.alone')}</a>} />
    </p>
  ) : null;
};

/** Holds at once: no steward in between. The agency has a receipt, which undoes it. */
export const RoomView = ({ f, link, zone, listing, now, typed, bookmark, action }: RoomProps): VNode => (
  <>
    <AgencyForm f={f} action={at(f.v, action)}>
      <Problem f={f} />
      <Which listing={listing} />
      <Title>{say(f.v, 'listing.room.title')}</Title>
      {isSwitch(link) && <p class="note">{takingLine(f.v, takingNow(listing, now), zone)}</p>}
      <p class="lead">{say(f.v, 'listing.room.lead')}</p>
      <Answers f={f} typed={typed} />
      <Continue v={f.v} k="listing.room.save" />
      <p class="hint">{say(f.v, 'listing.room.receipt')}</p>
    </AgencyForm>
    <Bookmark f={f} link={link} bookmark={bookmark} />
  </>
);
