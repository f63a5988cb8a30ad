import type { ComponentChildren, VNode } from 'preact';
import type { OpenLink } from '../../../partners/index.js';
import { instantInWords } from '../../frame/desk-hours.js';
import { Problem, Text, type Form } from '../../frame/fields.js';
import { at, say, type Scene } from '../../frame/scene.js';
import { Continue, Ltr, T, Title } from '../../frame/words.js';
import type { Key } from '../../texts/texts.js';

/** What a page of a link knows. */
export interface DoorProps {
  f: Form;
  link: OpenLink;
  /** The link's address, without language. */
  home: string;
  zone: string | null;
}

/** A form of an agency's page. */
export const AgencyForm = ({ f, action, children }: { f: Form; action?: string; children: ComponentChildren }): VNode => (
  <form id="ask" method="post" action={action} novalidate data-swap>
    <input type="hidden" name="token" value={f.token} />
    {children}
  </form>
);

export const whenInWords = (v: Scene, when: Date, zone: string | null): string => instantInWords(v.language, when, zone ?? 'UTC');

/** Names nobody and does nothing: whoever opens the mail may see it. */
export const LandingView = ({ f, link, home, zone }: DoorProps): VNode => {
  const referral = link.purpose === 'referral';
  return (
    <>
      <Title>{say(f.v, referral ? 'agency.landing.title' : 'agency.listing.title')}</Title>
      <p class="lead">{say(f.v, referral ? 'agency.landing.lead' : 'agency.listing.lead')}</p>
      <ul class="plain">
        <li>{say(f.v, referral ? 'agency.landing.minute' : 'agency.listing.minutes')}</li>
        <li>{say(f.v, 'agency.landing.free')}</li>
        {link.answerBy && (
          <li>
            <T v={f.v} k="agency.landing.by" time={<b>{whenInWords(f.v, link.answerBy, zone)}</b>} />
          </li>
        )}
      </ul>
      {link.mailbox ? (
        <form id="ask" method="post" action={at(f.v, home)}>
          <Continue v={f.v} />
          <p class="hint">
            <T v={f.v} k="agency.landing.code" mailbox={<Ltr>{link.mailbox}</Ltr>} />
          </p>
        </form>
      ) : (
        <p>{say(f.v, 'agency.landing.nobody')}</p>
      )}
    </>
  );
};

export const CodeView = ({ f, link, home }: DoorProps): VNode => (
  <>
    <AgencyForm f={f}>
      <Problem f={f} />
      <Title>{say(f.v, 'agency.code.title')}</Title>
      <p class="lead">
        <T v={f.v} k="agency.code.lead" mailbox={<Ltr>{link.mailbox ?? ''}</Ltr>} />
      </p>
      <Text f={f} name="code" label={say(f.v, 'agency.code.label')} hint={say(f.v, 'agency.code.hint')} value="" type="tel" autocomplete="one-time-code" />
      <Continue v={f.v} />
    </AgencyForm>
    <form method="post" action={at(f.v, home)}>
      <p class="hint">{say(f.v, 'agency.code.none')}</p>
      <button class="btn">{say(f.v, 'agency.code.again')}</button>
    </form>
  </>
);

/** The texts of a link that leads nowhere now. */
export function endedWord({ ended, purpose }: OpenLink): 'agency.expired' | 'agency.left' | 'agency.revoked' | 'listing.revoked' {
  if (ended === 'expired') return 'agency.expired';
  if (ended === 'left') return 'agency.left';
  return purpose === 'listing' ? 'listing.revoked' : 'agency.revoked';
}

/** A link that leads nowhere now: why, and what can be done. */
export const EndedView = ({ f, link, home }: DoorProps): VNode => {
  const listing = link.purpose === 'listing';
  const word = endedWord(link);
  return (
    <>
      <Title>{say(f.v, `${word}.title`)}</Title>
      <p class="lead">{say(f.v, listing && link.ended === 'expired' ? 'listing.expired.lead' : `${word}.lead`)}</p>
      {link.ended === 'expired' && link.mailbox && (
        <form id="ask" method="post" action={at(f.v, `${home}/new`)}>
          <Continue v={f.v} k="agency.expired.new" />
          <p class="hint">
            <T v={f.v} k="agency.expired.to" mailbox={<Ltr>{link.mailbox}</Ltr>} />
          </p>
        </form>
      )}
    </>
  );
};

export const NotMeView = ({ f }: DoorProps): VNode => (
  <AgencyForm f={f}>
    <Title>{say(f.v, 'agency.notMe')}</Title>
    <p class="lead">{say(f.v, 'agency.notMe.lead')}</p>
    <Continue v={f.v} k="agency.notMe.yes" />
  </AgencyForm>
);

/** One sentence that says what happened. */
export const SaidView = ({ v, title, lead }: { v: Scene; title: Key; lead: Key }): VNode => (
  <>
    <Title>{say(v, title)}</Title>
    <p class="lead">{say(v, lead)}</p>
  </>
);
