/** What someone with the database's own power may do to it, each in one statement or a few, and what must be said of it. */
export type Tampering = readonly [what: string, sql: string, said: RegExp, triggers?: 'on']

const EVENT = (nth: number) =>
  `(SELECT id FROM audit_event WHERE txid < (SELECT max(end_txid) FROM audit_seal) ORDER BY txid DESC, id OFFSET ${nth} LIMIT 1)`
const MARK = (nth: number) =>
  `(SELECT seq FROM row_mark WHERE txid < (SELECT max(end_txid) FROM audit_seal) AND digest IS NOT NULL ORDER BY seq DESC OFFSET ${nth} LIMIT 1)`
const CHECKPOINT = '(SELECT max(number) - 1 FROM audit_seal)'
const changedEvent =
  /^The event .* (was changed after checkpoint|is not where checkpoint|was put in after checkpoint)/

const EVENT_CHANGES: Readonly<Record<string, string>> = {
  at: "at - interval '1 day'",
  actor_kind: "'job:nobody'",
  actor_id: 'gen_random_uuid()',
  session_id: 'gen_random_uuid()',
  event: "'case.listed'",
  case_id: 'gen_random_uuid()',
  visit_id: 'gen_random_uuid()',
  detail: `detail || '{"more": true}'`,
  txid: 'txid - 1',
  id: 'gen_random_uuid()',
}
const MARK_CHANGES: Readonly<Record<string, string>> = {
  at: "at - interval '1 day'",
  by_role: "'accompany_job'",
  row_key: 'gen_random_uuid()::text',
  version: '41',
  digest: "sha256('x')",
  txid: 'txid - 1',
}
const CHECKPOINT_CHANGES: Readonly<Record<string, string>> = {
  sealed_at: "sealed_at - interval '1 day'",
  first_txid: 'first_txid - 1',
  end_txid: 'end_txid + 1',
  events: 'events + 1',
  event_leaves: "event_leaves || '\\x00'::bytea",
  marks: 'marks + 1',
  mark_leaves: "''",
  previous: "sha256('x')",
  chain: "sha256('x')",
  signature: "sha256('x') || sha256('y')",
}

const onEvents = (shift: number): Tampering[] => [
  ...[0, 3].flatMap((nth) =>
    Object.entries(EVENT_CHANGES).map(
      ([column, value]): Tampering => [
        `event ${nth}: another ${column}`,
        `UPDATE audit_event SET ${column} = ${value} WHERE id = ${EVENT(nth + shift)}`,
        changedEvent,
      ],
    ),
  ),
  ...[0, 2, 5].map(
    (nth): Tampering => [
      `event ${nth} deleted`,
      `DELETE FROM audit_event WHERE id = ${EVENT(nth + shift)}`,
      /deleted, or dated/,
    ],
  ),
  [
    'an event put in among those of yesterday',
    `INSERT INTO audit_event (id, at, actor_kind, txid, event, detail) SELECT gen_random_uuid(), at, actor_kind, txid, 'case.opened', '{}' FROM audit_event WHERE id = ${EVENT(2 + shift)}`,
    /was put in after checkpoint \d+ had closed/,
  ],
  [
    'two events that say each other’s words',
    `UPDATE audit_event a SET event = b.event, detail = b.detail FROM audit_event b
      WHERE a.id IN (${EVENT(0 + shift)}, ${EVENT(4 + shift)}) AND b.id IN (${EVENT(0 + shift)}, ${EVENT(4 + shift)}) AND a.id <> b.id`,
    changedEvent,
  ],
  [
    'an event for a transaction that never comes',
    `INSERT INTO audit_event (id, at, actor_kind, txid, event, detail) VALUES (gen_random_uuid(), now(), 'staff', 9000000000000, 'case.opened', '{}')`,
    /no checkpoint would ever cover/,
  ],
  ['all events gone', 'DELETE FROM audit_event', /deleted, or dated/],
]

const onMarks = (shift: number): Tampering[] => [
  ...Object.entries(MARK_CHANGES).map(
    ([column, value]): Tampering => [
      `a mark: another ${column}`,
      `UPDATE row_mark SET ${column} = ${value} WHERE seq = ${MARK(1 + shift)}`,
      /^The mark /,
    ],
  ),
  ['a mark deleted', `DELETE FROM row_mark WHERE seq = ${MARK(0 + shift)}`, /^The mark .*deleted/],
  [
    'the salt of a mark gone',
    `UPDATE row_mark SET salt = NULL WHERE table_name = 'case_file'`,
    /is not what was last written/,
  ],
  [
    'another salt',
    `UPDATE row_mark SET salt = sha256('x') WHERE table_name = 'note' AND salt IS NOT NULL`,
    /is not what was last written/,
  ],
  ['nothing watches notes', 'ALTER TABLE note DISABLE TRIGGER _leave_mark', /Nothing watches the table note/],
  [
    'the watch over notes taken away',
    `DROP TRIGGER _leave_mark ON note; DELETE FROM row_watch WHERE table_name = 'note'`,
    /Nothing watches the table note/,
  ],
]

