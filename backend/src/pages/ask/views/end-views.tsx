import type { ComponentChildren, VNode } from 'preact';
import { Area, AskForm, Problem, type Form } from '../../frame/fields.js';
import { Lines } from '../../frame/frame.js';
import { instantInWords } from '../../frame/desk-hours.js';
import { at, say, type Scene } from '../../frame/scene.js';
import { Continue, Ltr, Phone, T, Title } from '../../frame/words.js';
import type { Key } from '../../texts/texts.js';
import type { Sent } from '../../visit/visits.service.js';
import type { Row } from '../check-rows.js';

export const NowView = ({ f }: { f: Form }): VNode => (
  <AskForm f={f}>
    <Title>{say(f.v, 'now.title')}</Title>
    <p class="lead">{say(f.v, 'now.lead')}</p>
    <div class="crisis here" id="crisis" tabindex={-1}>
      <Lines v={f.v} />
    </div>
    <p>{say(f.v, 'now.on')}</p>
    <Continue v={f.v} k="now.continue" />
  </AskForm>
);

const RowView = ({ v, row: { page, label, value, ltr } }: { v: Scene; row: Row }): VNode => (
  <div>
    <dt>{say(v, label)}</dt>
    <dd>{value ? ltr ? <Ltr>{value}</Ltr> : <bdi>{value}</bdi> : say(v, 'check.none')}</dd>
    <dd>
      <a href={at(v, `/ask/${page}`)}>
        {say(v, 'check.change')}
        <span class="sr">: {say(v, label)}</span>
      </a>
    </dd>
  </div>
);

export const CheckView = ({ f, rows }: { f: Form; rows: readonly Row[] }): VNode => (
  <AskForm f={f}>
    <Problem f={f} />
    <Title>{say(f.v, 'check.title')}</Title>
    <p class="lead">{say(f.v, 'check.lead')}</p>
    <dl class="rows">
      {rows.map((row) => (
        <RowView v={f.v} row={row} />
      ))}
    </dl>
    <Continue v={f.v} k="check.send" />
  </AskForm>
);

const Receipt = ({ v, sent }: { v: Scene; sent: Sent }): VNode => (
  <>
    <dl class="keep">
      <div>
        <dt>{say(v, 'done.reference')}</dt>
        <dd>
          <Ltr>{sent.reference}</Ltr>
        </dd>
      </div>
      <div>
        <dt>{say(v, 'done.code')}</dt>
        <dd>
          <bdi dir="ltr" lang="en">
            {sent.code}
          </bdi>
        </dd>
      </div>
    </dl>
    {v.desk.phone && (
      <p class="on-card">
        <T v={v} k="done.call" phone={<Phone number={v.desk.phone} />} />
      </p>
    )}
  </>
);

const Step = ({ title, by, children }: { title: string; by?: string | undefined; children: ComponentChildren }): VNode => (
  <li>
    <b>{title}</b>
    {by && <span class="hint"> {by}</span>}
    <p>{children}</p>
  </li>
);

const Next = ({ v, sent, time }: { v: Scene; sent: Sent; time: string }): VNode => (
  <>
    <h2>{say(v, 'done.next')}</h2>
    <ol class="steps">
      <Step title={say(v, 'done.next.1')} by={time && say(v, 'done.next.1.by', { time })}>
        {say(v, 'done.next.1.text')}
      </Step>
      <Step title={say(v, sent.self ? 'done.next.2.self' : 'done.next.2')}>{say(v, sent.self ? 'done.next.2.self.text' : 'done.next.2.text')}</Step>
      <Step title={say(v, 'done.next.3')}>{say(v, 'done.next.3.text')}</Step>
    </ol>
  </>
);

/** The way back is a plain address: number and words are never filled in for whoever holds the device next. */
const AddMore = ({ v }: { v: Scene }): VNode => (
  <div class="actions">
    <a class="btn" href={at(v, '/ask/add')}>
      {say(v, 'done.add')}
    </a>
    <a class="btn" href={at(v, '/follow')}>
      {say(v, 'follow.title')}
    </a>
  </div>
);

/** The receipt. On paper it is a plain card: number, code and phone, and nothing about why. */
export const DoneView = ({ v, sent, zone }: { v: Scene; sent: Sent; zone: string | null }): VNode => {
  const time = sent.by && zone ? instantInWords(v.language, new Date(sent.by), zone) : '';
  return (
    <div class="receipt">
      <Title>{say(v, 'done.title')}</Title>
      <p class="lead">{time ? <T v={v} k="done.lead" time={<b>{time}</b>} /> : say(v, 'done.lead.unset')}</p>
      <Receipt v={v} sent={sent} />
      <p>{say(v, 'done.keep')}</p>
      <p>{say(v, 'done.shown')}</p>
      <p>{say(v, 'done.print')}</p>
      <AddMore v={v} />
      <Next v={v} sent={sent} time={time} />
      <p class="off-paper">{say(v, 'list.meanwhile')} <a href={at(v, '/find')}>{say(v, 'list.link')}</a></p>
    </div>
  );
};

/** After sending, every page of the form leads here: nothing is sent twice. */
export const SentView = ({ f, sent, words }: { f: Form; sent: Sent; words: string | undefined }): VNode => (
  <AskForm f={f}>
    <Problem f={f} />
    <Title>{say(f.v, 'sent.title')}</Title>
    <p class="lead">{say(f.v, 'sent.lead')}</p>
    <Receipt v={f.v} sent={sent} />
    <Area f={f} name="more" label={say(f.v, 'sent.more')} hint={say(f.v, 'sent.more.hint')} value={words} />
    <Continue v={f.v} k="sent.add" />
  </AskForm>
);

/** What adding asks for, wherever it is done. */
export const AddFields = ({ f, words }: { f: Form; words: string | undefined }): VNode => (
  <>
    <p class="lead">{say(f.v, 'add.lead')}</p>
    <Area f={f} name="more" label={say(f.v, 'add.more')} value={words} />
    <Continue v={f.v} k="sent.add" />
  </>
);

export const AddView = ({ f, words }: { f: Form; words: string | undefined }): VNode => (
  <AskForm f={f}>
    <Problem f={f} />
    <Title>{say(f.v, 'add.title')}</Title>
    <AddFields f={f} words={words} />
  </AskForm>
);

export const AddedView = ({ v, sent }: { v: Scene; sent: Sent }): VNode => (
  <div class="receipt">
    <Title>{say(v, 'added.title')}</Title>
    <p class="lead">{say(v, 'added.lead')}</p>
    <Receipt v={v} sent={sent} />
    <AddMore v={v} />
  </div>
);

/** A page that says what happened, and one way on. */
export const Plain = ({ v, title, lead, children }: { v: Scene; title: Key; lead: Key; children?: ComponentChildren }): VNode => (
  <>
    <Title>{say(v, title)}</Title>
    <p class="lead">{say(v, lead)}</p>
    {children}
  </>
);
