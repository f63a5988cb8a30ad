import type { ComponentChildren, VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { Document, Main, Skip } from './document.js';
import { Icon, Mark } from './icons.js';
import { Languages, Unchecked } from './languages.js';
import { at, say, type Line, type Scene } from './scene.js';
import { Numbers, Phone, T } from './words.js';

export interface FrameProps {
  v: Scene;
  /** The H1's words. */
  title: string;
  faulty?: boolean;
  /** Address of the page before, without language. */
  back?: string | undefined;
  /** The crisis lines stand before the page's content: a list is long, and on a phone they would come after it. */
  linesFirst?: boolean;
  /** The page shows the crisis lines in its own words. */
  ownLines?: boolean;
  /** The page belongs to a visit: the script warns before it ends. Where it goes then, when that is not the form's own page. */
  idle?: boolean | string;
  /** The page holds the form `ask`: what was typed goes along when the language is changed. */
  form?: boolean;
  /** Beside the page's content on a wide screen, after it on a phone and in the order of Tab: what the content says, too. */
  beside?: ComponentChildren;
  children?: ComponentChildren;
}

const href = ({ kind, target }: Line): string => (kind === 'chat' ? target : `${kind === 'text' ? 'sms' : 'tel'}:${target.replace(/[^\d+]/g, '')}`);

const note = (v: Scene, line: Line): string => line.note || (line.kind === 'chat' ? say(v, 'crisis.chat') : '');

export const Lines = ({ v }: { v: Scene }): VNode => (
  <ul>
    {v.lines.map((line) => (
      <li>
        <a href={href(line)} rel="noreferrer">
          <Icon name={line.target === '911' ? 'alert' : line.kind} />
          <span lang={line.language === v.language.code ? undefined : line.language}>
            <b dir="auto">
              <Numbers text={line.label} />
            </b>
            {note(v, line) && (
              <small>
                <bdi>{note(v, line)}</bdi>
              </small>
            )}
          </span>
        </a>
      </li>
    ))}
  </ul>
);

/** `calm`: on a phone one row of numbers before the content; whoever follows "Help right now" sees all of it. */
const Crisis = ({ v, calm }: { v: Scene; calm?: boolean }): VNode => (
  <aside class={calm ? 'crisis calm' : 'crisis'} aria-labelledby="crisis">
    <h2 id="crisis" tabindex={-1}>
      {say(v, 'crisis.title')}
    </h2>
    <p>{say(v, 'crisis.lead')}</p>
    <Lines v={v} />
  </aside>
);

/** First in the source after the skip link, so that it is the second tab stop; CSS moves it to the end of the line. */
const Top = ({ v, form }: { v: Scene; form: boolean }): VNode => (
  <div class="top">
    <form id="leave" method="post" action="/leave" data-exit={v.exit}>
      <button class="leave">
        <Icon name="door" flip /> {say(v, 'frame.leave')}
      </button>
      <input type="hidden" name="language" value={v.language.code} />
    </form>
    <Languages v={v} form={form} />
  </div>
);

const Head = ({ v, form }: { v: Scene; form: boolean }): VNode => (
  <header>
    <Skip v={v} />
    <Top v={v} form={form} />
    {v.demo && <p class="demo">{say(v, 'frame.demo')}</p>}
    <div class="wrap brand">
      <Mark />
      <span>{v.desk.name}</span>
      <a class="help" href="#crisis">
        {say(v, 'frame.help')}
      </a>
    </div>
    {!v.language.checked && <Unchecked v={v} form={form} />}
  </header>
);

const Foot = ({ v }: { v: Scene }): VNode => (
  <footer>
    <div class="wrap">
      <button class="late" form="leave">
        {say(v, 'frame.leaveNow')}
      </button>
      <a href={at(v, '/privacy')}>{say(v, 'frame.privacy')}</a>
      <a href={at(v, '/accessibility')}>{say(v, 'frame.accessibility')}</a>
      <a href={at(v, '/credits')}>{say(v, 'frame.credits')}</a>
      <a href={at(v, '/agencies/policy')}>{say(v, 'frame.agencies')}</a>
      {v.desk.phone && (
        <span>
          <T v={v} k={v.hours ? 'frame.call.hours' : 'frame.call'} phone={<Phone number={v.desk.phone} />} hours={v.hours} />
        </span>
      )}
    </div>
  </footer>
);

/** What the script says; without script nobody needs it. */
const spoken = (v: Scene, idle: boolean | string): Record<string, string> => ({
  'data-sending': say(v, 'script.sending'),
  'data-offline': say(v, 'script.offline'),
  'data-leaving': say(v, 'frame.leaving'),
  ...(idle && { 'data-idle': say(v, 'script.idle'), 'data-idle-text': say(v, 'script.idle.text'), 'data-stay': say(v, 'script.stay'), 'data-expired': at(v, idle === true ? '/ask/expired' : idle) }),
});

const Columns = ({ v, back, ownLines, linesFirst, beside, children }: Pick<FrameProps, 'v' | 'back' | 'beside' | 'children'> & { ownLines: boolean; linesFirst: boolean }): VNode => (
  <div class={`wrap cols${linesFirst ? ' ahead' : ''}${beside ? ' wide' : ''}`}>
    {linesFirst && <Crisis v={v} calm />}
    <Main v={v} back={back}>
      {children}
    </Main>
    {beside}
    {!ownLines && !linesFirst && <Crisis v={v} />}
  </div>
);

export const Frame = ({ v, title, faulty, back, ownLines = false, linesFirst = false, idle = false, form = false, beside, children }: FrameProps): VNode => (
  <Document v={v} title={title} faulty={faulty} spoken={spoken(v, idle)}>
    <Head v={v} form={form} />
    <Columns v={v} back={back} ownLines={ownLines} linesFirst={linesFirst} beside={beside}>
      {children}
    </Columns>
    <Foot v={v} />
  </Document>
);

/** A whole page as text. */
export const html = (page: VNode): string => `<!doctype html>${render(page)}`;