const onCheckpoints: Tampering[] = [
  ...Object.entries(CHECKPOINT_CHANGES).map(
    ([column, value]): Tampering => [
      `a checkpoint: another ${column}`,
      `UPDATE audit_seal SET ${column} = ${value} WHERE number = ${CHECKPOINT}`,
      /^Checkpoint \d+ (was changed|does not follow|is not signed by this organisation)/,
    ],
  ),
  [
    'a checkpoint without its signature',
    `UPDATE audit_seal SET kid = NULL, signature = NULL WHERE number = ${CHECKPOINT}`,
    /is not signed\.$/,
  ],
  [
    'the last checkpoint named after a key that left',
    `UPDATE audit_seal SET kid = 'gone' WHERE number = ${CHECKPOINT} + 1`,
    /is not in the key file/,
  ],
  [
    'a middle checkpoint deleted',
    `DELETE FROM audit_seal WHERE number = ${CHECKPOINT}`,
    /^Checkpoint \d+ is gone\.$/,
  ],
  ['the first checkpoint deleted', 'DELETE FROM audit_seal WHERE number = 1', /^Checkpoint 1 is gone\.$/],
  [
    'two middle checkpoints deleted',
    'DELETE FROM audit_seal WHERE number IN (2, 3)',
    /^Checkpoints 2 to 3 are gone\.$/,
  ],
  [
    'the last checkpoint deleted',
    `DELETE FROM audit_seal WHERE number = ${CHECKPOINT} + 1`,
    /the end was cut off/,
  ],
  ['every checkpoint deleted', 'DELETE FROM audit_seal', /the end was cut off/],
  [
    'everything made anew by somebody without the key',
    `UPDATE audit_event SET detail = '{}' WHERE id = ${EVENT(4)}; DELETE FROM audit_seal; SELECT app.make_checkpoint(); SELECT app.sign_checkpoint(1, 'test', sha256('x') || sha256('y'))`,
    /is not signed by this organisation/,
  ],
]

/** @param of a note and a file whose older versions lie in old_note and old_file; shift: by how many events and marks further back */
export const listTamperings = ({
  shift = 0,
  ...of
}: {
  readonly noteId: string
  readonly caseId: string
  readonly shift?: number
}): Tampering[] => [
  ...onEvents(shift),
  ...onMarks(shift),
  ...onCheckpoints,
  [
    'a note put back as it was',
    `UPDATE note SET body_cipher = o.body_cipher, version = o.version FROM old_note o WHERE note.id = o.id`,
    /an older version put back/,
  ],
  [
    'a note put back as it was, with the triggers on',
    `UPDATE note SET body_cipher = o.body_cipher, version = o.version FROM old_note o WHERE note.id = o.id`,
    /went back from version 2 to 1/,
    'on',
  ],
  [
    'the words of a note put back under their new number',
    `UPDATE note SET body_cipher = o.body_cipher FROM old_note o WHERE note.id = o.id`,
    /an older version put back/,
  ],
  [
    'a file put back as it was',
    `UPDATE case_file SET next_step_cipher = o.next_step_cipher, version = o.version FROM old_file o WHERE case_file.id = o.id`,
    /an older version put back/,
  ],
  [
    'a file that was never closed',
    `UPDATE case_file SET status = 'closed' WHERE id = '${of.caseId}'`,
    /case_file is not what was last written/,
  ],
  [
    'a file for other eyes',
    `UPDATE case_file SET secrecy = 'restricted' WHERE id = '${of.caseId}'`,
    /case_file is not what/,
  ],
  [
    'a note under another name',
    `UPDATE note SET author_id = (SELECT id FROM staff WHERE role = 'admin' LIMIT 1) WHERE id = '${of.noteId}'`,
    /of note is not what/,
  ],
  ['a note deleted', `DELETE FROM note WHERE id = '${of.noteId}'`, /of note is gone and nothing says/],
  [
    'a note copied',
    `INSERT INTO note SELECT (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid()))).* FROM note n WHERE id = '${of.noteId}'`,
    /of note was put in past the application/,
  ],
  [
    'a claim about her age',
    `UPDATE age_claim SET created_at = created_at - interval '1 day'`,
    /of age_claim is not what/,
  ],
  ['a nationality deleted', 'DELETE FROM nationality', /of nationality is gone/],
  [
    'a key of a file deleted',
    `DELETE FROM wrapped_key WHERE holder_id = '${of.caseId}'`,
    /of wrapped_key is gone/,
  ],
  [
    'a key of a file exchanged',
    `UPDATE wrapped_key SET wrapped = sha256('x') WHERE holder_id = '${of.caseId}'`,
    /of wrapped_key is not what/,
  ],
  [
    'a role that nobody gave',
    `UPDATE staff SET role = 'admin' WHERE name LIKE 'gus%'`,
    /of staff is not what/,
  ],
  [
    'a colleague put into an office',
    `INSERT INTO team_member (team_id, staff_id, leads) SELECT t.id, s.id, false FROM team t, staff s WHERE s.name LIKE 'gus%'`,
    /of team_member was put in/,
  ],
  [
    'a row changed by hand',
    `UPDATE team SET name = 'Elsewhere' WHERE name = 'north'`,
    /was written by postgres, past the application/,
    'on',
  ],
  [
    'a row changed by hand as the application',
    `SET LOCAL SESSION AUTHORIZATION accompany_app; SELECT set_config('x.y', 'z', true); RESET SESSION AUTHORIZATION;
     ALTER TABLE row_mark DISABLE TRIGGER USER; UPDATE team SET name = 'Elsewhere' WHERE name = 'north';
     UPDATE row_mark SET by_role = 'accompany_app' WHERE by_role = 'postgres' AND txid = pg_current_xact_id()::text::bigint`,
    /without a word in the audit log/,
    'on',
  ],
  [
    'an erased note put back',
    `CREATE TEMP TABLE kept ON COMMIT DROP AS SELECT * FROM note WHERE id = '${of.noteId}'; SET LOCAL session_replication_role = origin;
     DELETE FROM note WHERE id = '${of.noteId}'; SET LOCAL session_replication_role = replica; INSERT INTO note SELECT * FROM kept`,
    /of note had gone and was put back/,
  ],
]
