// npm run eval:matching: how well our own questions are answered on a directory of our own.
import { bundle } from './bundle.mjs';
import { build, install, serve } from './lib.mjs';

install();
build(['backend']);
await bundle('eval', ['measure']);
serve('backend/dist/eval/measure.js');
