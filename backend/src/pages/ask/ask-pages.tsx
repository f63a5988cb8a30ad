import type { VNode } from 'preact';
import type { Fault, Form } from '../frame/fields.js';
import { Frame, html } from '../frame/frame.js';
import { at, say, type Scene } from '../frame/scene.js';
import { Phone, T, Title } from '../frame/words.js';
import type { Key } from '../texts/texts.js';
import type { Sent } from '../visit/visits.service.js';
import { pageBefore, type Answers, type Complete } from './answers/answers.js';
import { rowsOf } from './check-rows.js';
import { isQuestion, type PageName, type Question } from './page-names.js';
import { AboutView, ChoiceView } from './views/about-view.js';
import { ReachView, safeTitle, SafeView } from './views/contact-views.js';
import { AddedView, AddView, CheckView, DoneView, NowView, Plain, SentView } from './views/end-views.js';
import { BeforeView, HelpView, SafetyView, WhereView, WhoView } from './views/need-views.js';
import type { AskProps } from './views/props.js';

const VIEWS: { readonly [Q in Question | 'before']: (p: AskProps) => VNode } = {
  before: BeforeView,
  who: WhoView,
  safety: SafetyView,
  help: HelpView,
  where: WhereView,
  reach: ReachView,
  safe: SafeView,
  about: AboutView,
  choice: ChoiceView,
};

/** What a page of an open visit is made of. */
export interface OpenPage {
  v: Scene;
  token: string;
  page: PageName;
  answers: Answers;
  faults: readonly Fault[];
  /** Places that what was typed may mean. */
  meant: readonly string[];
  duty: string;
}

const titleOf = (page: PageName, props: AskProps): Key => (page === 'safe' ? safeTitle(props) : (`${page}.title` as Key));

function viewOf(page: PageName, props: AskProps): VNode {
  const { f, answers } = props;
  if (isQuestion(page) || page === 'before') return VIEWS[page](props);
  return page === 'now' ? <NowView f={f} /> : <CheckView f={f} rows={rowsOf(f.v, answers as Complete)} />;
}

/** A page before sending: a question, the two pages that only inform, or the check. */
export function openPage({ v, token, page, answers, faults, meant, duty }: OpenPage): string {
  const f: Form = { v, token, faults };
  const props: AskProps = { f, answers, duty, meant };
  return html(
    <Frame v={v} title={say(v, titleOf(page, props))} faulty={faults.length > 0} back={pageBefore(page, answers)} ownLines={page === 'now'} form idle>
      {viewOf(page, props)}
    </Frame>,
  );
}

export interface SentPage {
  v: Scene;
  token: string;
  page: 'done' | 'sent' | 'add' | 'added';
  sent: Sent;
  zone: string | null;
  faults: readonly Fault[];
  /** Words being added, when they were refused. */
  words?: string | undefined;
}

/** A page after sending. */
export function sentPage({ v, token, page, sent, zone, faults, words }: SentPage): string {
  const f: Form = { v, token, faults };
  const inside = {
    done: () => <DoneView v={v} sent={sent} zone={zone} />,
    sent: () => <SentView f={f} sent={sent} words={words} />,
    add: () => <AddView f={f} words={words} />,
    added: () => <AddedView v={v} sent={sent} />,
  };
  return html(
    <Frame v={v} title={say(v, `${page}.title`)} faulty={faults.length > 0} back={page === 'add' ? '/ask/done' : undefined} form={page === 'sent' || page === 'add'} idle>
      {inside[page]()}
    </Frame>,
  );
}

const Begin = ({ v }: { v: Scene }): VNode => (
  <form method="post" action={at(v, '/ask')} data-swap>
    <div class="actions">
      <button class="btn primary">{say(v, 'start.begin')}</button>
      {v.desk.phone && (
        <span>
          {say(v, 'start.or')} <T v={v} k="start.call" phone={<Phone number={v.desk.phone} />} />
        </span>
      )}
    </div>
  </form>
);

const When = ({ v }: { v: Scene }): VNode => {
  if (v.hours) return <T v={v} k="start.hours" hours={v.hours} />;
  return v.desk.phone ? <T v={v} k="start.unset.call" phone={<Phone number={v.desk.phone} />} /> : <>{say(v, 'start.unset')}</>;
};

/** The start: what this is, who reads it, when. Two ways on, neither pushed: ask here, or call. */
export const startPage = (v: Scene): string =>
  html(
    <Frame v={v} title={say(v, 'start.title')}>
      <Title>{say(v, 'start.title')}</Title>
      {v.open ? (
        <>
          <p class="lead">{say(v, 'start.lead')}</p>
          <p>
            <When v={v} />
          </p>
          <Begin v={v} />
        </>
      ) : (
        <p class="lead">{say(v, 'start.closed')}</p>
      )}
      <p class="before">
        {say(v, 'list.start')} <a href={at(v, '/find')}>{say(v, 'list.link')}</a>
      </p>
      <p class="before">
        {say(v, 'follow.before')} <a href={at(v, '/follow')}>{say(v, 'follow.title')}</a>
      </p>
    </Frame>,
  );

/** The visit has ended: said plainly, with the reason. */
export const expiredPage = (v: Scene): string =>
  html(
    <Frame v={v} title={say(v, 'expired.title')}>
      <Plain v={v} title="expired.title" lead="expired.lead">
        <div class="actions">
          <a class="btn primary" href={at(v, '/ask')}>
            {say(v, 'expired.again')}
          </a>
        </div>
      </Plain>
    </Frame>,
  );

export const closedPage = (v: Scene): string =>
  html(
    <Frame v={v} title={say(v, 'closed.title')}>
      <Plain v={v} title="closed.title" lead="start.closed" />
    </Frame>,
  );
