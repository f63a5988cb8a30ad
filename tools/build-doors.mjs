// Makes the compiled doors open on demand. The compiler lets a door (index.js) load its whole room at once, so that who asks one
// room for one class loads everything below it: 2,200 files before the first word of a command. Here each name of a door loads its
// own file when somebody first reaches for it. Forms (*.dto.js) drop the describing library that the compiler's plugin names in
// each and none uses. Lines keep their numbers: stack traces stay true.
import { existsSync, globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const OUT = 'dist';
const LOADS = /^var (\w+) = (require\("\.[^"]+"\));$/gm;
const GIVES = /get: function \(\) \{ return (\w+)\.(\w+); \}/g;
const UNUSED = 'const openapi = require("@nestjs/swagger");';

/** The text of a door whose names load nothing before they are asked for. Throws where the compiler writes doors in another way. */
function onDemand(text, file) {
  const names = new Set();
  const opened = text
    .replace(LOADS, (_, name, load) => (names.add(name), `var ${name}_loaded; function ${name}() { return ${name}_loaded ??= ${load}; }`))
    .replace(GIVES, (all, name, what) => (names.has(name) ? `get: function () { return ${name}().${what}; }` : all));
  if (!names.size || /^(?:var|const) \w+ = require\("\./m.test(opened)) throw new Error(`${file} is not written as a door used to be; tools/build-doors.mjs must learn it.`);
  return opened;
}

/** The text of a form without what it loads and does not use. */
const undescribed = (text) => (text.includes('openapi.') ? text : text.replace(UNUSED, ''));

const rewrite = (file, by) => writeFileSync(file, by(readFileSync(file, 'utf8'), file));

for (const room of readdirSync(OUT)) {
  const door = join(OUT, room, 'index.js');
  if (existsSync(door)) rewrite(door, onDemand);
}
for (const form of globSync(join(OUT, '**/*.dto.js'))) rewrite(form, undescribed);
