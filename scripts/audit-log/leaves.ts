/** What a checkpoint covers, and how its leaves are made: the same words as in app.make_checkpoint(). */
export const KINDS = {
  event: {
    table: 'audit_event',
    width: 16,
    leaf: `uuid_send(x.id) || sha256(convert_to((jsonb_build_array(x.id, x.at, x.actor_kind, x.actor_id, x.session_id, x.txid,
      x.event, x.case_id, x.visit_id, x.detail)
      || CASE WHEN x.number IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(x.counter, x.number) END)::text, 'UTF8'))`,
    order: 'x.txid, x.id',
    name: `SELECT 'event ' || event || ' of ' || to_char(at, 'YYYY-MM-DD HH24:MI:SS') AS name FROM public.audit_event WHERE id = $1::uuid`,
    key: (leaf: Buffer): string =>
      leaf.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
  },
  mark: {
    table: 'row_mark',
    width: 8,
    leaf: `int8send(x.seq) || sha256(convert_to(jsonb_build_array(x.seq, x.txid, x.at, x.by_role, x.table_name, x.row_key,
      x.version, encode(x.digest, 'hex'))::text, 'UTF8'))`,
    order: 'x.txid, x.seq',
    name: `SELECT 'mark of ' || table_name || ' ' || row_key AS name FROM public.row_mark WHERE seq = $1::bigint`,
    key: (leaf: Buffer): string => String(leaf.readBigInt64BE(0)),
  },
} as const
export type Kind = (typeof KINDS)[keyof typeof KINDS]

/** SQL for all leaves of what x stands for, in their order. */
export const leavesOf = ({ leaf, order }: Kind): string => `string_agg(${leaf}, ''::bytea ORDER BY ${order})`

/** Of a transaction: from the first of a checkpoint on, before its end. */
export const IN_RANGE = 'x.txid >= $1::bigint AND x.txid < $2::bigint'
