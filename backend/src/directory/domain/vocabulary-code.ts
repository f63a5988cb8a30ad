/** The code of a vocabulary made of its name: `Open Eligibility 2.0` is `open-eligibility`, whichever version; empty for a name without letters. */
export const vocabularyCode = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/(?:-v?\d+)+-?$/, '')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
