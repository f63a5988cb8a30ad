import type { VNode } from 'preact';
import { MOST_PASSKEYS, type Passkey } from '../../../partners/index.js';
import { dateInWords } from '../../frame/desk-hours.js';
import { Problem, Text } from '../../frame/fields.js';
import { at, say } from '../../frame/scene.js';
import { Continue, Ltr, T, Title } from '../../frame/words.js';
import { AgencyForm, LandingView, type DoorProps } from '../views/door-views.js';
import { PasskeyForm, WithPasskeys } from './passkey-form.js';

/** When it was added and last used, or that it opens nothing any more. */
const Standing = ({ f, zone, passkey: { madeAt, usedAt, stoppedAt } }: Pick<DoorProps, 'f' | 'zone'> & { passkey: Passkey }): VNode => {
  const day = (when: Date): string => dateInWords(f.v.language, when, zone ?? 'UTC');
  return (
    <>
      <p class="hint">
        {say(f.v, 'member.passkey.made', { day: day(madeAt) })} {usedAt ? say(f.v, 'member.passkey.used', { day: day(usedAt) }) : say(f.v, 'member.passkey.unused')}
      </p>
      {stoppedAt && <p>{say(f.v, 'member.passkey.stoppedOn', { day: day(stoppedAt) })}</p>}
    </>
  );
};

const Act = ({ f, home, passkey, what }: Pick<DoorProps, 'f' | 'home'> & { passkey: Passkey; what: 'name' | 'remove' }): VNode => (
  <button class="btn" formaction={at(f.v, `${home}/${what}`)}>
    {say(f.v, `member.passkey.${what}`)}
    <span class="sr"> {passkey.name}</span>
  </button>
);

const One = ({ f, home, zone, passkey }: Pick<DoorProps, 'f' | 'home' | 'zone'> & { passkey: Passkey }): VNode => (
  <li class="way">
    <h2>
      <bdi>{passkey.name}</bdi>
    </h2>
    <Standing f={f} zone={zone} passkey={passkey} />
    <form class="act" method="post">
      <input type="hidden" name="token" value={f.token} />
      <input type="hidden" name="passkey" value={passkey.id} />
      <Act f={f} home={home} passkey={passkey} what="name" />
      <Act f={f} home={home} passkey={passkey} what="remove" />
    </form>
  </li>
);

/** The last proof is too old to add one. */
const ProveFirst = ({ f, home, link }: DoorProps): VNode => (
  <>
    <p>{say(f.v, 'member.passkey.old')}</p>
    <form method="post" action={at(f.v, home)}>
      <div class="actions">
        <button class="btn primary">{say(f.v, 'member.passkey.mail')}</button>
      </div>
      <p class="hint">
        <T v={f.v} k="agency.landing.code" mailbox={<Ltr>{link.mailbox ?? ''}</Ltr>} />
      </p>
    </form>
    {link.member?.passkeys && <PasskeyForm f={f} way="use" action={`${home}/passkey`} k="member.passkey.prove" />}
  </>
);

const Add = ({ fresh, count, ...props }: DoorProps & { fresh: boolean; count: number }): VNode => {
  const { f, home } = props;
  if (count >= MOST_PASSKEYS) return <p>{say(f.v, 'member.passkey.full')}</p>;
  if (!fresh) return <ProveFirst {...props} />;
  return (
    <PasskeyForm f={f} way="add" action={`${home}/add`} k="member.passkey.add">
      <Text f={f} name="name" label={say(f.v, 'member.passkey.label')} hint={say(f.v, 'member.passkey.label.hint')} value={say(f.v, 'member.passkey.first', { count: count + 1 })} />
    </PasskeyForm>
  );
};

/** What a member has, without script; adding one, where the browser can. */
export const PasskeysView = ({ passkeys, fresh, ...props }: DoorProps & { passkeys: readonly Passkey[]; fresh: boolean }): VNode => (
  <>
    <Problem f={props.f} />
    <Title>{say(props.f.v, 'member.passkey.title')}</Title>
    <p class="lead">{say(props.f.v, 'member.passkey.lead')}</p>
    {passkeys.length === 0 && <p>{say(props.f.v, 'member.passkey.none')}</p>}
    {passkeys.length > 0 && (
      <ul class="found">
        {passkeys.map((passkey) => (
          <One {...props} passkey={passkey} />
        ))}
      </ul>
    )}
    <WithPasskeys>
      <section class="part" aria-labelledby="add">
        <h2 id="add">{say(props.f.v, 'member.passkey.another')}</h2>
        <Add {...props} fresh={fresh} count={passkeys.length} />
      </section>
    </WithPasskeys>
  </>
);

export const NameView = ({ f, home, passkey }: DoorProps & { passkey: Passkey }): VNode => (
  <AgencyForm f={f} action={at(f.v, `${home}/name`)}>
    <Title>{say(f.v, 'member.passkey.name.title')}</Title>
    <input type="hidden" name="passkey" value={passkey.id} />
    <Text f={f} name="name" label={say(f.v, 'member.passkey.label')} hint={say(f.v, 'member.passkey.label.hint')} value={passkey.name} first />
    <Continue v={f.v} k="member.passkey.save" />
  </AgencyForm>
);

/** What removing does, before it is done. */
export const RemoveView = ({ f, home, passkey }: DoorProps & { passkey: Passkey }): VNode => (
  <AgencyForm f={f} action={at(f.v, `${home}/remove`)}>
    <Title>{say(f.v, 'member.passkey.remove.title', { name: passkey.name })}</Title>
    <p class="lead">{say(f.v, 'member.passkey.remove.lead')}</p>
    <input type="hidden" name="passkey" value={passkey.id} />
    <div class="actions">
      <button class="btn primary" name="sure" value="yes">
        {say(f.v, 'member.passkey.remove.yes')}
      </button>
    </div>
  </AgencyForm>
);

/** A referral, before a fresh proof: names nobody, as behind a link. Who has a passkey needs no mail. */
export const ProofView = (props: DoorProps): VNode => (
  <>
    <Problem f={props.f} />
    <LandingView {...props} />
    {props.link.member?.passkeys && (
      <WithPasskeys>
        <PasskeyForm f={props.f} way="use" action={`${props.home}/passkey`} k="member.passkey.prove" />
      </WithPasskeys>
    )}
  </>
);
