// npm run bench [-- --inquiries 1000000]: figures of intake and queue against a bare floor.
import { build, install, serve } from './lib.mjs';

install();
build();
serve('backend/dist/bench/main.js', process.argv.slice(2));
