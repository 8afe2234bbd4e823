import type pg from 'pg'
import * as z from 'zod'
import { RECORDS } from '../support/records'

// Reference data: no one’s life. Everything else in the schema is about people or about the organisation, and is forced.
const REFERENCE = [
  'actor',
  'code_value',
  'contradiction',
  'country_fact',
  'deadline_rule',
  'deadline_rule_exception',
  'help_body',
  'law',
  'name_equivalent',
  'place',
  'place_capacity',
  'reference_entry',
  'statement',
  '_prisma_migrations',
]

/** The tables of the registers, as SQL lists them. */
const REGISTERS = RECORDS.map(({ table }) => `'${table}'`).join(', ')

// Unique beside the primary key, with the reason why no one learns of another team's person through it.
const UNIQUE = [
  // The id once more, so that what belongs to a partner is of the same organisation.
  'partner_id_organisation_id_key',
  // Of registers: the primary key with its file, for ties within one file; and rows of one file, which who adds one reaches.
  ...RECORDS.flatMap(({ table }) => [`${table}_id_case_id_key`, `${table}_case_id_subject_id_revision_key`]),
  'team_organisation_id_name_key', // admins only, within their own organisation
  'notice_staff_id_damaged_place_key', // written by app.tell_damage alone, of admins
  'list_value_organisation_id_list_key_key', // admins only, within their own organisation
  'list_value_id_standard_code_key', // the primary key with its standard value, for finer values of one standard value
  'place_slug_key', // of the profile, which everyone reads; a place of one's own is called after its random id
  'notice_hold_once', // written by the job alone, of anyone who works in the file
  'newer_figure_organisation_id_fact_slug_version_key', // numbered by the guard within one organisation
  'handed_table_organisation_id_year_key', // one a year of an organisation, of which everyone who may add one knows
  'sdc_release_organisation_id_number_key', // counted by the database within one organisation: no one types a number
  'asylum_application_id_case_id_key', // the primary key with its file, for ties within one file
  'asylum_event_id_case_id_key', // the primary key with its file, for ties within one file
  'attachment_id_case_id_key', // the primary key with its file, for ties within one file
  'sheet_given_id_case_id_key', // the primary key with its file, for ties within one file
  'sheet_given_case_id_subject_id_revision_key', // rows of one file, which who adds one reaches
  'consent_id_case_id_key', // the primary key with its file, for ties within one file
  'consent_end_case_id_consent_id_kind_key', // rows of one file, which who adds one reaches
  'referral_step_id_case_id_key', // the primary key with its file, for ties within one file
  'referral_step_case_id_takes_back_key', // rows of one file, which who adds one reaches
  'referral_share_id_case_id_key', // the primary key with its file, for ties within one file
  'referral_share_link_hash_key', // of 256 random bits that anyone who makes a link draws
  'incoming_link_link_hash_key', // of 256 random bits that the one who makes a link draws
  'incoming_referral_link_id_request_id_key', // written by app.take_incoming alone
  'guardianship_event_id_case_id_key', // the primary key with its file, for ties within one file
  'guardianship_event_case_id_replaces_key', // rows of one file, which who adds one reaches
  'own_value_stands', // rows of one file, which who adds one reaches
  'own_visit_value_stands', // rows of one visit, which who adds one reaches
  'own_field_organisation_id_key_key', // fields of one organisation, all of which its admins read
  'trafficking_account_case_id_revision_key', // rows of one file, which who adds one reaches
  'trafficking_sign_id_case_id_key', // the primary key with its file, for ties within one file
  'trafficking_sign_case_id_subject_id_revision_key', // rows of one file, which who adds one reaches
  'asylum_event_case_id_replaces_key', // rows of one file, which who adds one reaches
  'passkey_credential_id_key', // of random bytes that an authenticator drew
  'known_device_token_hash_staff_id_key', // the sign-in role only
  'recovery_code_staff_id_code_hash_key', // the sign-in role only, within one account
  'session_token_hash_key', // the sign-in role only
  'invitation_token_hash_key', // the sign-in role, and the guard when it invites
  'password_reset_token_hash_key', // the sign-in role, and the guard when a reset is started
  'snapshot_organisation_id_period_kind_period_start_version_key', // the job role only
  'sdc_record_one_person', // the job role only
  'release_key_in_use', // one in use for each organisation, added by the guard
  'detention_event_replaces_key', // a row of another file is refused by trigger before the index is asked
]

