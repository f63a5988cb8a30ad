import type { Mapping, Rule, Target } from './mapping.js';

/** What a column can fill, telephone numbers among them. */
export type Filled = Target | 'phone';
export interface ColumnGuess {
  column: string;
  field: Filled;
}

interface Names {
  field: Filled;
  /** The whole name of a column, in English or Spanish. */
  is: string;
  /** Words that say it wherever they stand in a name. */
  has?: string;
}

/** How tables call what a service has. Words that could mean two things stand under `is` alone, or nowhere: what is guessed wrongly costs more than what is not guessed. */
const NAMES: readonly Names[] = [
  { field: 'id', is: 'id|service id|listing id|record id|program id|resource id|id del servicio|clave|código' },
  { field: 'name', is: 'name|service|program|listing|title|resource|nombre|servicio|programa|recurso', has: 'service name|program name|resource name|listing name|public name|nombre del servicio|nombre del programa|nombre del recurso' },
  { field: 'alternate_name', is: 'aka|alias', has: 'alternate name|other name|also known as|otro nombre|nombre alterno' },
  { field: 'description', is: 'about|what they do|what we do|what it does|summary|services offered|acerca de|qué hacen|resumen|servicios que ofrece', has: 'description|descripción' },
  { field: 'status', is: 'status|service status|active|estatus|activo|estado del servicio' },
  { field: 'url', is: 'web|url|link|site|internet|sitio|página|enlace', has: 'website|web site|web page|webpage|homepage|web address|sitio web|página web' },
  { field: 'email', is: 'mail|e mail|correo', has: 'email|e mail address|correo electrónico' },
  { field: 'phone', is: 'tel|toll free|main number|celular', has: 'phone|phones|telephone|telephones|phone number|hotline|tel no|teléfono|teléfonos' },
  { field: 'application_process', is: 'application|intake|referrals|solicitud|admisión', has: 'how to apply|application process|intake process|intake procedure|how to get help|referral process|cómo solicitar|cómo inscribirse|cómo pedir ayuda' },
  { field: 'fees_description', is: 'cost|costs|price|costo|costos|precio|cuánto cuesta', has: 'fee|fees|cost of service|tarifa|tarifas|cuota' },
  { field: 'eligibility_description', is: 'who it is for|who may come|who can use it|population served|para quién|para quién es|requisitos', has: 'eligibility|who is eligible|elegibilidad' },
  { field: 'required_documents', is: 'documents|what to bring|documentos|qué traer', has: 'required documents|documents required|documentos requeridos|documentos necesarios' },
  { field: 'wait_time', is: 'waitlist|waiting list|wait|espera|lista de espera', has: 'wait time|waiting time|tiempo de espera' },
  { field: 'alert', is: 'alert|notice|aviso|alerta' },
  { field: 'minimum_age', is: 'age from|youngest|desde qué edad', has: 'minimum age|min age|age min|lowest age|edad mínima' },
  { field: 'maximum_age', is: 'age to|oldest|hasta qué edad', has: 'maximum age|max age|age max|highest age|edad máxima' },
  { field: 'languages', is: 'language|idioma', has: 'languages|idiomas|languages spoken' },
  { field: 'hours', is: 'open|schedule|times|days and times|horas|cuándo abre', has: 'hours|horario|horarios' },
  { field: 'areas', is: 'area|areas|coverage|zona|cobertura', has: 'area served|areas served|service area|coverage area|counties served|área de servicio|zona de servicio' },
  { field: 'accessibility', is: 'ada|wheelchair', has: 'accessibility|wheelchair access|accesibilidad' },
  { field: 'organization.name', is: 'organization|organisation|agency|provider|company|parent agency|organización|agencia|proveedor|institución|entidad', has: 'organization name|organisation name|agency name|provider name|nombre de la organización|nombre de la agencia|nombre del proveedor' },
  { field: 'organization.id', is: 'organization id|organisation id|agency id|provider id' },
  { field: 'location.name', is: 'location|place|facility|building|branch|lugar|sede|sucursal|edificio', has: 'location name|site name|facility name|place name|nombre del lugar|nombre de la sede' },
  { field: 'location.latitude', is: 'lat|y|latitud', has: 'latitude' },
  { field: 'location.longitude', is: 'lng|lon|long|x|longitud', has: 'longitude' },
  { field: 'location.confidential', is: 'confidential|confidencial', has: 'is confidential|is private|is hidden|es confidencial|es privada' },
  { field: 'address.address_1', is: 'calle|domicilio', has: 'address|street|street address|address 1|address line 1|dirección' },
  { field: 'address.address_2', is: 'suite|unit|apt|apartment|floor|piso|apartamento', has: 'address 2|address line 2|street 2|dirección 2' },
  { field: 'address.city', is: 'localidad|pueblo|municipio', has: 'city|town|municipality|ciudad' },
  { field: 'address.state_province', is: 'st|state|province|estado|provincia', has: 'state province|address state|physical state' },
  { field: 'address.postal_code', is: 'postcode|cp', has: 'zip|zip code|zipcode|postal code|código postal' },
  { field: 'foreign_codes', is: 'taxonomy|taxonomies|taxonomía', has: 'taxonomy code|taxonomy codes|taxonomy term|airs code|211 code' },
  { field: 'source_verified_on', is: 'verified|checked|verificado', has: 'last verified|date verified|verified on|verification date|last checked|última verificación' },
  { field: 'last_modified', is: 'updated|modified|actualizado', has: 'last updated|last modified|date updated|última actualización' },
];

