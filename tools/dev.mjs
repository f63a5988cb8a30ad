// npm run dev: both projects, rebuilt as they change. The desk answers on 4200, the API and the pages on 3000.
import { build, install, serve } from './lib.mjs';

install();
build();
serve('tools/dev-servers.mjs');