const SERVING = "('accompany_app', 'accompany_auth', 'accompany_job', 'accompany_stats', 'accompany_share')"
const TABLES = "c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')"

/** Each question lists what must not be: sentences, and no row is the only good answer. */
const questions = (): Readonly<Record<string, string>> => ({
  'is not reference data and not under enabled and forced policies': `
    SELECT c.relname AS what FROM pg_class c WHERE ${TABLES} AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
       AND c.relname <> ALL (ARRAY[${REFERENCE.map((name) => `'${name}'`).join(', ')}])`,
  'is forced and has no policy, though a serving role was given it': `
    SELECT c.relname AS what FROM pg_class c WHERE ${TABLES} AND c.relrowsecurity
       AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid)
       AND EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname IN ${SERVING} AND has_any_column_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE'))`,
  'holds a file and lacks the restrictive circle for reading, changing or adding': `
    SELECT c.relname || ' ' || k.cmd AS what FROM pg_class c, (VALUES ('r'), ('w'), ('a')) AS k(cmd)
     WHERE ${TABLES} AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'secrecy')
       AND NOT (c.relname = 'case_file' AND k.cmd = 'a')
       AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND NOT p.polpermissive AND p.polcmd IN (k.cmd::"char", '*')
                          AND pg_get_expr(COALESCE(p.polqual, p.polwithcheck), p.polrelid) LIKE '%member_cases%')`,
  'is a policy for everybody': `
    SELECT c.relname || '.' || p.polname AS what FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE 0 = ANY (p.polroles)`,
  'is a policy that lets the application through unasked': `
    SELECT c.relname || '.' || p.polname AS what FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
     WHERE p.polpermissive AND 'accompany_app'::regrole = ANY (p.polroles)
       AND (pg_get_expr(p.polqual, p.polrelid) = 'true' OR pg_get_expr(p.polwithcheck, p.polrelid) = 'true')
       AND NOT (c.relname = 'audit_event' AND p.polcmd = 'a')`,
  'is unique and could tell of rows out of reach': `
    SELECT i.relname AS what FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
     WHERE ${TABLES} AND x.indisunique AND NOT x.indisprimary AND c.relrowsecurity
       AND i.relname <> ALL (ARRAY[${UNIQUE.map((name) => `'${name}'`).join(', ')}])`,
  'is an exclusion or check that could tell of other rows': `
    SELECT conname AS what FROM pg_constraint x JOIN pg_class c ON c.oid = x.conrelid WHERE ${TABLES} AND x.contype = 'x'`,
  'looks behind the policies and is not the guard’s, or finds its names by the caller’s path': `
    SELECT p.oid::regprocedure::text AS what FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_roles r ON r.oid = p.proowner
     WHERE n.nspname IN ('app', 'public') AND p.prosecdef
       -- The owner sees no row either, but only the owner may have a table counted (docs/adr/0088).
       AND (r.rolname <> CASE p.oid WHEN 'app.analyse_frozen()'::regprocedure THEN 'accompany_owner'
              -- The one reader of sealed answers, which the guard never sees (docs/adr/0141).
              WHEN 'app.sealed_trafficking(integer)'::regprocedure THEN 'accompany_sealed' ELSE 'accompany_guard' END
            OR NOT COALESCE('search_path=""' = ANY (p.proconfig), false))`,
  'is a function that everybody may call': `
    SELECT p.oid::regprocedure::text AS what FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE n.nspname IN ('app', 'public') AND p.proname <> 'now'
       AND (p.proacl IS NULL OR EXISTS (SELECT 1 FROM aclexplode(p.proacl) g WHERE g.grantee = 0 AND g.privilege_type = 'EXECUTE'))`,
  'is a trigger function that a serving role may call': `
    SELECT p.oid::regprocedure::text || ' by ' || r.rolname AS what FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace, pg_roles r
     WHERE n.nspname = 'app' AND p.prorettype = 'trigger'::regtype AND r.rolname IN ${SERVING} AND has_function_privilege(r.oid, p.oid, 'EXECUTE')`,
  'is a view, a foreign table or a child table, which policies do not cover': `
    SELECT c.relname AS what FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
       AND (c.relkind IN ('v', 'm', 'f') OR c.relispartition) AND NOT COALESCE('security_invoker=true' = ANY (c.reloptions), false)`,
  'may be truncated, referenced or given triggers by a serving role': `
    SELECT c.relname || ' by ' || r.rolname AS what FROM pg_class c, pg_roles r
     WHERE ${TABLES} AND r.rolname IN ${SERVING} AND has_table_privilege(r.oid, c.oid, 'TRUNCATE, REFERENCES, TRIGGER')`,
  'is an audit log that a serving role may change': `
    SELECT c.relname || ' by ' || r.rolname AS what FROM pg_class c, pg_roles r
     WHERE ${TABLES} AND c.relname IN (${REGISTERS}, 'audit_event', 'audit_counter', 'audit_seal', 'row_mark', 'row_watch', 'asylum_event', 'guardianship_event', 'case_assignment', 'case_closing', 'case_former_value', 'case_leftover', 'case_summary', 'consent', 'consent_end', 'note_revision', 'person_former_value', 'comment', 'deadline_ruling', 'encounter_revision', 'visit_revision', 'detention_episode', 'detention_event', 'sheet_given', 'trafficking_account', 'trafficking_sign', 'referral_step', 'share_opening', 'sdc_release', 'sdc_handover', 'sdc_request', 'sdc_budget', 'sdc_signature', 'sdc_standard') AND r.rolname IN ${SERVING}
       AND (has_any_column_privilege(r.oid, c.oid, 'UPDATE') OR has_table_privilege(r.oid, c.oid, 'DELETE, TRUNCATE'))`,
  'is a column that says who or which file, and the application may change it': `
    SELECT c.relname || '.' || a.attname AS what FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE ${TABLES} AND a.attnum > 0 AND NOT a.attisdropped AND c.relrowsecurity
       AND a.attname IN ('id', 'case_id', 'person_id', 'visit_id', 'staff_id', 'organisation_id', 'author_id', 'raised_by', 'created_by',
                         'added_by', 'assigned_by', 'actor_id', 'encounter_id', 'holder_id', 'created_at')
       AND has_column_privilege('accompany_app', c.oid, a.attname, 'UPDATE')`,
  'is a scope column of a child that the application may change': `
    SELECT c.relname || '.' || a.attname AS what FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE ${TABLES} AND c.relname <> 'case_file' AND a.attname IN ('team_id', 'secrecy') AND c.relrowsecurity
       AND has_column_privilege('accompany_app', c.oid, a.attname, 'UPDATE')`,
  'may be deleted from by the application': `
    SELECT c.relname AS what FROM pg_class c WHERE ${TABLES} AND c.relname NOT IN ('team_member', 'draft', 'partner_person', 'passkey') AND has_table_privilege('accompany_app', c.oid, 'DELETE')`,
  'is sign-in, and the application reads it': `
    SELECT c.relname AS what FROM pg_class c WHERE ${TABLES}
       AND c.relname IN ('credential', 'recovery_code', 'session', 'challenge', 'throttle', 'known_device', 'invitation', 'password_reset', 'erasure', 'snapshot', 'sdc_record', 'sdc_release', 'sdc_handover', 'sdc_request', 'sdc_budget', 'sdc_signature', 'sdc_standard')
       AND has_any_column_privilege('accompany_app', c.oid, 'SELECT, INSERT, UPDATE')`,
  'is content, and the sign-in or the statistics role reads it': `
    SELECT c.relname || ' by ' || r.rolname AS what FROM pg_class c, pg_roles r
     WHERE ${TABLES} AND r.rolname IN ('accompany_auth', 'accompany_stats', 'accompany_share') AND has_any_column_privilege(r.oid, c.oid, 'SELECT')
       AND (c.relname LIKE 'case%' OR c.relname LIKE 'person%' OR c.relname LIKE 'visit%' OR c.relname LIKE 'encounter%' OR c.relname LIKE 'detention%'
            OR c.relname IN (${REGISTERS}, 'attachment', 'attachment_piece', 'file_erasure', 'legal_hold', 'access_extract', 'correction', 'name_word', 'related_file', 'asylum_application', 'asylum_event', 'guardianship_event', 'stay_document', 'reception_stay', 'sheet_given', 'trafficking_account', 'trafficking_sign', 'exploiter', 'referral_step', 'referral_share', 'share_opening', 'consent', 'consent_end', 'glass', 'glass_try', 'circle_word', 'kept_apart', 'note', 'note_revision', 'task', 'goal', 'comment', 'deadline', 'deadline_ruling', 'signal', 'place_stay', 'age_claim', 'nationality', 'wrapped_key', 'audit_event', 'receipt', 'draft_key', 'draft'))`,
  'is text or cipher that the jobs read': `
    SELECT c.relname || '.' || a.attname AS what FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE ${TABLES} AND a.attnum > 0 AND NOT a.attisdropped
       AND (a.atttypid = 'bytea'::regtype OR c.relname LIKE 'detention%' OR c.relname LIKE 'case%' OR c.relname LIKE 'person%'
            OR c.relname IN (${REGISTERS}, 'attachment', 'attachment_piece', 'file_erasure', 'legal_hold', 'access_extract', 'correction', 'name_word', 'asylum_application', 'asylum_event', 'guardianship_event', 'stay_document', 'reception_stay', 'sheet_given', 'trafficking_account', 'trafficking_sign', 'exploiter', 'referral_step', 'referral_share', 'share_opening', 'note', 'note_revision', 'task', 'goal', 'comment', 'deadline', 'wrapped_key', 'audit_event', 'visit_observation', 'visit_group', 'place_stay', 'staff'))
       -- What it froze, with the key it drew, it reads again to prove what may leave (docs/adr/0139): less than the living rows it freezes from.
       AND NOT (c.relname = 'snapshot' AND a.attname = 'wrapped_key')
       AND has_column_privilege('accompany_job', c.oid, a.attname, 'SELECT')`,
  'is a role that can do too much, or inherits': `
    SELECT rolname AS what FROM pg_roles WHERE rolname IN ${SERVING}
       AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication OR rolinherit
            -- What the application takes on to count (docs/adr/0136, 0141), without inheriting it: neither can sign in or read a name.
            OR EXISTS (SELECT 1 FROM pg_auth_members m WHERE m.member = pg_roles.oid
                          AND NOT (rolname = 'accompany_app' AND m.roleid::regrole::text IN ('accompany_count', 'accompany_sealed'))))`,
  'is more than the guard needs: it may read what is written about a life': `
    SELECT c.relname AS what FROM pg_class c WHERE ${TABLES}
       AND c.relname IN ('person_name', 'person_identifier', 'wrapped_key', 'recovery_code', 'receipt', 'audit_event', 'visit_observation', 'draft_key', 'draft')
       AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                      -- An erasure says whose keys go, and hands out drafts as encrypted as they lie (docs/adr/0056).
                      AND NOT (c.relname = 'wrapped_key' AND a.attname IN ('holder_kind', 'holder_id'))
                      -- The audit log is hashed whole for its checkpoint, and handed out to no one (docs/adr/0041).
                      AND c.relname <> 'audit_event'
                      AND NOT (c.relname = 'draft' AND a.attname IN ('staff_id', 'slot', 'tab', 'iv', 'cipher'))
                      -- Taking an import back asks which transaction wrote a row, and on whom it hangs (docs/adr/0068).
                      AND NOT (c.relname IN ('person_name', 'person_identifier') AND a.attname IN ('person_id', 'circle_case_id'))
                      -- A merge moves rows by their id, and the name that is not chosen becomes another kind of name (docs/adr/0076).
                      AND NOT (c.relname IN ('person_name', 'person_identifier') AND a.attname = 'id' OR c.relname = 'person_name' AND a.attname = 'kind')
                      AND NOT (c.relname = 'draft_key' AND a.attname IN ('staff_id', 'wrapped'))
                      AND has_column_privilege('accompany_guard', c.oid, a.attname, 'SELECT'))`,
  'is more than counting sealed files needs: a name, a text, a note, or another cipher than the answers': `
    SELECT c.relname || '.' || a.attname AS what FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE ${TABLES} AND a.attnum > 0 AND NOT a.attisdropped AND has_column_privilege('accompany_sealed', c.oid, a.attname, 'SELECT, INSERT, UPDATE')
       AND (has_column_privilege('accompany_sealed', c.oid, a.attname, 'INSERT, UPDATE')
            OR a.atttypid = 'bytea'::regtype AND (c.relname, a.attname) NOT IN (('trafficking_account', 'answers_cipher'), ('wrapped_key', 'wrapped'))
            OR c.relname NOT IN ('case_file', 'case_person', 'person', 'age_claim', 'nationality', 'referral', 'referral_step', 'team',
                                 'trafficking_account', 'trafficking_event', 'trafficking_sign', 'wrapped_key')
            OR a.attname LIKE '%name%' OR a.attname LIKE '%text%' OR a.attname = 'code')`,
  'is a secret of sign-in that the guard reads, beside the hash that a new password replaces and whether a second step stands': `
    SELECT a.attname AS what FROM pg_attribute a
     WHERE a.attrelid = 'public.credential'::regclass AND a.attnum > 0 AND a.attname NOT IN ('staff_id', 'password_hash', 'totp_enrolled_at')
       AND has_column_privilege('accompany_guard', a.attrelid, a.attname, 'SELECT')`,
  'can vouch for an account past app.vouch(): it may write the column': `
    SELECT rolname AS what FROM pg_roles WHERE rolname IN ${SERVING}
       AND has_column_privilege(rolname, 'public.staff', 'vouched_at', 'UPDATE')`,
  'is within reach of the handler outside, which calls two functions and reads no table': `
    SELECT c.relname AS what FROM pg_class c
     WHERE ${TABLES} AND has_any_column_privilege('accompany_share', c.oid, 'SELECT, INSERT, UPDATE')`,
  'is written beside the audit log: the statistics role, which cannot sign it, may write': `
    SELECT c.relname AS what FROM pg_class c
     WHERE ${TABLES} AND has_any_column_privilege('accompany_stats', c.oid, 'INSERT, UPDATE')`,
})

const answers = z.array(z.object({ what: z.string() }))

/** What is wrong with tables, policies, grants and functions of this database, as sentences; empty when all is well. */
export const listWeaknesses = async (owner: pg.Client): Promise<string[]> => {
  const sentences: string[] = []
  for (const [complaint, sql] of Object.entries(questions())) {
    const { rows } = await owner.query(sql)
    for (const { what } of answers.parse(rows)) sentences.push(`${what} ${complaint}`)
  }
  return sentences
}

/** Names of the tables about people or the organisation that the application was given at all. */
export const listGuardedTables = async (owner: pg.Client): Promise<string[]> => {
  const { rows } = await owner.query(
    `SELECT c.relname AS what FROM pg_class c WHERE ${TABLES} AND c.relname <> ALL ($1) ORDER BY 1`,
    [REFERENCE],
  )
  return answers.parse(rows).map(({ what }) => what)
}
