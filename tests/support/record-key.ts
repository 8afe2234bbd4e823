import { createHmac } from 'node:crypto'

/** Number of a person or event in one snapshot: the first four bytes of HMAC-SHA256, as app.record_key gives them in SQL. */
export const toRecordKey = (key: Uint8Array, id: string): number =>
  createHmac('sha256', key).update(id, 'utf8').digest().readInt32BE(0)
