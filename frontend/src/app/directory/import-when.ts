/** When a run began, as people write it. */
export const whenOf = (iso: string): string => new Date(iso).toLocaleString('en-US', { month: 'short', day: 'numeric', year: 'numeric', hour: 'numeric', minute: '2-digit' });
