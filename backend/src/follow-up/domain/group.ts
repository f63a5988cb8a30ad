export const GROUPS = ['overdue', 'today', 'later'] as const;
export type Group = (typeof GROUPS)[number];

/** Both are local days of the desk, YYYY-MM-DD. */
export const groupOf = (dueOn: string, today: string): Group => (dueOn < today ? 'overdue' : dueOn === today ? 'today' : 'later');
