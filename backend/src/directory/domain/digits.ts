/** A telephone number's digits without the country's own 1: two spellings of one number are the same. As `directory.digits` in the database. */
export const digitsOf = (number: string): string => number.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
