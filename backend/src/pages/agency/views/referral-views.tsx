import type { VNode } from 'preact';
import type { SharedReferral } from '../../../partners/index.js';
import { DECLINE_REASONS, STOP_REASONS } from '../../../referrals/index.js';
import { Area, Choices, labelled, Problem, Text, type Form } from '../../frame/fields.js';
import { say } from '../../frame/scene.js';
import { Continue, Title } from '../../frame/words.js';
import { AgencyForm, type DoorProps } from './door-views.js';

/** What was typed into a page of the referral, for showing it again. */
export type Typed = Readonly<Record<'reason' | 'note' | 'by' | 'againOn' | 'kind', string | undefined>>;
export interface ReferralProps extends DoorProps {
  referral: SharedReferral;
  typed: Typed;
  /** When the agency last said whether this listing takes people; undefined where the listing is not its own any more. */
  room?: { saidAt: string | null } | undefined;
}

export const Name = ({ f, typed }: Pick<ReferralProps, 'f' | 'typed'>): VNode => <Text f={f} name="by" label={say(f.v, 'agency.by')} value={typed.by} />;

/** Whoever has not said yes has not tried to reach anybody. */
const BEFORE_A_YES = DECLINE_REASONS.filter((code) => code !== 'could-not-reach');

const reasons = (f: Form, codes: readonly string[]): ReturnType<typeof labelled> => labelled(f.v, 'agency.reason', codes);

export const CannotView = ({ f, typed }: ReferralProps): VNode => (
  <AgencyForm f={f}>
    <Problem f={f} />
    <Title>{say(f.v, 'agency.cannot.title')}</Title>
    <p class="lead">{say(f.v, 'agency.cannot.lead')}</p>
    <Choices
      f={f}
      name="reason"
      legend={say(f.v, 'agency.cannot.reason')}
      choices={reasons(f, BEFORE_A_YES).map((choice) => ({ ...choice, ...(choice.value === 'no-room' && { under: <AgainOn f={f} typed={typed} /> }) }))}
      chosen={[typed.reason]}
    />
    <Text f={f} name="note" label={say(f.v, 'agency.cannot.who')} hint={say(f.v, 'agency.cannot.who.hint')} value={typed.note} />
    <Name f={f} typed={typed} />
    <Continue v={f.v} k="agency.send" />
  </AgencyForm>
);

const AgainOn = ({ f, typed }: Pick<ReferralProps, 'f' | 'typed'>): VNode => <Text f={f} name="againOn" label={say(f.v, 'agency.again')} hint={say(f.v, 'agency.again.hint')} value={typed.againOn} />;

export const MoreView = ({ f, typed }: ReferralProps): VNode => (
  <AgencyForm f={f}>
    <Problem f={f} />
    <Title>{say(f.v, 'agency.more.title')}</Title>
    <p class="lead">{say(f.v, 'agency.more.lead')}</p>
    <Area f={f} name="note" label={say(f.v, 'agency.more.question')} value={typed.note} />
    <Name f={f} typed={typed} />
    <Continue v={f.v} k="agency.more.send" />
  </AgencyForm>
);

export const LaterView = ({ f, referral, typed }: ReferralProps): VNode => (
  <AgencyForm f={f}>
    <Problem f={f} />
    <Title>{say(f.v, 'agency.later.title')}</Title>
    <Choices
      f={f}
      name="kind"
      legend={say(f.v, 'agency.later.question')}
      choices={[
        ...(referral.may.includes('place') ? [{ value: 'accepted', label: say(f.v, 'agency.later.place') }] : []),
        { value: 'served', label: say(f.v, 'agency.later.served') },
        { value: 'stopped', label: say(f.v, 'agency.later.stopped'), under: <Choices f={f} name="reason" legend={say(f.v, 'agency.cannot.reason')} choices={reasons(f, STOP_REASONS)} chosen={[typed.reason]} /> },
      ]}
      chosen={[typed.kind]}
    />
    <Name f={f} typed={typed} />
    <Continue v={f.v} k="agency.send" />
  </AgencyForm>
);
