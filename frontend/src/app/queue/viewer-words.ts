import type { Viewer } from '../api/here';

/** What a colleague does in a request, as a sentence without its dot. */
export const viewerWords = ({ name, writing }: Viewer): string => `${name} is ${writing ? 'writing' : 'looking'}`;
