import { tidy, type OwnFacts, type OwnField, type OwnValues } from '../../../directory/index.js';
import { sha256 } from '../../../platform/index.js';

/** Names what the page shows of a field, so that what is found right is what was seen. */
export const markOfField = <F extends OwnField>(field: F, facts: OwnFacts): string => sha256(JSON.stringify(tidy(field, facts[field] as OwnValues[F]))).toString('hex').slice(0, 12);
