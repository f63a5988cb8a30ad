import type { VNode } from 'preact';
import type { GivenAnswer, SharedReferral } from '../../../partners/index.js';
import { DECLINE_REASONS, STOP_REASONS } from '../../../referrals/index.js';
import { Area, Choices, labelled, Problem, Text, type Form } from '../../frame/fields.js';
import { at, say, type Scene } from '../../frame/scene.js';
import { Continue, Ltr, T, Title } from '../../frame/words.js';
import type { Key } from '../../texts/texts.js';
import { factRows, safeRows, type FactRow } from '../fact-rows.js';
import { AgencyForm, whenInWords, type DoorProps } from './door-views.js';
import { Conversation } from './replies-view.js';

/** What was typed into a page of the referral, for showing it again. */
export type Typed = Readonly<Record<'reason' | 'note' | 'by' | 'againOn' | 'kind', string | undefined>>;
export interface ReferralProps extends DoorProps {
  referral: SharedReferral;
  typed: Typed;
}

const Row = ({ row: { label, value, ltr, quote } }: { row: FactRow }): VNode => (
  <div>
    <dt>{label}</dt>
    <dd>{ltr ? <Ltr>{value}</Ltr> : quote ? <q dir="auto">{value}</q> : <bdi>{value}</bdi>}</dd>
  </div>
);

/** First in the source: how to make contact safely. */
const Safely = ({ v, referral }: { v: Scene; referral: SharedReferral }): VNode | null => {
  const { reach } = referral.facts;
  if (!reach) return null;
  const { allowed, never } = safeRows(v, reach);
  return (
    <section class="safely" aria-labelledby="safely">
      <h2 id="safely">{say(v, 'agency.safely')}</h2>
      <dl class="rows">
        {allowed.map((row) => (
          <Row row={row} />
        ))}
      </dl>
      <p>
        <b>{say(v, 'agency.never')}</b> {never.join(', ')}
      </p>
    </section>
  );
};

const sentenceKey = ({ stage, kind }: GivenAnswer): Key => (stage === 'place' ? 'agency.said.place' : `agency.said.${kind}`);

/** What was said before, by whom and when: a second answer shows the first. */
const Said = ({ v, answers, zone }: { v: Scene; answers: readonly GivenAnswer[]; zone: string | null }): VNode | null =>
  answers.length ? (
    <section class="said" aria-labelledby="said">
      <h2 id="said">{say(v, 'agency.said.title')}</h2>
      <ul class="plain">
        {answers.map((answer) => (
          <li>
            <b>{say(v, sentenceKey(answer))}</b>
            {answer.reason && <> {say(v, `agency.reason.${answer.reason}` as Key)}.</>} <span class="hint">{[whenInWords(v, answer.saidAt, zone), answer.by].filter(Boolean).join(', ')}</span>
            {answer.note && (
              <p>
                <q dir="auto">{answer.note}</q>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  ) : null;

const Name = ({ f, typed }: Pick<ReferralProps, 'f' | 'typed'>): VNode => <Text f={f} name="by" label={say(f.v, 'agency.by')} hint={say(f.v, 'agency.by.hint')} value={typed.by} />;

const CanYou = ({ f, home, typed }: Pick<ReferralProps, 'f' | 'home' | 'typed'>): VNode => (
  <AgencyForm f={f} action={at(f.v, `${home}/facts`)}>
    <h2>{say(f.v, 'agency.can')}</h2>
    <Name f={f} typed={typed} />
    <div class="actions stack">
      <button class="btn equal" name="kind" value="accepted">
        {say(f.v, 'agency.can.yes')}
      </button>
      <button class="btn equal" name="kind" value="waitlisted">
        {say(f.v, 'agency.can.wait')}
      </button>
      <a class="btn equal" href={at(f.v, `${home}/more`)}>
        {say(f.v, 'agency.can.more')}
      </a>
      <a class="btn equal" href={at(f.v, `${home}/cannot`)}>
        {say(f.v, 'agency.can.no')}
      </a>
    </div>
  </AgencyForm>
);

/** Which referral this is and, while an answer is due, until when. */
const Which = ({ v, referral, zone }: { v: Scene; referral: SharedReferral; zone: string | null }): VNode => (
  <p class="lead">
    <Ltr>{referral.reference}</Ltr>
    {referral.may.includes('first') && (
      <>
        , <T v={v} k="agency.facts.by" time={<b>{whenInWords(v, referral.answerBy, zone)}</b>} />
      </>
    )}
  </p>
);

/** The agreed facts and nothing more. */
export const FactsView = ({ f, referral, home, zone, typed }: ReferralProps): VNode => (
  <>
    <Problem f={f} />
    <Title>{say(f.v, 'agency.facts.title')}</Title>
    <Which v={f.v} referral={referral} zone={zone} />
    <Safely v={f.v} referral={referral} />
    <dl class="rows">
      {factRows(f.v, referral.facts).map((row) => (
        <Row row={row} />
      ))}
    </dl>
    <p class="hint">
      <T v={f.v} k="agency.facts.all" time={whenInWords(f.v, referral.agreedAt, zone)} />
    </p>
    {referral.notice && <p>{referral.notice}</p>}
    <Said v={f.v} answers={referral.answers.filter(({ kind }) => kind !== 'needs-info')} zone={zone} />
    <Conversation v={f.v} referral={referral} zone={zone} />
    {referral.may.includes('first') && <CanYou f={f} home={home} typed={typed} />}
    {referral.may.includes('end') && (
      <div class="actions">
        <a class="btn" href={at(f.v, `${home}/later`)}>
          {say(f.v, referral.may.includes('place') ? 'agency.later.wait' : 'agency.later')}
        </a>
      </div>
    )}
  </>
);

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
      choices={reasons(f, DECLINE_REASONS).map((choice) => ({ ...choice, ...(choice.value === 'no-room' && { under: <AgainOn f={f} typed={typed} /> }) }))}
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
