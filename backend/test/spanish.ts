/** Vowels that make a syllable in Spanish: two strong ones, or an accented weak one beside another, are two; the u of "que" and "gui" is silent. */
export const spokenIn = (word: string): number =>
  Math.max(1, word.toLowerCase().replace(/([qg])u(?=[eiéí])/g, '$1').match(/[aeoáéóíú]|(?<![aeoáéóíú])[iuü]{1,2}(?![aeoáéó])/g)?.length ?? 1);

/** Perspicuity of Szigriszt Pazos; 65 and more is "rather easy" on the INFLESZ scale (Barrio Cantalejo, 2008): primary school. */
export function clarity(text: string): number {
  const count = text.split(/[.!?:]+(?:\s|$)/).filter((one) => /\p{L}/u.test(one)).length;
  const words = text.match(/\p{L}+/gu) ?? [];
  return 206.835 - 62.3 * (words.reduce((sum, word) => sum + spokenIn(word), 0) / words.length) - words.length / count;
}
export const EASY = 65;
/** Below this a single text is "rather hard". */
export const NORMAL = 55;

/** What an office would write, what blames, "tú", and endings that leave people out. */
export const FORMAL = /\(a\)|\p{L}@s?(?!\p{L})|\p{L}\/a(?!\p{L})|(?<!\p{L})(tú|tu|tus|ti|contigo|vosotros|os|favor de|proceder|mediante|asimismo|dicho|formular|inválid[oa]|víctima|cliente|caso|sufr\p{L}+|lo sentimos)(?!\p{L})/iu;
