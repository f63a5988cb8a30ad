import sanitizeHtml from 'sanitize-html';
import { folded, mendText, type CleanText } from './domain/wire-text.js';

const MARKUP = /<[a-z/!][^>]*>|&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});/i;
const BREAKS = /<(?:br|\/p|\/li|\/h[1-6]|\/div|\/tr)\b[^>]*>/gi;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ' };

/** Plain text of whatever a source wrote (directory.md, pitfall 14): no element survives, and a text that only looks like one after unescaping is text. */
export function plainText(raw: string): CleanText {
  const { text, repairs } = mendText(raw);
  if (!MARKUP.test(text)) return { text, repairs };
  const bare = sanitizeHtml(text.replace(BREAKS, '\n'), { allowedTags: [], allowedAttributes: {} });
  return { text: folded(bare.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => ENTITIES[entity] ?? ' ')), repairs: [...repairs, 'html'] };
}
