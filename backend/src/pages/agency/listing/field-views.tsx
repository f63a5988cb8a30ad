import type { VNode } from 'preact';
import { CLOSED_WHY, PAYMENT_CODES, WEEK, type OwnField, type OwnValues } from '../../../directory/index.js';
import type { Changes, KeptListing, Part } from '../../../partners/index.js';
import { Area, Choices, Problem, Select, Text, type Form } from '../../frame/fields.js';
import { at, say, type Scene } from '../../frame/scene.js';
import { whyInWords } from '../../frame/schedule-in-words.js';
import { Continue, Title } from '../../frame/words.js';
import { AgencyForm, type DoorProps } from '../views/door-views.js';
import { CLOSED_ROWS, closedFields } from './closed-days.js';
import { dayName, valueLines } from './listing-words.js';
import { hoursField, PHONES, type Typed } from './typed.js';

export interface FieldProps extends DoorProps {
  listing: KeptListing;
  part: Part;
  typed: Typed;
}

export const Which = ({ listing }: { listing: KeptListing }): VNode => (
  <p class="where">
    <bdi>{listing.facts.name}</bdi>
  </p>
);

const Hours = ({ f, typed }: { f: Form; typed: Typed }): VNode => (
  <>
    <p class="hint">{say(f.v, 'listing.change.hours.hint')}</p>
    <div class="week">
      {WEEK.map((day, at) => (
        <Text f={f} name={hoursField(day)} label={dayName(f.v, at)} value={typed[hoursField(day)]} />
      ))}
    </div>
    <Area f={f} name="hoursOther" label={say(f.v, 'listing.change.other')} hint={say(f.v, 'listing.change.other.hint')} value={typed['hoursOther']} rows={3} />
    <Closed f={f} typed={typed} />
  </>
);

/** As many as there are and one to add, so that it works without script. */
const closedShown = (typed: Typed): number[] => CLOSED_ROWS.filter((at) => at === 0 || closedFields(at).some((name) => typed[name]) || closedFields(at - 1).some((name) => typed[name]));

const Closed = ({ f, typed }: { f: Form; typed: Typed }): VNode => (
  <fieldset class="field closed">
    <legend>{say(f.v, 'listing.closed')}</legend>
    <p class="hint">{say(f.v, 'listing.closed.hint')}</p>
    {closedShown(typed).map((at) => {
      const [from, until, why] = closedFields(at);
      return (
        <div class="dates" role="group" aria-label={say(f.v, 'listing.closed.row', { count: at + 1 })}>
          <Text f={f} name={from} label={say(f.v, 'listing.closed.from')} value={typed[from]} type="date" />
          <Text f={f} name={until} label={say(f.v, 'listing.closed.until')} value={typed[until]} type="date" />
          <Select f={f} name={why} label={say(f.v, 'listing.closed.why')} value={typed[why]} options={[{ value: '', label: say(f.v, 'listing.closed.why.none') }, ...CLOSED_WHY.map((value) => ({ value, label: whyInWords(f.v.language, value) }))]} />
        </div>
      );
    })}
  </fieldset>
);

/** Two more than there are, so that one can be added without script. */
const shown = (typed: Typed): number[] => PHONES.filter((at) => at < 2 || Boolean(typed[`number${at}`]) || Boolean(typed[`number${at - 1}`]));

const Phones = ({ f, typed }: { f: Form; typed: Typed }): VNode => (
  <>
    {shown(typed).map((at) => (
      <div class="phone" role="group" aria-label={say(f.v, 'listing.change.phone', { count: at + 1 })}>
        <Text f={f} name={`number${at}`} label={say(f.v, 'listing.change.number')} value={typed[`number${at}`]} type="tel" />
        <Text f={f} name={`extension${at}`} label={say(f.v, 'listing.change.extension')} value={typed[`extension${at}`]} type="tel" />
        <Text f={f} name={`purpose${at}`} label={say(f.v, 'listing.change.purpose')} value={typed[`purpose${at}`]} />
      </div>
    ))}
  </>
);

