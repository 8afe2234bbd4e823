import type pg from 'pg'

export type Row = Readonly<Record<string, unknown>>

const toSnake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const toJson = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value

/** Parents before children. */
const ORDER = [
  'organisation',
  'place',
  'team',
  'staff',
  'teamMember',
  'project',
  'partner',
  'partnerPerson',
  'partnerWarning',
  'incomingLink',
  'incomingReferral',
  'ownField',
  'ownFieldEdition',
  'credential',
  'recoveryCode',
  'session',
  'throttle',
  'knownDevice',
  'invitation',
  'passwordReset',
  'draftKey',
  'draft',
  'accreditation',
  'enquiry',
  'person',
  'caseFile',
  'caseMember',
  'casePerson',
  'relatedFile',
  'glass',
  'keptApart',
  'notSame',
  'personMerge',
  'personMergeRow',
  'likelyPair',
  'personName',
  'ageClaim',
  'nationality',
  'personOrigin',
  'personLanguage',
  'personIdentifier',
  'ownPersonValue',
  'savedView',
  'caseAssignment',
  'note',
  'noteRevision',
  'caseFormerValue',
  'ownValue',
  'personFormerValue',
  'goal',
  'task',
  'caseClosing',
  'caseLeftover',
  'caseSummary',
  'comment',
  'deadlineRule',
  'deadlineRuling',
  'deadline',
  'asylumApplication',
  'asylumEvent',
  'stayDocument',
  'receptionStay',
  'legalMandate',
  'specialNeed',
  'screening',
  'sheetGiven',
  'safeContact',
  'activity',
  'groupSession',
  'groupPerson',
  'appointment',
  'matterStep',
  'attachment',
  'attachmentPiece',
  'consent',
  'consentEnd',
  'reportQuote',
  'referral',
  'referralStep',
  'referralShare',
  'shareOpening',
  'guardianshipEvent',
  'traffickingAccount',
  'traffickingSign',
  'traffickingEvent',
  'exploiter',
  'legalHold',
  'accessExtract',
  'correction',
  'retentionRule',
  'newerFigure',
  'nameRuling',
  'reportedMistake',
  'detentionEpisode',
  'detentionEvent',
  'placeStay',
  'visit',
  'visitVisitor',
  'visitObservation',
  'visitGroup',
  'ownVisitValue',
  'visitRevision',
  'encounter',
  'encounterItem',
  'encounterAccount',
  'encounterRevision',
  'signal',
  'notice',
  'noticeSetting',
  'noticePreference',
  'review',
  'reviewItem',
  'handover',
  'handoverItem',
  'visitPlan',
  'visitPlanVisitor',
  'visitPlanPerson',
  'visitWish',
  'centreClosure',
  'calendarFeed',
  'wrappedKey',
  'receipt',
  'erasure',
  'fileErasure',
  'auditEvent',
] as const
export type Table = (typeof ORDER)[number]
export type Rows = Partial<Record<Table, Row[]>>

/**
 * Inserts many rows with one statement a table, in one transaction, as the superuser of a test's own database. Quickly: without a trigger
 * or a look for the parents of a row, so that who gives them writes the copies that triggers keep.
 */
export const insertRows = async (
  owner: pg.Client,
  rows: Rows,
  { quickly = false }: { readonly quickly?: boolean } = {},
): Promise<void> => {
  await owner.query('BEGIN')
  try {
    if (quickly) await owner.query('SET LOCAL session_replication_role = replica')
    for (const table of ORDER) await insertInto(owner, table, rows[table] ?? [])
    await owner.query('COMMIT')
  } catch (error) {
    await owner.query('ROLLBACK')
    throw error
  }
}

const insertInto = async (owner: pg.Client, table: Table, rows: readonly Row[]): Promise<void> => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  if (columns.length === 0) return
  const uneven = rows.find((row) => columns.some((column) => row[column] === undefined))
  if (uneven) throw new Error(`rows of ${table} differ in their columns: ${JSON.stringify(uneven)}`)
  const name = toSnake(table)
  const list = columns.map((column) => `"${toSnake(column)}"`).join(', ')
  const asSnake = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [toSnake(key), value])),
  )
  // The audit log is signed by trigger with whom it finds signed in, and no one is: given rows say themselves who it was.
  // A proposal wants its file closed, which no other given row does.
  if (table === 'auditEvent' || table === 'fileErasure')
    await owner.query('SET LOCAL session_replication_role = replica')
  await owner.query(
    `INSERT INTO public.${name} (${list}) SELECT ${list} FROM json_populate_recordset(NULL::public.${name}, $1::json)`,
    [JSON.stringify(asSnake, toJson)],
  )
}
