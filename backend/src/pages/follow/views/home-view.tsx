import type { VNode } from 'preact';
import type { FollowedInquiry } from '../../../intake/index.js';
import type { ReferralView, Shared, ToldOption } from '../../../referrals/index.js';
import { Problem, type Form } from '../../frame/fields.js';
import { Frame, html } from '../../frame/frame.js';
import { dayInWords, instantInWords } from '../../frame/desk-hours.js';
import { at, say } from '../../frame/scene.js';
import { Ltr, T, Title } from '../../frame/words.js';
import type { Key } from '../../texts/texts.js';
import type { Picture } from '../pictures.service.js';
import { isOpen, standingOf, type Sentence } from '../standing-of.js';
import { ActForm, OptionWay } from './option-views.js';

export interface Home {
  f: Form;
  picture: Picture;
  zone: string;
  /** By when a new request is read; absent while hours are not set. */
  by: Date | undefined;
  told: Key | undefined;
}

const Said = ({ home, sentence: { key, referral } }: { home: Home; sentence: Sentence }): VNode => {
  const { f, zone, by } = home;
  const { language } = f.v;
  if (!referral) return <T v={f.v} k={key === 'stand.received' && by ? 'stand.received.by' : key} time={by && instantInWords(language, by, zone)} />;
  const { agency, service, madeAt, answerBy } = referral;
  return <T v={f.v} k={key} place={agency?.name ?? service} service={service} day={dayInWords(language, new Date(madeAt), zone)} time={answerBy && instantInWords(language, new Date(answerBy), zone)} />;
};

/** What an agency wants to know, in its own words, so that nobody is taken by surprise. */
const Question = ({ referral }: Pick<Sentence, 'referral'>): VNode | null => {
  const asked = referral?.answers.findLast(({ kind }) => kind === 'needs-info');
  return asked?.note ? (
    <p>
      <q dir="auto">{asked.note}</q>
    </p>
  ) : null;
};

/** "Did it help?" stands beside each way that could have led to help. */
const ASKABLE: readonly ReferralView['state'][] = ['self-contact', 'accepted', 'waitlisted', 'served', 'stopped'];
const Helped = ({ home, referral }: { home: Home; referral: ReferralView }): VNode => {
  const { f, picture } = home;
  const said = picture.said.get(referral.id);
  return (
    <ActForm f={f} to="tell" hidden={{ referral: referral.id }}>
      {said && <p class="hint">{say(f.v, `said.${said}`)}</p>}
      <button class="btn">
        {say(f.v, said ? 'stand.tellAgain' : 'stand.tell')}
        <span class="sr">: {referral.service}</span>
      </button>
    </ActForm>
  );
};

const NeedPart = ({ home, need }: { home: Home; need: FollowedInquiry['needs'][number] }): VNode => {
  const { f, picture } = home;
  const own = picture.options.filter(({ needId }) => needId === need.id);
  const ways = picture.referrals.filter(({ needId, state }) => needId === need.id && ASKABLE.includes(state));
  const goesOn = picture.inquiry.status !== 'closed' && !['met', 'partly-met', 'unmet', 'withdrawn'].includes(need.status);
  return (
    <section class="need">
      <h2>{say(f.v, `help.${need.topic}` as Key)}</h2>
      {standingOf(need, picture).map((sentence) => (
        <>
          <p>
            <Said home={home} sentence={sentence} />
          </p>
          {sentence.key === 'stand.asks' && <Question referral={sentence.referral} />}
        </>
      ))}
      {ways.map((referral) => (
        <Helped home={home} referral={referral} />
      ))}
      {own.length > 0 && goesOn && <OptionList home={home} options={own} />}
    </section>
  );
};

const OptionList = ({ home: { f, picture }, options }: { home: Home; options: readonly ToldOption[] }): VNode => (
  <>
    <h3 class="list">{say(f.v, 'way.title')}</h3>
    <p>{say(f.v, 'way.lead')}</p>
    {options.map((option) => (
      <OptionWay f={f} option={option} card={picture.cards.get(option.id)} taken={picture.referrals.some((one) => one.optionId === option.id && isOpen(one))} />
    ))}
  </>
);

const seenKey = ({ way, openedAt }: Shared): Key => (way === 'phone' ? 'shared.phone' : openedAt ? 'shared.opened' : 'shared.unopened');

const SharedRow = ({ home, one }: { home: Home; one: Shared }): VNode => {
  const { f, zone } = home;
  const { language } = f.v;
  const day = (at: Date): string => dayInWords(language, at, zone);
  return (
    <div>
      <dt>{one.agency}</dt>
      <dd>
        <p>
          <T v={f.v} k="shared.what" fields={one.fields.map((field) => say(f.v, `share.${field}`)).join('; ')} day={day(one.sharedAt)} />
        </p>
        <p>
          <T v={f.v} k={seenKey(one)} time={one.openedAt && instantInWords(language, one.openedAt, zone)} />
        </p>
        {one.takenBackAt ? (
          <p>
            <T v={f.v} k="shared.takenBack" day={day(one.takenBackAt)} />
          </p>
        ) : (
          <ActForm f={f} to="back" hidden={{ referral: one.referralId }}>
            <button class="btn">
              {say(f.v, 'shared.back')}
              <span class="sr">: {one.agency}</span>
            </button>
          </ActForm>
        )}
      </dd>
    </div>
  );
};

const SharedPart = ({ home }: { home: Home }): VNode => {
  const { f, picture } = home;
  return (
    <section class="need">
      <h2>{say(f.v, 'shared.title')}</h2>
      {picture.shared.length ? (
        <dl class="shared">
          {picture.shared.map((one) => (
            <SharedRow home={home} one={one} />
          ))}
        </dl>
      ) : (
        <p>{say(f.v, 'shared.none')}</p>
      )}
    </section>
  );
};

/** Everything that a person may do with their request. Nobody has to ask for it, and nothing is hidden. */
const Doing = ({ f, closed }: { f: Form; closed: boolean }): VNode => (
  <section class="need">
    <h2>{say(f.v, 'do.title')}</h2>
    <p>{say(f.v, 'do.lead')}</p>
    <ul class="doing">
      <li>
        <ActForm f={f} to="close">
          <button class="btn">{say(f.v, 'do.close')}</button>
        </ActForm>
      </li>
      {(['add', ...(closed ? [] : (['withdraw'] as const)), 'erase'] as const).map((to) => (
        <li>
          <a class="btn" href={at(f.v, `/follow/${to}`)}>
            {say(f.v, `do.${to}`)}
          </a>
        </li>
      ))}
    </ul>
  </section>
);

/** Where things stand, what to choose from, what was shared, what can be done. */
export const homePage = (home: Home): string => {
  const { f, picture, told } = home;
  const { v } = f;
  const { reference, needs, status } = picture.inquiry;
  return html(
    <Frame v={v} title={say(v, 'stand.title')} faulty={f.faults.length > 0} idle="/follow/closed">
      <Problem f={f} />
      <p class="where">
        <Ltr>{reference}</Ltr>
      </p>
      <Title>{say(v, 'stand.title')}</Title>
      {told && <p class="note" role="status">{say(v, told)}</p>}
      {status === 'closed' && <p class="lead">{say(v, 'stand.closed')} <a href={at(v, '/find')}>{say(v, 'list.link')}</a></p>}
      {needs.map((need) => (
        <NeedPart home={home} need={need} />
      ))}
      <SharedPart home={home} />
      <Doing f={f} closed={status === 'closed'} />
    </Frame>,
  );
};
