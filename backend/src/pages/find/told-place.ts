/** A place behind "in", "near", "en", "cerca de" at the end of what was written: "food in Norwalk". */
const AT_THE_END = /^(.+?)\s+(?:in|near|around|close to|en|cerca de)\s+(\p{L}[\p{L}\p{N} .,'’-]{2,60})$/iu;

/**
 * Words that end in what may be a place, taken apart; undefined where they do not, or what stands there are `everyday` words alone
 * ("a baby in need"). Whether it is a place, the gazetteer knows.
 */
export function toldPlace(text: string, everyday: ReadonlySet<string>): { words: string; place: string } | undefined {
  const [, words, place] = AT_THE_END.exec(text.trim().replace(/[.!?]+$/, '')) ?? [];
  if (!words || !place) return undefined;
  return place.toLowerCase().split(/[^\p{L}\p{N}]+/u).every((word) => everyday.has(word)) ? undefined : { words, place };
}
