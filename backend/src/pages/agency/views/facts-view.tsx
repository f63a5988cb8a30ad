import type { VNode } from 'preact';
import type { GivenAnswer, SharedReferral } from '../../../partners/index.js';
import { standingAfter, type SharedFacts } from '../../../referrals/index.js';
import { dayInWords } from '../../frame/desk-hours.js';
import { Problem } from '../../frame/fields.js';
import { at, say, type Scene } from '../../frame/scene.js';
import { T, Title } from '../../frame/words.js';
import type { Key } from '../../texts/texts.js';
import { agreedRows, referenceRows } from '../agency-rows.js';
import { AgencyForm, whenInWords } from './door-views.js';
import { Name, type ReferralProps } from './referral-views.js';
import { Conversation, waitsForReply } from './replies-view.js';
import { Rows } from './row-views.js';

interface Part {
  v: Scene;
  referral: SharedReferral;
  zone: string | null;
}
type After = 'accepted' | 'waitlisted' | 'place' | 'declined' | 'served' | 'stopped' | 'needs-info' | 'replied';

/** What the agency's answers have come to; undefined before the first. */
function after({ answers, replies }: Pick<SharedReferral, 'answers' | 'replies'>): After | undefined {
  const standing = standingAfter(answers);
  if (standing === 'sent') return answers.length ? (waitsForReply({ answers, replies }) ? 'needs-info' : 'replied') : undefined;
  return standing === 'accepted' && answers.some(({ stage }) => stage === 'place') ? 'place' : (standing as After);
}

/** Whoever has answered reads first that it has arrived. */
export function factsTitle(referral: SharedReferral): Key {
  const said = after(referral);
  return said ? `agency.thanks.${said}` : 'agency.can';
}

/** What happens next, and until when an answer is due. */
const Next = ({ v, referral, zone }: Part): VNode => {
  const said = after(referral);
  return (
    <p class="lead">
      {said && `${say(v, `agency.next.${said}`)} `}
      {referral.may.includes('first') && <T v={v} k="agency.facts.by" time={<b>{whenInWords(v, referral.answerBy, zone)}</b>} />}
    </p>
  );
};

/** How to make contact: a number never stands without its rules. */
const Safely = ({ v, facts, dial = false }: { v: Scene; facts: SharedFacts; dial?: boolean }): VNode | null => {
  const rows = agreedRows(v, facts).filter((row) => row.safely);
  return rows.length ? (
    <section class="safely" aria-labelledby="safely">
      <h2 id="safely">{say(v, 'agency.safely')}</h2>
      <Rows rows={rows} dial={dial} />
    </section>
  ) : null;
};

/** What is asked for, and by whom. */
const Wanted = ({ v, facts }: { v: Scene; facts: SharedFacts }): VNode => <Rows rows={agreedRows(v, facts).filter((row) => !row.safely)} />;

/** What nobody has to read to answer: after the answers. Once it has ended only this is left. */
const Reference = ({ v, referral, zone }: Part): VNode => (
  <>
    <Rows rows={referenceRows(v, referral.reference)} />
    {referral.facts && (
      <p class="hint">
        <T v={v} k="agency.facts.all" day={dayInWords(v.language, referral.agreedAt, zone ?? 'UTC')} />
      </p>
    )}
  </>
);

const sentenceKey = ({ stage, kind }: GivenAnswer): Key => (stage === 'place' ? 'agency.said.place' : `agency.said.${kind}`);

/** What was said before, by whom and when: a second answer shows the first. */
const Said = ({ v, referral, zone }: Part): VNode | null => {
  const answers = referral.answers.filter(({ kind }) => kind !== 'needs-info'); // questions stand in the conversation
  return answers.length ? (
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
};

const CanYou = ({ f, home, typed }: Pick<ReferralProps, 'f' | 'home' | 'typed'>): VNode => (
  <AgencyForm f={f} action={at(f.v, `${home}/facts`)}>
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
    <Name f={f} typed={typed} />
  </AgencyForm>
);

/** Whoever has no room for one is asked once whether that is so for all. */
const Room = ({ f, referral, home, room }: Pick<ReferralProps, 'f' | 'referral' | 'home' | 'room'>): VNode | null => {
  const declined = referral.answers.find(({ reason }) => reason === 'no-room');
  if (!declined || !room || (room.saidAt && new Date(room.saidAt) > declined.saidAt)) return null;
  return (
    <section class="safely" aria-labelledby="room">
      <h2 id="room">{say(f.v, 'agency.room.title')}</h2>
      <p>{say(f.v, 'agency.room.lead')}</p>
      <div class="actions">
        <a class="btn" href={at(f.v, `${home}/room`)}>
          {say(f.v, 'agency.room.say')}
        </a>
      </div>
    </section>
  );
};

/** Who has to answer reads what is asked first, and can answer there; who has answered reads first how to make contact safely. */
const Agreed = ({ f, referral, home, typed }: ReferralProps): VNode => {
  const { facts, notice } = referral;
  const asked = referral.may.includes('first');
  return (
    <>
      {facts && !asked && <Safely v={f.v} facts={facts} dial />}
      {facts && <Wanted v={f.v} facts={facts} />}
      {notice && <p>{notice}</p>}
      {asked && <CanYou f={f} home={home} typed={typed} />}
      {facts && asked && <Safely v={f.v} facts={facts} />}
    </>
  );
};

/** What came of the last answer, the agreed facts while they are needed, and what may be said next. */
export const FactsView = (props: ReferralProps): VNode => {
  const { f, referral, home, zone } = props;
  const replied = after(referral) === 'replied'; // what they waited for comes before what they have read
  const talk = <Conversation v={f.v} referral={referral} zone={zone} />;
  return (
    <>
      <Problem f={f} />
      <Title>{say(f.v, factsTitle(referral))}</Title>
      <Next v={f.v} referral={referral} zone={zone} />
      {replied && talk}
      <Room {...props} />
      <Agreed {...props} />
      {!replied && talk}
      {referral.may.includes('end') && (
        <div class="actions">
          <a class="btn" href={at(f.v, `${home}/later`)}>
            {say(f.v, referral.may.includes('place') ? 'agency.later.wait' : 'agency.later')}
          </a>
        </div>
      )}
      <Reference v={f.v} referral={referral} zone={zone} />
      <Said v={f.v} referral={referral} zone={zone} />
    </>
  );
};
