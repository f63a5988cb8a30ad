import { setSourceMapsSupport } from 'node:module';

/**
 * Loaded before anything else: places in the log name lines of our sources. The flag of Node's command line would
 * read the maps of every package, too, which is a quarter of the time of a start.
 */
setSourceMapsSupport(true, { nodeModules: false });
