import { tidy, type OwnFacts, type OwnField, type OwnValues } from '../../../directory/index.js';
import { fieldsOfPart, type Part } from '../../../partners/index.js';
import { sha256 } from '../../../platform/index.js';

const said = <F extends OwnField>(field: F, facts: OwnFacts): OwnValues[F] => tidy(field, facts[field] as OwnValues[F]);
/** Names what the page shows of a part, so that what is found right is what was seen. */
export const markOfPart = (part: Part, facts: OwnFacts): string => sha256(JSON.stringify(fieldsOfPart(part).map((field) => said(field, facts)))).toString('hex').slice(0, 12);
