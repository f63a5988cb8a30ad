// npm run dev: both projects, rebuilt as they change. The desk answers on 4200, the API and the pages on 3000.
import { install, run } from './lib.mjs';

install();
run('nx', ['run-many', '-t', 'serve', '--output-style=stream', '--parallel=3'], 'The development servers stopped.');
