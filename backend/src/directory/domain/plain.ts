/** Small letters without accents: as names and days are compared, whoever typed them. */
export const unaccented = (text: string): string => text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase();

/** The same in words of letters and digits alone, one blank between them. */
export const plainWords = (text: string): string => unaccented(text).replace(/[^a-z0-9]+/g, ' ').trim();
