import { TERMS } from './es-terms.js';
import { milesText, monthsIn, spokenIn, type About, type ReasonTexts } from './reason-texts.js';

const spoken = spokenIn('es-US', { ase: 'lengua de señas americana', tl: 'tagalo' });
/** What follows "acepta". */
const PAYMENTS: Readonly<Record<string, string>> = { medicaid: 'Medicaid', medicare: 'Medicare', private: 'seguros privados', tricare: 'TRICARE', va: 'beneficios del VA', 'sliding-scale': 'pagos según los ingresos', self_pay: 'pagos sin seguro', 'self-pay': 'pagos sin seguro', uninsured: 'a personas sin seguro' };
const paid = ({ payment }: About): string => PAYMENTS[String(payment)] ?? String(payment);
const count = (number: string | number | null | undefined, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
const miles = ({ miles: far }: About): string => `a ${milesText(far)} millas`;
const when = ({ time }: About): string => (time === 'weekend' ? 'los fines de semana' : 'por la noche');

function ages({ least, most }: About): string {
  if (least === null) return `de hasta ${count(most, 'año', 'años')}`;
  return most === null ? `de ${count(least, 'año', 'años')} o más` : `de ${least} a ${count(most, 'año', 'años')}`;
}

const unchecked = (days: unknown): string => (days === null ? 'Nadie lo ha revisado' : `Nadie lo revisa desde hace ${monthsIn(Number(days))} meses`);

function since(days: number): string {
  if (days < 2) return days < 1 ? 'hoy' : 'ayer';
  return days < 60 ? `hace ${days} días` : `hace ${monthsIn(days)} meses`;
}

const WORD_GROUPS: Readonly<Record<string, string>> = { relatives: 'familias y amigos', hiv: 'personas con VIH', court: 'personas que envía un tribunal', school: 'estudiantes de una escuela', profession: 'personas de una profesión' };

const ROWS: ReasonTexts['rows'] = {
  need: {
    meets: ({ need }, name) => ({ text: `Ayuda con ${name('need', String(need))}` }),
    unknown: ({ need, by }, name) => ({
      text: by === 'general' ? `No dice con qué ayuda; lo que hace suele servir para ${name('need', String(need))}` : by === 'related' ? `Ayuda con cosas que tienen que ver con ${name('need', String(need))}` : `Parece que ayuda con ${name('need', String(need))}, pero nadie lo ha confirmado`,
      ask: `¿Ayudan con ${name('need', String(need))}?`,
    }),
    fails: ({ need }, name) => ({ text: `No ayuda con ${name('need', String(need))}` }),
  },
  'service-type': {
    meets: ({ kind }, name) => ({ text: `El tipo de ayuda que se pide: ${name('service-type', String(kind))}` }),
    unknown: ({ kind }, name) => ({ text: `Quizás el tipo de ayuda que se pide: ${name('service-type', String(kind))}` }),
    fails: ({ kind }, name) => ({ text: `No es el tipo de ayuda que se pide: ${name('service-type', String(kind))}` }),
  },
  population: {
    meets: ({ population }, name) => ({ text: `Se hizo para ${name('population', String(population))}` }),
    unknown: ({ population }, name) => ({ text: `Quizás se hizo para ${name('population', String(population))}` }),
    fails: ({ population }, name) => ({ text: `No es para ${name('population', String(population))}` }),
  },
  peer: {
    meets: ({ wish }) => ({ text: wish === 'no' ? 'No lo llevan personas que vivieron lo mismo, como se pidió' : 'Ayudan personas que vivieron lo mismo' }),
    unknown: () => ({ text: 'No dice si ayudan personas que vivieron lo mismo', ask: '¿Trabajan con ustedes personas que vivieron lo mismo?' }),
    fails: ({ wish }) => ({ text: wish === 'no' ? 'Lo llevan personas que vivieron lo mismo' : 'No ayudan personas que vivieron lo mismo' }),
  },
  language: {
    meets: (about) => ({ text: about['by'] === 'interpreter' ? `Con intérprete de ${spoken(about)}` : `Hablan ${spoken(about)}` }),
    unknown: (about) => ({ text: 'No dice qué idiomas hablan', ask: `¿Hay alguien que hable ${spoken(about)}?` }),
    fails: (about) => ({ text: `No hablan ${spoken(about)}` }),
  },
  payment: {
    meets: (about) => ({ text: `Acepta ${paid(about)}` }),
    unknown: (about) => ({ text: 'No dice cómo se paga', ask: `¿Aceptan ${paid(about)}?` }),
    fails: (about) => ({ text: `No dice que acepte ${paid(about)}` }),
  },
  free: { meets: () => ({ text: 'Es gratis' }), unknown: () => ({ text: 'No dice cuánto cuesta', ask: '¿Cuánto cuesta?' }), fails: () => ({ text: 'No es gratis' }) },
  age: {
    meets: (about) => ({ text: about['asker'] ? 'Es para quien pide la ayuda, no para la otra persona' : `Para personas ${ages(about)}` }),
    unknown: (about) => (about['words'] ? { text: `Sus propias palabras dicen: para personas ${ages(about)}; nadie lo ha confirmado`, ask: '¿Atienden también otras edades?' } : { text: `Para personas ${ages(about)}`, ask: about['other'] ? '¿Cuántos años tiene esa persona?' : '¿Cuántos años tiene usted?' }),
    fails: (about) => ({ text: `Solo para personas ${ages(about)}` }),
  },
  group: {
    meets: ({ restriction }, name) => ({ text: name('eligibility-restriction', String(restriction)) }),
    unknown: ({ restriction, words, other }, name) => (words ? { text: `Sus propias palabras dicen: para ${WORD_GROUPS[String(words)]}; nadie lo ha confirmado`, ask: '¿Atienden también a otras personas?' } : { text: name('eligibility-restriction', String(restriction)), ask: other ? '¿Es así para esa persona?' : '¿Es así para usted?' }),
    fails: ({ restriction }, name) => ({ text: name('eligibility-restriction', String(restriction)) }),
  },
  area: {
    meets: ({ place }) => ({ text: `Atiende la zona de ${place}` }),
    unknown: ({ place, told }) => ({ text: told ? `No queda claro si atiende la zona de ${place}` : 'No dice qué zona atiende', ask: `¿Atienden a personas de la zona de ${place}?` }),
    fails: ({ place }) => ({ text: `No atiende la zona de ${place}` }),
  },
  format: {
    meets: ({ format }) => ({ text: format === 'virtual' ? 'Por teléfono o por video' : 'En persona' }),
    unknown: ({ format }) => ({ text: 'No dice cómo se reúnen', ask: format === 'virtual' ? '¿Puede ser por teléfono o por video?' : '¿Se puede ir en persona?' }),
    fails: ({ format }) => ({ text: format === 'virtual' ? 'No es por teléfono ni por video' : 'No es en persona' }),
  },
  time: {
    meets: (about) => ({ text: `Abre ${when(about)}` }),
    unknown: (about) => ({ text: 'No dice a qué horas abre', ask: `¿Abren ${when(about)}?` }),
    fails: (about) => ({ text: `No abre ${when(about)}` }),
  },
  wheelchair: {
    meets: () => ({ text: 'Se puede entrar con silla de ruedas' }),
    unknown: () => ({ text: 'No dice si se puede entrar con silla de ruedas', ask: '¿Se puede entrar con silla de ruedas?' }),
    fails: () => ({ text: 'No se puede entrar con silla de ruedas' }),
  },
  open: {
    meets: () => ({ text: 'Recibe a personas nuevas' }),
    unknown: () => ({ text: 'No dice si hay lugar', ask: '¿Tienen lugar ahora?' }),
    fails: () => ({ text: 'No había lugar la última vez que se preguntó' }),
  },
  waitlist: {
    meets: () => ({ text: 'No hay lista de espera' }),
    unknown: () => ({ text: 'No dice cuánto hay que esperar', ask: '¿Cuánto hay que esperar?' }),
    fails: ({ wait }) => ({ text: wait ? `Hay lista de espera: “${wait}”` : 'Hay lista de espera' }),
  },
  distance: {
    meets: (about) => ({ text: about['remote'] ? 'No hace falta viajar' : `Queda ${miles(about)}` }),
    unknown: () => ({ text: 'No dice dónde es', ask: '¿Dónde se reúnen?' }),
    fails: (about) => ({ text: `Queda lejos: ${miles(about)}` }),
  },
  verified: {
    meets: ({ days }) => ({ text: `Se revisó ${since(Number(days))}` }),
    unknown: ({ days, doubts }) => ({ text: doubts === undefined ? unchecked(days) : doubts ? 'Algo resultó estar mal; lo estamos averiguando' : 'Nadie pudo confirmarlo', ask: '¿Todavía es así?' }),
    fails: () => ({ text: 'Se sabe que está mal' }),
  },
  room: {
    meets: () => ({ text: 'Hay lugar ahora' }),
    unknown: () => ({ text: 'No dice cuántos lugares hay', ask: '¿Hay un lugar libre ahora?' }),
    fails: () => ({ text: 'No hay lugar ahora' }),
  },
  experience: {
    meets: ({ gotIn, known }) => ({ text: `Entraron ${gotIn} de ${known} personas` }),
    unknown: ({ gotIn, known }) => ({ text: `Entraron ${gotIn} de ${known} personas`, ask: '¿Qué ayuda a que lo reciban a uno?' }),
    fails: ({ gotIn, known }) => ({ text: `Entraron ${gotIn} de ${known} personas` }),
  },
};

/** For Spanish speakers in the United States: plain words, "usted", nobody's gender guessed. Names carry their article, so that no sentence has to know it. */
export const ES: ReasonTexts = {
  language: 'es',
  rows: ROWS,
  terms: new Map(Object.entries(TERMS).flatMap(([taxonomy, names]) => Object.entries(names).map(([code, name]): [string, string] => [`${taxonomy}/${code}`, name]))),
};
