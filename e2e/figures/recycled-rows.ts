import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const HEIGHT = 64;

/**
 * What the queue's screen is held against: a page that asks for its rows once and recycles forty elements by hand, all as high as each
 * other, with no word for a screen reader. Nobody can show ten thousand rows with less.
 */
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Rows</title>
<style>body{margin:0;font:15px sans-serif}.rows{height:100vh;overflow:auto;position:relative}.all{position:relative}
li{position:absolute;left:0;right:0;height:${HEIGHT - 1}px;border-bottom:1px solid #ddd;display:flex;gap:12px;align-items:center;padding:0 16px;box-sizing:border-box;list-style:none}</style>
<div class="rows"><div class="all"></div></div>
<script>
const list = document.querySelector('.rows'), all = document.querySelector('.all'), pool = [];
fetch('/rows').then((r) => r.json()).then((rows) => {
  all.style.height = rows.length * ${HEIGHT} + 'px';
  for (let n = 0; n < 40; n++) {
    const li = document.createElement('li');
    for (let m = 0; m < 6; m++) li.append(document.createElement('span'));
    pool.push(all.appendChild(li));
  }
  const draw = () => {
    const first = Math.max(0, Math.floor(list.scrollTop / ${HEIGHT}) - 10);
    for (let n = first; n < Math.min(first + 40, rows.length); n++) {
      const li = pool[n % 40], row = rows[n];
      if (li.at === n) continue;
      li.at = n;
      li.style.transform = 'translateY(' + n * ${HEIGHT} + 'px)';
      li.setAttribute('aria-posinset', n + 1);
      [row.topics.join(', '), row.priority, row.reference, row.zip, row.status, row.language].forEach((text, m) => (li.children[m].textContent = text));
    }
  };
  list.addEventListener('scroll', draw, { passive: true });
  globalThis.update = (n) => { const row = rows[n]; row.status = row.status === 'new' ? 'claimed' : 'new'; const li = pool[n % 40]; if (li.at === n) li.children[4].textContent = row.status; };
  draw();
});
</script>`;

/** Serves it with as many rows. */
export async function recycledRows(rows: number): Promise<{ url: string; server: Server }> {
  const body = JSON.stringify(Array.from({ length: rows }, (_, n) => ({ id: n, reference: `B-${n}`, priority: n % 4, topics: ['Worry or panic', 'Loneliness'], zip: '06854', status: 'new', language: 'en' })));
  const server = createServer((request, reply) => {
    const json = request.url === '/rows';
    reply.writeHead(200, { 'content-type': json ? 'application/json' : 'text/html; charset=utf-8' }).end(json ? body : page);
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
