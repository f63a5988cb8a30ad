import type { Token } from './tokens.js';

/** Of whom something is said: of the one who writes, of somebody else, or nobody can tell. */
export type Subject = 'self' | 'other' | null;

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Relatives and others of whom people write, in the singular, folded. */
export const KIN = words(`son daughter child kid baby toddler teen teenager boy girl brother sister sibling twin mother mom mum mama father dad papa parent husband wife spouse partner boyfriend girlfriend fiance fiancee ex friend roommate neighbor neighbour uncle aunt cousin nephew niece grandson granddaughter grandchild grandkid grandmother grandma grandfather grandpa granny stepson stepdaughter stepchild client patient student coworker colleague
  hijo hija nino nina bebe adolescente muchacho muchacha hermano hermana madre padre mami papi mamita papito esposo esposa marido mujer pareja novio novia amigo amiga vecino vecina tio tia primo prima sobrino sobrina nieto nieta abuelo abuela suegro suegra cunado cunada hijastro hijastra cliente paciente alumno alumna companero companera`);
/** Spanish el, la, lo are articles more often than people. */
const OTHER = words('he she him her his hers they them their hes shes theyre hed shed ella ellos ellas le les su sus');
const SELF = words(`i im ive id ill me my myself mine am we us our ours ourselves
  yo mi me mio mia conmigo estoy soy tengo siento quiero necesito puedo quisiera busco perdi vivo bebo tomo como duermo lloro nosotros nuestro nuestra somos estamos`);
/** Words that belong to whom they stand before: "my son" is about the son. */
const OWNING = words('my mi our nuestro nuestra mis nuestros nuestras');
const BEFORE_KIN = words('a an un una the her his su');
/** So far back one looks. */
const REACH = 14;

/** The nearest word before the token `at`, in it, that says of whom it is: within the same sentence where one stands there. */
export function subjectAt(text: readonly Token[], at: number, end: number): Subject {
  for (let place = end - 1; place >= Math.max(0, at - REACH); place--) {
    const subject = subjectOf(text, place);
    if (subject) return subject;
  }
  return null;
}

function subjectOf(text: readonly Token[], place: number): Subject {
  const token = text[place];
  if (!token) return null;
  const { word, whole } = token;
  if (KIN.has(word)) return isOwned(text, place) ? 'other' : null;
  if (OTHER.has(whole) || isOwner(text, place)) return 'other';
  return SELF.has(whole) ? 'self' : null;
}

const isOwner = (text: readonly Token[], place: number): boolean => OWNING.has(text[place]?.whole ?? '') && KIN.has(text[place + 1]?.word ?? '');

/** "my husband", "my little brother", "a friend": not "friend" in "friendly", nor "child" in "child care". */
const isOwned = (text: readonly Token[], place: number): boolean => [1, 2, 3].some((back) => OWNING.has(text[place - back]?.whole ?? '') || BEFORE_KIN.has(text[place - back]?.whole ?? ''));
