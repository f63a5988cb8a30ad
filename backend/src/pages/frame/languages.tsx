import type { ComponentChildren, VNode } from 'preact';
import { LANGUAGES, languageOf, type Language } from '../texts/texts.js';
import { say, type Scene } from './scene.js';

interface Way {
  v: Scene;
  language: Language;
  form: boolean;
  children: ComponentChildren;
}

/** The same page in another language. Where a form stands it is a button of that form: a link would lose what was typed and not sent. */
const InLanguage = ({ v, language: { code, dir }, form, children }: Way): VNode =>
  form ? (
    <button form="ask" formaction={`/${code}${v.path}`} name="language" value={code} lang={code} dir={dir}>
      {children}
    </button>
  ) : (
    <a href={`/${code}${v.path}`} hreflang={code} lang={code} dir={dir}>
      {children}
    </a>
  );

/** What Enter in a field presses: a form's first button in the source, which would else be a language. */
const EnterKey = (): VNode => <button class="sr" form="ask" tabindex={-1} aria-hidden="true" />;

/** `others`: without the language that the page is in, where words are counted. */
export const Languages = ({ v, form, others = false }: { v: Scene; form: boolean; others?: boolean }): VNode => (
  <>
    {form && <EnterKey />}
    <nav class="langs" aria-label={say(v, 'frame.languages')}>
      {LANGUAGES.filter(({ code }) => !others || code !== v.language.code).map((language) =>
        language.code === v.language.code ? (
          <span aria-current="true">{language.name}</span>
        ) : (
          <InLanguage v={v} language={language} form={form}>
            {language.name}
          </InLanguage>
        ),
      )}
    </nav>
  </>
);

/** Said on every page until a person has signed the texts (docs/translating.md). */
export const Unchecked = ({ v, form }: { v: Scene; form: boolean }): VNode => (
  <p class="wrap unchecked">
    {say(v, 'frame.unchecked')}{' '}
    <InLanguage v={v} language={languageOf('en')} form={form}>
      <span lang={v.language.code}>{say(v, 'frame.unchecked.link')}</span>
    </InLanguage>
  </p>
);
