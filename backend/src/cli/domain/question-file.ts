/** One entry of a file of questions; answers are looked at where they are used. */
export interface QuestionEntry {
  id: string;
  text: string;
  answers?: Record<string, unknown>;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads `[{id, text, answers}]`. Throws an `Error` that says which entry is wrong, and how. */
export function questionsIn(json: string): QuestionEntry[] {
  const list: unknown = JSON.parse(json);
  if (!Array.isArray(list)) throw new Error('This is no list of questions: write [{"id": "…", "text": "…"}].');
  return list.map((one: unknown, at) => {
    if (!isObject(one) || typeof one['id'] !== 'string' || typeof one['text'] !== 'string') throw new Error(`Question ${at + 1} needs an "id" and a "text", both text.`);
    if (one['answers'] !== undefined && !isObject(one['answers'])) throw new Error(`The "answers" of question ${at + 1} are no object.`);
    return { id: one['id'], text: one['text'], ...(isObject(one['answers']) && { answers: one['answers'] }) };
  });
}
