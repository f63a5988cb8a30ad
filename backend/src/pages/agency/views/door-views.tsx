import type { ComponentChildren, VNode } from 'preact';
import type { OpenLink } from '../../../partners/index.js';
import { instantInWords } from '../../frame/desk-hours.js';
import { Problem, Text, type Form } from '../../frame/fields.js';
import { at, say, type Scene } from '../../frame/scene.js';
import { Continue, Ltr, T, Title } from '../../frame/words.js';
import { Questions } from '../agency-frame.js';
import { InvitedTo } from '../member/member-nav.js';
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

/** The landing's title: what the link is for, and whether it was done. */
export function landingTitle({ purpose, answeredAt }: OpenLink): Key {
  if (purpose === 'invitation') return 'member.invited.title';
  if (purpose === 'listing') return 'agency.listing.title';
  return answeredAt ? 'agency.answered.title' : 'agency.landing.title';
}

/** A mailed code stands behind it: a referral tells of a person, and an invitation makes a member. */
export const needsCode = ({ purpose }: OpenLink): boolean => purpose === 'referral' || purpose === 'invitation';

/** What the link is for where its title does not say it. Until when an answer is wanted stood in the mail, and stands beside the answers. */
const Lead = ({ f, link, zone }: Pick<DoorProps, 'f' | 'link' | 'zone'>): VNode | null => {
  if (link.invited) return <InvitedTo v={f.v} may={link.invited} />;
  if (link.purpose === 'listing') return <p class="lead">{say(f.v, 'agency.listing.lead')}</p>;
  return link.answeredAt ? (
    <p class="lead">
      <T v={f.v} k="agency.answered.lead" time={<b>{whenInWords(f.v, link.answeredAt, zone)}</b>} />
    </p>
  ) : null;
};

/** Names nobody and does nothing: whoever opens the mail may see it. */
export const LandingView = ({ f, link, home, zone }: DoorProps): VNode => (
  <>
    <Title>{say(f.v, landingTitle(link))}</Title>
    <Lead f={f} link={link} zone={zone} />
    {link.mailbox ? (
      <form id="ask" method="post" action={at(f.v, home)}>
        <Continue v={f.v} />
        {needsCode(link) && (
          <p class="hint">
            <T v={f.v} k="agency.landing.code" mailbox={<Ltr>{link.mailbox}</Ltr>} />
          </p>
        )}
      </form>
    ) : (
      <p>{say(f.v, 'agency.landing.nobody')}</p>
    )}
  </>
);

/** Also at the link's own address, for whoever comes back from the mail. */
export const CodeView = ({ f, link, home }: DoorProps): VNode => (
  <>
    <AgencyForm f={f} action={at(f.v, `${home}/code`)}>
      <Problem f={f} />
      <Title>{say(f.v, 'agency.code.title')}</Title>
      <Text f={f} name="code" label={say(f.v, 'agency.code.label')} value="" type="tel" autocomplete="one-time-code" digits first />
      <Continue v={f.v} />
    </AgencyForm>
    <details class="more">
      <summary>{say(f.v, 'agency.code.none')}</summary>
      <form method="post" action={at(f.v, home)}>
        <p>
          <T v={f.v} k="agency.code.lead" mailbox={<Ltr>{link.mailbox ?? ''}</Ltr>} />
        </p>
        <button class="btn" name="again" value="1">
          {say(f.v, 'agency.code.again')}
        </button>
      </form>
    </details>
  </>
);

type EndedWord = 'agency.expired' | 'agency.left' | 'agency.replaced' | 'agency.revoked' | 'member.used' | 'member.takenBack' | 'member.expired';
/** The texts of a link that leads nowhere now. */
export function endedWord({ ended, purpose }: OpenLink): EndedWord {
  if (purpose === 'invitation') return ended === 'used' ? 'member.used' : ended === 'expired' ? 'member.expired' : 'member.takenBack';
  if (ended === 'replaced') return 'agency.replaced';
  if (ended === 'expired') return 'agency.expired';
  if (ended === 'left') return 'agency.left';
  return 'agency.revoked';
}

/** A link that leads nowhere now: why, and what can be done. */
export const EndedView = ({ f, link, home }: DoorProps): VNode => {
  const listing = link.purpose !== 'referral' && link.purpose !== 'invitation';
  const word = endedWord(link);
  return (
    <>
      <Title>{say(f.v, `${word}.title`)}</Title>
      <p class="lead">{say(f.v, listing && link.ended === 'expired' ? 'listing.expired.lead' : `${word}.lead`)}</p>
      {link.ended === 'used' && (
        <div class="actions">
          <a class="btn primary" href={at(f.v, '/agency')}>
            {say(f.v, 'member.signIn')}
          </a>
        </div>
      )}
      {link.ended === 'expired' && link.purpose !== 'invitation' && link.mailbox && (
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

/** Where to call, and how to be taken off: what was answered only behind the code. */
export const NotMeView = ({ f, locked }: DoorProps & { locked: boolean }): VNode => (
  <AgencyForm f={f}>
    <Title>{say(f.v, 'agency.help')}</Title>
    <p class="lead">
      <Questions v={f.v} />
    </p>
    <h2>{say(f.v, 'agency.notMe')}</h2>
    <p>{say(f.v, locked ? 'agency.notMe.locked' : 'agency.notMe.lead')}</p>
    {!locked && <Continue v={f.v} k="agency.notMe.yes" />}
  </AgencyForm>
);

/** One sentence that says what happened. */
export const SaidView = ({ v, title, lead }: { v: Scene; title: Key; lead: Key }): VNode => (
  <>
    <Title>{say(v, title)}</Title>
    <p class="lead">{say(v, lead)}</p>
  </>
);
