import type { VNode } from 'preact';
import { OWN_FIELDS, WEEK, type OwnField, type OwnValues } from '../../../directory/index.js';
import type { Changes, KeptListing } from '../../../partners/index.js';
import { Area, Choices, Problem, Text, type Form } from '../../frame/fields.js';
import { at, say, type Scene } from '../../frame/scene.js';
import { Continue, T, Title } from '../../frame/words.js';
import { AgencyForm, whenInWords, type DoorProps } from '../views/door-views.js';
import { dayName, valueLines } from './listing-words.js';
import { hoursField, PHONES, type Typed } from './typed.js';

export interface ChangeProps extends DoorProps {
  listing: KeptListing;
  typed: Typed;
}

const Version = ({ typed }: { typed: Typed }): VNode => <input type="hidden" name="version" value={typed['version'] ?? '0'} />;
const Which = ({ listing }: { listing: KeptListing }): VNode => (
  <p class="where">
    <bdi>{listing.facts.name}</bdi>
  </p>
);

const Hours = ({ f, typed }: { f: Form; typed: Typed }): VNode => (
  <fieldset class="part">
    <legend class="part-name">{say(f.v, 'listing.hours')}</legend>
    <p class="hint">{say(f.v, 'listing.change.hours.hint')}</p>
    <div class="week">
      {WEEK.map((day, at) => (
        <Text f={f} name={hoursField(day)} label={dayName(f.v, at)} value={typed[hoursField(day)]} />
      ))}
    </div>
    <Area f={f} name="hoursOther" label={say(f.v, 'listing.change.other')} hint={say(f.v, 'listing.change.other.hint')} value={typed['hoursOther']} rows={3} />
  </fieldset>
);

/** Two more than there are, so that one can be added without script. */
const shown = (typed: Typed): number[] => PHONES.filter((at) => at < 2 || Boolean(typed[`number${at}`]) || Boolean(typed[`number${at - 1}`]));

const Phones = ({ f, typed }: { f: Form; typed: Typed }): VNode => (
  <fieldset class="part">
    <legend class="part-name">{say(f.v, 'listing.phones')}</legend>
    {shown(typed).map((at) => (
      <div class="phone" role="group" aria-label={say(f.v, 'listing.change.phone', { count: at + 1 })}>
        <Text f={f} name={`number${at}`} label={say(f.v, 'listing.change.number')} value={typed[`number${at}`]} type="tel" />
        <Text f={f} name={`extension${at}`} label={say(f.v, 'listing.change.extension')} value={typed[`extension${at}`]} type="tel" />
        <Text f={f} name={`purpose${at}`} label={say(f.v, 'listing.change.purpose')} value={typed[`purpose${at}`]} />
      </div>
    ))}
  </fieldset>
);

export const ChangeView = ({ f, home, zone, listing, typed }: ChangeProps): VNode => (
  <AgencyForm f={f} action={at(f.v, `${home}/change-${listing.serviceId}`)}>
    <Problem f={f} />
    <Which listing={listing} />
    <Title>{say(f.v, 'listing.change.title')}</Title>
    <p class="lead">{say(f.v, 'listing.change.lead')}</p>
    {listing.proposal?.state === 'open' && <p class="note">{say(f.v, 'listing.change.open', { time: whenInWords(f.v, new Date(listing.proposal.madeAt), zone) })}</p>}
    <Version typed={typed} />
    <input type="hidden" name="note" value={typed['note'] ?? ''} />
    <Hours f={f} typed={typed} />
    <Phones f={f} typed={typed} />
    <fieldset class="part">
      <legend class="part-name">{say(f.v, 'listing.description')}</legend>
      <Area f={f} name="description" label={say(f.v, 'listing.change.words')} value={typed['description']} rows={10} />
    </fieldset>
    <Continue v={f.v} k="listing.change.look" />
  </AgencyForm>
);

function Changed<F extends OwnField>({ v, field, change: { before, after } }: { v: Scene; field: F; change: { before: OwnValues[F]; after: OwnValues[F] } }): VNode {
  const lines = (value: OwnValues[F]): string => valueLines(v, field, value).join('\n') || say(v, 'listing.unknown');
  return (
    <section class="changed" aria-labelledby={`c-${field}`}>
      <h2 id={`c-${field}`}>{say(v, `listing.${field}`)}</h2>
      <dl class="rows">
        <div>
          <dt>{say(v, 'listing.review.before')}</dt>
          <dd class="was">
            <bdi>{lines(before)}</bdi>
          </dd>
        </div>
        <div>
          <dt>{say(v, 'listing.review.after')}</dt>
          <dd class="will">
            <bdi>{lines(after)}</bdi>
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** Before and after, a note, and Send. What was typed rides along, so that one can go back to it. */
export const ReviewView = ({ f, home, listing, typed, changes }: ChangeProps & { changes: Changes }): VNode => (
  <AgencyForm f={f} action={at(f.v, `${home}/review-${listing.serviceId}`)}>
    <Problem f={f} />
    <Which listing={listing} />
    <Title>{say(f.v, 'listing.review.title')}</Title>
    {Object.entries(typed).map(([name, value]) => name !== 'note' && <input type="hidden" name={name} value={value} />)}
    {OWN_FIELDS.map((field) => {
      const change = changes[field];
      return change && <Changed v={f.v} field={field} change={change} />;
    })}
    <Area f={f} name="note" label={say(f.v, 'listing.review.note')} hint={say(f.v, 'listing.review.note.hint')} value={typed['note']} rows={3} />
    <div class="actions">
      <button class="btn primary">{say(f.v, 'listing.review.send')}</button>
      <button class="btn" formaction={at(f.v, `${home}/change-${listing.serviceId}`)} name="edit" value="1">
        {say(f.v, 'listing.review.edit')}
      </button>
    </div>
  </AgencyForm>
);

/** Holds at once: no steward in between. */
export const RoomView = ({ f, home, listing, answer, until }: DoorProps & { listing: KeptListing; answer: string | undefined; until: string | undefined }): VNode => (
  <AgencyForm f={f} action={at(f.v, `${home}/room-${listing.serviceId}`)}>
    <Problem f={f} />
    <Which listing={listing} />
    <Title>{say(f.v, 'listing.room.title')}</Title>
    <p class="lead">
      <T v={f.v} k="listing.room.lead" />
    </p>
    <Choices
      f={f}
      name="answer"
      legend={say(f.v, 'listing.room.pick')}
      choices={[
        { value: 'open', label: say(f.v, 'listing.room.open') },
        { value: 'waitlist', label: say(f.v, 'listing.room.waitlist') },
        { value: 'full', label: say(f.v, 'listing.room.full'), under: <Text f={f} name="until" label={say(f.v, 'listing.room.until')} hint={say(f.v, 'listing.room.until.hint')} value={until} /> },
      ]}
      chosen={[answer]}
    />
    <Continue v={f.v} k="listing.room.save" />
  </AgencyForm>
);
