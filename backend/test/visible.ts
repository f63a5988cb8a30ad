/** What of a page's HTML somebody sees without pressing anything, as text: no head, nothing kept for screen readers or opened by a press. */
export const visible = (html: string): string =>
  (/<body.*<\/body>/s.exec(html)?.[0] ?? '')
    .replace(/<a class="skip".*?<\/a>/gs, '')
    .replace(/<(\w+)[^>]* class="sr".*?<\/\1>/gs, '')
    .replace(/(<\/summary>).*?<\/details>/gs, '$1')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#?\w+;/g, "'")
    .trim();
export const words = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** The lines of a page's lists, label and value, as they are read. */
export const linesOn = (html: string): [label: string, value: string][] =>
  [...html.matchAll(/<div><dt>(.*?)<\/dt><dd>(.*?)<\/dd><\/div>/gs)].map(([, label = '', value = '']) => [plain(label), plain(value)]);
const plain = (html: string): string => html.replace(/<[^>]+>/g, '').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');
