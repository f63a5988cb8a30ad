const ENDINGS = ['ing', 'ed', 'es', 's', 'er', 'ers'] as const;

/** What a word may be a form of: "kicking" of "kick", "hoping" of "hope", "dropped" of "drop". */
function rootsOf(word: string): string[] {
  return ENDINGS.filter((ending) => word.endsWith(ending) && word.length - ending.length > 2).flatMap((ending) => {
    const root = word.slice(0, -ending.length);
    return [root, `${root}e`, ...(root.at(-1) === root.at(-2) ? [root.slice(0, -1)] : [])];
  });
}

/** Whether a word is one of everyday language, or a form of one: whoever writes it means it, and it is no slip of another. */
export const isEveryday = (word: string, everyday: ReadonlySet<string>): boolean => everyday.has(word) || rootsOf(word).some((root) => everyday.has(root));
