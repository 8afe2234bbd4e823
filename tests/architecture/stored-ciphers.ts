/**
 * Where each encrypted column of the database is bound. The bytes open only under exactly these names, so no line is ever changed:
 * a renamed table, column or holder makes the rows of every organisation unreadable (docs/stored-names.md).
 */
export type BoundCipher = {
  /** As it stands in the database. */
  readonly table: string
  readonly column: string
  /** What is written into the cipher, [table, row, column, revision], each as SQL over the row. */
  readonly bound: {
    readonly table: string
    readonly row: string
    readonly column: string
    readonly revision: string
  }
  /** Whose data key opens it. */
  readonly holder: 'person' | 'file' | 'visit' | 'glass' | 'vault' | 'import' | 'partner' | 'incoming'
}

type Change = { readonly [K in keyof BoundCipher['bound']]?: string } & {
  readonly holder?: BoundCipher['holder']
}

/** What most are: the column of a row with an id, written once, under the key of its file. */
const cipher = (table: string, column: string, { holder = 'file', ...bound }: Change = {}): BoundCipher => ({
  table,
  column,
  bound: {
    table: `'${table}'`,
    row: 'id::text',
    column: `'${column.replace(/_cipher$/, '')}'`,
    revision: '1',
    ...bound,
  },
  holder,
})
const version = 'version'

export const CIPHERS: readonly BoundCipher[] = [
  cipher('access_extract', 'words_cipher'),
  cipher('appointment', 'details_cipher'),
  cipher('asylum_event', 'words_cipher'),
  cipher('attachment', 'label_cipher'),
  cipher('attachment_piece', 'cipher', {
    table: "'attachment'",
    row: 'attachment_id::text',
    column: "'piece ' || position",
  }),
  cipher('case_assignment', 'reason_cipher'),
  cipher('case_closing', 'words_cipher'),
  cipher('case_file', 'next_step_cipher', { revision: 'next_step_revision' }),
  cipher('case_file', 'next_step_moved_cipher', { revision: 'next_step_revision' }),
  cipher('case_former_value', 'cipher', {
    table: "'case_file'",
    row: 'case_id::text',
    column: "'next_step'",
    revision: 'revision',
  }),
  cipher('case_member', 'reason_cipher'),
  cipher('case_summary', 'reason_cipher'),
  cipher('case_summary', 'words_cipher'),
  cipher('circle_word', 'reason_cipher'),
  cipher('comment', 'body_cipher'),
  cipher('consent', 'recipient_cipher'),
  cipher('consent', 'proof_cipher'),
  cipher('consent', 'words_cipher'),
  cipher('consent_end', 'words_cipher'),
  cipher('correction', 'answer_cipher'),
  cipher('correction', 'words_cipher'),
  cipher('detention_event', 'carrier_cipher'),
  cipher('detention_event', 'text_cipher'),
  cipher('encounter', 'note_cipher', { revision: version }),
  cipher('encounter_account', 'note_cipher', { revision: version }),
  cipher('encounter_revision', 'note_cipher', {
    table: "CASE WHEN account_id IS NULL THEN 'encounter' ELSE 'encounter_account' END",
    row: 'COALESCE(account_id, encounter_id)::text',
    revision: version,
  }),
  cipher('exploiter', 'name_cipher', { holder: 'vault' }),
  cipher('exploiter', 'words_cipher', { holder: 'vault' }),
  cipher('file_erasure', 'words_cipher'),
  cipher('glass', 'reason_cipher', { holder: 'glass' }),
  cipher('goal', 'text_cipher', { revision: 'text_revision' }),
  cipher('guardianship_event', 'details_cipher'),
  cipher('handover_item', 'note_cipher', { row: 'handover_id::text', revision: 'note_revision' }),
  cipher('handover_item', 'reason_cipher', { row: 'handover_id::text' }),
  cipher('import', 'head_cipher', { holder: 'import' }),
  cipher('import', 'plan_cipher', { holder: 'import', revision: 'plan_revision' }),
  cipher('import_piece', 'cipher', {
    row: "import_id || ' ' || position",
    column: "'rows'",
    revision: 'revision',
    holder: 'import',
  }),
  cipher('incoming_referral', 'content_cipher', { holder: 'incoming' }),
  cipher('incoming_referral', 'words_cipher', { holder: 'incoming' }),
  cipher('legal_hold', 'lifted_cipher'),
  cipher('legal_hold', 'words_cipher'),
  cipher('legal_mandate', 'who_cipher'),
  cipher('legal_mandate', 'words_cipher'),
  cipher('matter_step', 'words_cipher'),
  cipher('note', 'body_cipher', { revision: version }),
  cipher('note_revision', 'body_cipher', {
    table: "'note'",
    row: 'note_id::text',
    revision: version,
  }),
  cipher('partner_person', 'details_cipher', { revision: version, holder: 'partner' }),
  cipher('partner_warning', 'reason_cipher', { holder: 'partner' }),
  cipher('person_identifier', 'cipher', { column: "'text'", holder: 'person' }),
  cipher('person_name', 'cipher', { column: "'text'", holder: 'person' }),
  cipher('referral', 'asked_cipher'),
  cipher('referral', 'contact_cipher'),
  cipher('referral', 'reach_cipher'),
  cipher('referral', 'to_cipher'),
  cipher('referral_step', 'words_cipher'),
  cipher('review_item', 'step_before', { row: 'review_id::text', revision: 'text_revision' }),
  cipher('review_item', 'text_cipher', { row: 'review_id::text', revision: 'text_revision' }),
  cipher('report_quote', 'words_cipher'),
  cipher('safe_contact', 'details_cipher'),
  cipher('sheet_given', 'sheet_cipher'),
  cipher('signal', 'answer_cipher'),
  cipher('signal', 'note_cipher'),
  cipher('own_person_value', 'cipher', { column: "'answer'", holder: 'person' }),
  cipher('own_value', 'cipher', { column: "'answer'" }),
  cipher('own_visit_value', 'cipher', { column: "'answer'", holder: 'visit' }),
  cipher('screening', 'levels_cipher'),
  cipher('screening', 'screener_cipher'),
  cipher('screening', 'words_cipher'),
  cipher('special_need', 'need_cipher'),
  cipher('special_need', 'words_cipher'),
  cipher('task', 'moved_cipher', { revision: 'moved_revision' }),
  cipher('task', 'text_cipher', { revision: 'text_revision' }),
  cipher('trafficking_account', 'answers_cipher'),
  cipher('trafficking_account', 'reading_cipher'),
  cipher('trafficking_account', 'words_cipher'),
  cipher('trafficking_event', 'words_cipher'),
  cipher('trafficking_sign', 'sign_cipher'),
  cipher('waiting_entry', 'content'),
  cipher('waiting_entry', 'words_cipher'),
  cipher('visit_group', 'note_cipher', { revision: version, holder: 'visit' }),
  cipher('visit_observation', 'text_cipher', { revision: version, holder: 'visit' }),
  cipher('visit_revision', 'text_cipher', {
    table: "CASE WHEN group_id IS NULL THEN 'visit_observation' ELSE 'visit_group' END",
    row: 'COALESCE(group_id, observation_id)::text',
    column: "CASE WHEN group_id IS NULL THEN 'text' ELSE 'note' END",
    revision: version,
    holder: 'visit',
  }),
]

/** 'note.body', as damage is told; of what may belong to two tables, or to a piece of a paper, the SQL that says which. */
export const nameOfCipher = ({ bound }: BoundCipher): string =>
  `${bound.table}.${bound.column}`.replaceAll("'", '')
