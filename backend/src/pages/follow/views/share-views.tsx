import type { VNode } from 'preact';
import { SHARED_FIELDS, type ReferralPreview, type SharedField } from '../../../referrals/index.js';
import { Area, Choices, type Form } from '../../frame/fields.js';
import { Frame, html } from '../../frame/frame.js';
import { instantInWords } from '../../frame/desk-hours.js';
import { at, say, type Scene } from '../../frame/scene.js';
import { Continue, T } from '../../frame/words.js';
import type { Key } from '../../texts/texts.js';
import { agencyRows } from '../../agency/agency-rows.js';
import { Rows } from '../../agency/views/row-views.js';
import { Plain } from '../../ask/views/end-views.js';
import { stayForm } from './stay-form.js';

const Back = ({ v }: { v: Scene }): VNode => (
  <p>
    <a href={at(v, '/follow')}>{say(v, 'share.back')}</a>
  </p>
);

/** Why this one is not wanted: never needed. */
export const whyPage = (f: Form, words: string | undefined): string =>
  stayForm(f, {
    title: 'why.title',
    children: (
      <>
        <p class="lead">{say(f.v, 'why.lead')}</p>
        <Area f={f} name="why" label={say(f.v, 'why.words')} value={words} />
        <Continue v={f.v} />
      </>
    ),
  });

/** What the desk may share. A name and how to call back are proposed, as an agency can do nothing without; everything else is off. */
export const sharePage = (f: Form, { agency, known }: ReferralPreview, ticked: readonly SharedField[]): string => {
  const { v } = f;
  const choices = SHARED_FIELDS.filter((field) => known.includes(field)).map((field) => ({ value: field, label: say(v, `share.${field}`) }));
  return stayForm(f, {
    title: 'share.title',
    after: <Back v={v} />,
    children: (
      <>
        <p class="lead">
          <T v={v} k="share.lead" place={agency.name} />
        </p>
        <Choices f={f} name="fields" legend={say(v, 'share.fields')} hint={say(v, 'share.hint')} choices={choices} chosen={ticked} many />
        <Continue v={v} k="share.look" />
      </>
    ),
  });
};

const howKey = ({ noLink }: ReferralPreview): Key => (noLink ? 'preview.phone' : 'preview.link');

/** Exactly what they will see, and one box that nobody ticked for the person. */
export const previewPage = (f: Form, preview: ReferralPreview, zone: string): string => {
  const { v } = f;
  const { agency, hash, answerBy } = preview;
  return stayForm(f, {
    title: 'preview.title',
    back: '/follow/share',
    after: <Back v={v} />,
    children: (
      <>
        <p class="lead">
          <T v={v} k="preview.lead" place={agency.name} />
        </p>
        <Rows rows={agencyRows(v, preview)} />
        <p>
          <T v={v} k={howKey(preview)} place={agency.name} time={instantInWords(v.language, new Date(answerBy), zone)} />
        </p>
        <p>{say(v, 'preview.back')}</p>
        <input type="hidden" name="hash" value={hash} />
        <Choices f={f} name="agreed" legend={say(v, 'preview.agree')} choices={[{ value: 'yes', label: say(v, 'preview.yes') }]} chosen={[]} many />
        <Continue v={v} k="preview.send" />
      </>
    ),
  });
};

export const unaskablePage = (v: Scene): string =>
  html(
    <Frame v={v} title={say(v, 'unaskable.title')} back="/follow" idle="/follow/closed">
      <Plain v={v} title="unaskable.title" lead="unaskable.lead">
        <div class="actions">
          <a class="btn" href={at(v, '/follow')}>
            {say(v, 'share.back')}
          </a>
        </div>
      </Plain>
    </Frame>,
  );
