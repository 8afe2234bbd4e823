import type pg from 'pg'
import { hashToken, newToken } from '@/lib/accounts/token'
import { newId } from '@/lib/shared/ids'
import { givenNobodies } from '../access/outsiders'
import { byHand } from './damage'
import { openGiven } from './given/given'

type Ask = (sql: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>

/** The rows from which a part of an address is taken. */
const ROWS: Readonly<Record<string, string>> = {
  noteId: 'note',
  referralId: 'referral',
  reviewId: 'review',
  visitId: 'visit',
  encounterId: 'encounter',
  handoverId: 'handover',
  importId: 'import',
  planId: 'visit_plan',
  extractId: 'access_extract',
  erasureId: 'file_erasure',
  summaryId: 'case_summary',
  // One that was taken back as a mistake has no page.
  consentId: `consent WHERE answer = 'given'`,
  partnerId: 'partner',
  incomingId: 'incoming_referral',
}

/**
 * An organisation in which every page about people has something to show: the sessions of a caseworker, a coordinator and an admin, the
 * files (a full one, one about trafficking), and what the parts of an address may be.
 */
export const givenEveryPage = async (owner: pg.Client, ask: Ask) => {
  const { live } = await givenNobodies(owner, openGiven())
  // An invented deadline without a calculation opens no page; nothing of a deadline is encrypted.
  await byHand(ask, 'DELETE FROM deadline')
  const [lead] = await ask(
    'SELECT m.staff_id FROM team_member m JOIN staff s ON s.id = m.staff_id WHERE m.leads AND s.active ORDER BY 1 LIMIT 1',
  )
  const signIn = async (staffId: unknown): Promise<string> => {
    const token = newToken()
    await ask(
      `INSERT INTO session (id, token_hash, staff_id, created_at, last_seen_at, expires_at, second_step_due, second_step_at, stepped_up_at, device)
       VALUES ($1, $2, $3, now(), now(), now() + interval '12 hours', false, now(), '2100-01-01', 'test')`,
      [newId(), hashToken(token), staffId],
    )
    return token
  }
  // Damage is told to the administrators and, where there is one, to the audit log.
  const adminId = newId()
  await ask(
    `INSERT INTO staff (id, organisation_id, name, role, locale)
     SELECT $1, organisation_id, 'Otto Invented', 'admin', 'en' FROM staff WHERE id = $2`,
    [adminId, lead?.staff_id],
  )
  const ids: Record<string, string> = { staffId: String(lead?.staff_id) }
  for (const [part, table] of Object.entries(ROWS)) {
    const [row] = await ask(`SELECT id FROM ${table} ORDER BY id LIMIT 1`)
    if (row !== undefined) ids[part] = String(row.id)
  }
  const files = await ask(
    "SELECT id, code FROM case_file WHERE id IN (SELECT case_id FROM note) OR kind = 'thb' ORDER BY id",
  )
  return {
    tokens: [live, await signIn(lead?.staff_id)] as const,
    admin: await signIn(adminId),
    ids,
    files: files.map(({ id, code }) => ({ id: String(id), code: String(code) })),
  }
}
