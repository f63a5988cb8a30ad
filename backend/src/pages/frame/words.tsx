import type { ComponentChildren, VNode } from 'preact';
import { pieces, type Key } from '../texts/texts.js';
import { prose, say, type Scene } from './scene.js';
import type { ProseKey } from '../texts/texts.js';

/** A number, reference or address inside a sentence: it keeps its direction in every language. */
export const Ltr = ({ children }: { children?: ComponentChildren }): VNode => <bdi dir="ltr">{children}</bdi>;

/** A text of the page's language; what fills its holes is isolated from the sentence's direction. */
export function T({ v, k, ...holes }: { v: Scene; k: Key } & Record<string, unknown>): VNode {
  const parts = pieces(v.language.texts[k]).map((part, place) => (place % 2 ? holes[part] : part) as ComponentChildren);
  return <>{parts.map((part, place) => (place % 2 && typeof part === 'string' ? <bdi>{part}</bdi> : part))}</>;
}

const NUMBER = /(\+?\d[\d ()-]{1,20}\d)/;
/** An operator's own text with its numbers isolated. */
export const Numbers = ({ text }: { text: string }): VNode => <>{text.split(NUMBER).map((part, place) => (place % 2 ? <Ltr>{part}</Ltr> : part))}</>;

export const Phone = ({ number }: { number: string }): VNode => (
  <a href={`tel:${number.replace(/[^\d+]/g, '')}`}>
    <Ltr>{number}</Ltr>
  </a>
);

/** Paragraphs and headings of a text page. */
export const Prose = ({ v, k }: { v: Scene; k: ProseKey }): VNode => (
  <>{prose(v, k).map((text) => (text.startsWith('# ') ? <h2>{text.slice(2)}</h2> : <p>{text}</p>))}</>
);

/** The page's one H1. Its words are also the start of the title. */
export const Title = ({ children }: { children: ComponentChildren }): VNode => (
  <h1 id="h" tabindex={-1}>
    {children}
  </h1>
);

export const Continue = ({ v, k = 'frame.continue' }: { v: Scene; k?: Key }): VNode => (
  <div class="actions">
    <button class="btn primary">{say(v, k)}</button>
  </div>
);
