import { WRONGS, type Wrong } from '../../directory/index.js';
import { Area, AskForm, Choices, labelled, Problem, type Form } from '../frame/fields.js';
import { Frame, html } from '../frame/frame.js';
import { English } from '../frame/place.js';
import { at, say, type Scene } from '../frame/scene.js';
import { Continue, Title } from '../frame/words.js';

/** What was chosen and typed so far. */
export interface Typed {
  wrong?: Wrong | undefined;
  words?: string | undefined;
}

export interface WrongPage {
  f: Form;
  /** The listing's. */
  name: string;
  /** Address of the page before, without language. */
  back: string;
  idle?: string;
}

/** Two taps and Send: what is wrong, in a word; more only for who wants to say more. */
export const wrongPage = ({ f, name, back, idle }: WrongPage, { wrong, words }: Typed): string =>
  html(
    <Frame v={f.v} title={say(f.v, 'wrong.title')} faulty={f.faults.length > 0} back={back} form idle={idle ?? false}>
      <AskForm f={f}>
        <Problem f={f} />
        <p class="where"><English v={f.v}>{name}</English></p>
        <Choices f={f} name="wrong" legend={<Title>{say(f.v, 'wrong.title')}</Title>} lead={say(f.v, 'wrong.lead')} choices={labelled(f.v, 'wrong', WRONGS)} chosen={[wrong]} />
        <Area f={f} name="words" label={say(f.v, 'wrong.words')} hint={say(f.v, 'wrong.words.hint')} value={words} rows={3} />
        <Continue v={f.v} k="wrong.send" />
      </AskForm>
    </Frame>,
  );

export const thanksPage = (v: Scene, { name, to }: { name: string; to: string }): string =>
  html(
    <Frame v={v} title={say(v, 'wrong.thanks')}>
      <Title>{say(v, 'wrong.thanks')}</Title>
      <p class="lead">{say(v, 'wrong.thanks.lead')}</p>
      <p>{say(v, 'wrong.thanks.told')}</p>
      <p><a class="btn" href={at(v, to)}><English v={v}>{name}</English></a></p>
    </Frame>,
  );
