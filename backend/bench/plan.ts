import type { Client } from 'pg';
import { QUEUE_PAGE } from '../src/intake/queue.sql.js';

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  Plans?: Node[];
}

const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)];
const SIZE = 50;

/** What is wrong with a plan of the queue's page: it must walk the index `inquiry_queue` and touch no more than a page of the table. */
function faults(plan: Node, name: string): string[] {
  const all = nodes(plan);
  const rows = all.filter((node) => node['Relation Name'] === 'inquiry');
  return [
    ...(rows.some((node) => node['Index Name'] === 'inquiry_queue') ? [] : [`${name}: the index inquiry_queue is not used`]),
    ...rows.filter((node) => node['Node Type'] === 'Seq Scan' || node['Actual Rows'] > SIZE).map((node) => `${name}: ${node['Node Type']} reads ${node['Actual Rows']} rows of the inquiries`),
    ...all.filter((node) => /Sort/.test(node['Node Type']) && node['Actual Rows'] > SIZE).map((node) => `${name}: ${node['Node Type']} of ${node['Actual Rows']} rows`),
  ];
}

/** Explains the page after `mark` with its parameters known and unknown: after five runs PostgreSQL may choose either. */
export async function planFaults(sql: Client, actor: string, marks: Readonly<Record<string, string>>): Promise<string[]> {
  const found: string[] = [];
  await sql.query(`prepare queue_page as ${QUEUE_PAGE.all}`);
  for (const mode of ['force_custom_plan', 'force_generic_plan']) {
    await sql.query(`set plan_cache_mode = ${mode}`);
    for (const [name, mark] of Object.entries(marks)) {
      const [priority, at, id] = mark.split('_');
      const { rows } = await sql.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (analyze, format json) execute queue_page('${actor}', true, false, ${priority}, ${at}, '${id}', ${SIZE})`);
      const plan = rows[0]?.['QUERY PLAN'][0].Plan;
      found.push(...(plan ? faults(plan, `${name} page, ${mode}`) : [`${name} page, ${mode}: no plan`]));
    }
  }
  return found;
}