/** Cost in words, and beside it what anybody can look for. */
const Cost = ({ f, typed }: { f: Form; typed: Typed }): VNode => (
  <>
    <input type="hidden" name="payments" value="" />
    <Choices f={f} name="payments" legend={say(f.v, 'listing.payments')} hint={say(f.v, 'listing.change.payments.hint')} choices={PAYMENT_CODES.map((value) => ({ value, label: say(f.v, `payment.${value}`) }))} chosen={(typed['payments'] ?? '').split(',')} many />
    <Area f={f} name="cost" label={say(f.v, 'listing.change.words')} hint={say(f.v, 'listing.change.cost.hint')} value={typed['cost']} rows={3} />
  </>
);

type Words = Exclude<Part, 'hours' | 'phones' | 'website' | 'cost'>;
const ROWS: Readonly<Record<Words, number>> = { eligibility: 5, documents: 5, languages: 5, description: 10 };

const Inputs = ({ f, field, typed }: { f: Form; field: Part; typed: Typed }): VNode => {
  if (field === 'hours') return <Hours f={f} typed={typed} />;
  if (field === 'phones') return <Phones f={f} typed={typed} />;
  if (field === 'cost') return <Cost f={f} typed={typed} />;
  if (field === 'website') return <Text f={f} name="website" label={say(f.v, 'listing.change.website')} hint={say(f.v, 'listing.change.website.hint')} value={typed['website']} />;
  return <Area f={f} name={field} label={say(f.v, 'listing.change.words')} hint={say(f.v, `listing.change.${field}.hint`)} value={typed[field]} rows={ROWS[field]} />;
};

/** One part of a listing, saved by itself. */
export const FieldView = ({ f, home, listing, part, typed }: FieldProps): VNode => (
  <AgencyForm f={f} action={at(f.v, `${home}/${part}-${listing.serviceId}`)}>
    <Problem f={f} />
    <Which listing={listing} />
    <Title>{say(f.v, `listing.${part}`)}</Title>
    <p class="lead">{say(f.v, 'listing.change.lead')}</p>
    <div class="part">
      <Inputs f={f} field={part} typed={typed} />
    </div>
    <Continue v={f.v} k="listing.room.save" />
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

interface ReviewProps extends DoorProps {
  listing: KeptListing;
  changes: Changes;
  /** What is sent as right. */
  right: readonly OwnField[];
  note: string | undefined;
}

/** Cost that is right as a whole is named once. */
const names = (v: Scene, fields: readonly OwnField[]): string => new Intl.ListFormat(v.language.locale).format(fields.filter((field) => field !== 'payments' || !fields.includes('cost')).map((field) => say(v, `listing.${field}`)));

/** Before and after, what is right, a note, and Send. */
export const ReviewView = ({ f, home, listing, changes, right, note }: ReviewProps): VNode => (
  <AgencyForm f={f} action={at(f.v, `${home}/review-${listing.serviceId}`)}>
    <Problem f={f} />
    <Which listing={listing} />
    <Title>{say(f.v, 'listing.review.title')}</Title>
    <input type="hidden" name="version" value={String(listing.proposal?.state === 'open' ? listing.proposal.version : 0)} />
    {right.length > 0 && <p class="lead">{say(f.v, 'listing.review.right', { fields: names(f.v, right) })}</p>}
    {(Object.keys(changes) as OwnField[]).map((field) => {
      const change = changes[field];
      return change && <Changed v={f.v} field={field} change={change} />;
    })}
    <Area f={f} name="note" label={say(f.v, 'listing.review.note')} hint={say(f.v, 'listing.review.note.hint')} value={note} rows={3} />
    <div class="actions">
      <button class="btn primary">{say(f.v, 'listing.review.send')}</button>
      <a class="btn" href={at(f.v, `${home}/listing#l${listing.serviceId}`)}>
        {say(f.v, 'listing.review.edit')}
      </a>
    </div>
  </AgencyForm>
);
