// npm run desk -- <command>: the operator's commands.
import { build, install, serve, SPARING } from './lib.mjs';

install();
build(['backend']);
serve('backend/dist/cli/main.js', process.argv.slice(2), SPARING);
