import { notFound, type Tx } from '../platform/index.js';

/** Throws 404 for a listing that is not there. */
export async function requireService(tx: Tx, serviceId: string): Promise<void> {
  if (!(await tx.query('select 1 from directory.service where id = $1', [serviceId])).length) throw notFound('service');
}