/** A named person, an internal note, a fax or an address for letters: nothing that a listing shows. */
const NOT_SHOWN = ['contact', 'director', 'manager', 'supervisor', 'staff', 'worker', 'person', 'internal', 'note', 'notes', 'comment', 'comments', 'fax', 'mailing', 'billing', 'contacto', 'encargado', 'encargada', 'directora', 'gerente', 'persona', 'interno', 'interna', 'nota', 'notas', 'comentarios'];
/** What says so is a yes or no about an address, and never one to be shown. */
const PRIVATE = ['confidential', 'private', 'hidden', 'confidencial', 'privada', 'privado'];

/** `PhysicalAddress_1` as `physical address 1`. */
const plain = (name: string): string =>
  name.replace(/([a-z])([A-Z0-9])/g, '$1 $2').normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();
const phrases = (written: string | undefined): string[] => (written ? written.split('|').map(plain) : []);
const holds = (name: string, phrase: string): boolean => ` ${name} `.includes(` ${phrase} `);
const KNOWN = NAMES.map(({ field, is, has }) => ({ field, whole: [...phrases(is), ...phrases(has)], inside: phrases(has) }));

/** How surely a name means a field: the whole name, else how much of it; 0 for not at all. */
function sureness(name: string, { whole, inside }: (typeof KNOWN)[number]): number {
  if (whole.includes(name)) return 1000;
  return Math.max(0, ...inside.filter((phrase) => holds(name, phrase)).map(({ length }) => length));
}

function bestOf(column: string): (ColumnGuess & { sure: number }) | undefined {
  const name = plain(column);
  if (NOT_SHOWN.some((word) => holds(name, word))) return undefined;
  const secret = PRIVATE.some((word) => holds(name, word));
  const [best] = KNOWN.filter(({ field }) => !secret || field === 'location.confidential').map((known) => ({ column, field: known.field, sure: sureness(name, known) })).sort((a, b) => b.sure - a.sure);
  return best?.sure ? best : undefined;
}

/** What each column of a table perhaps fills, by its name in English or Spanish. Each field is guessed once, telephones as often as there are; a column that may mean anything is left out. */
export function guessColumns(columns: readonly string[]): ColumnGuess[] {
  const likely = columns.flatMap((column) => bestOf(column) ?? []);
  const once = likely.filter((guess, at) => guess.field === 'phone' || !likely.some((other, place) => other.field === guess.field && (other.sure > guess.sure || (other.sure === guess.sure && place < at))));
  const guesses = once.map(({ column, field }) => ({ column, field }));
  return guesses.some(({ field }) => field === 'name') ? guesses : nameFromOthers(guesses);
}

/** A table that names no service lists agencies, or places: each is one service of that name. */
function nameFromOthers(guesses: readonly ColumnGuess[]): ColumnGuess[] {
  const instead = (['organization.name', 'location.name'] as const).find((field) => guesses.some((guess) => guess.field === field));
  return guesses.map(({ column, field }) => ({ column, field: field === instead ? 'name' : field }));
}

/** How cells of a field are read where nobody said more than its column. */
const AS: Partial<Record<Target, 'zip' | 'date' | 'list'>> = { 'address.postal_code': 'zip', source_verified_on: 'date', languages: 'list', areas: 'list', foreign_codes: 'list' };

/** One column for each field, as many for telephones as there are. */
export function mappingOfColumns(columns: readonly ColumnGuess[]): Mapping {
  const fields = columns.flatMap(({ field, column }): [Target, Rule][] => (field === 'phone' ? [] : [[field, AS[field] ? { column, as: AS[field] } : column]]));
  return { name: 'chosen columns', fields: Object.fromEntries(fields), phones: columns.filter(({ field }) => field === 'phone').map(({ column }) => ({ number: column })) };
}
