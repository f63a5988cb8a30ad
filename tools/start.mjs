// npm start: installs, builds what changed, starts the desk.
import { build, install, serve } from './lib.mjs';

install();
build();
serve('backend/dist/main.js');
