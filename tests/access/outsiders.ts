import pg from 'pg'
import { newId } from '@/lib/shared/ids'
import type { Given } from '../support/given/given'
import { listGuardedTables } from './catalogue'

export type Outsider = { readonly what: string; readonly token: string | null }

type Where = Readonly<Record<'organisationId' | 'by' | 'placeId' | 'encounterId' | 'caseId', string>>

/** A setting, a word of a list, a finer value that a conversation names, a name of a place and a logo. */
const giveSettings = async (
  owner: pg.Client,
  { organisationId, by, placeId, encounterId, caseId }: Where,
): Promise<void> => {
  const own = newId()
  const labels = { en: 'Invented', fr: '', nl: '', de: '' }
  const value = { list: 'encounter_topic', standard: 'health', key: 'invented', labels, position: 1 }
  const changes = [
    ['setting', 'work.unseen', { held: 8, high: 7, medium: 14, low: 30 }],
    ['list', 'encounter_topic:health', { labels, position: null, hidden: false }],
    ['value', own, { ...value, retired: false, successor: null }],
    [
      'place',
      placeId,
      { labels, aliases: ['invented'], hidden: false, visit: { hours: 'x', phone: '', bring: '' } },
    ],
  ] as const
  for (const [subject, item, after] of changes)
    await owner.query(
      `INSERT INTO config_edition (id, organisation_id, subject, item, after, reason, created_by)
       VALUES ($1, $2, $3, $4, $5, '', $6)`,
      [newId(), organisationId, subject, item, JSON.stringify(after), by],
    )
  await owner.query(
    `INSERT INTO encounter_finer (encounter_id, kind, code, own_id, case_id) VALUES ($1, 'topic', 'health', $2, $3)`,
    [encounterId, own, caseId],
  )
  await owner.query(
    `INSERT INTO organisation_picture (organisation_id, hash, bytes, created_by)
     VALUES ($1, encode(sha256('invented'), 'hex'), 'invented', $2)`,
    [organisationId, by],
  )
}

/** An organisation with one full file, and every kind of session that must open nothing of it. */
export const givenNobodies = async (
  owner: pg.Client,
  given: Given,
): Promise<{ live: string; outsiders: Outsider[] }> => {
  const organisationId = given.organisation()
  const teamId = given.team(organisationId)
  const worker = given.staff(organisationId, 'caseworker', { teams: [teamId] })
  const coordinator = given.staff(organisationId, 'coordinator', { leads: [teamId] })
  const gone = given.staff(organisationId, 'coordinator', { leads: [teamId] })
  const placeId = given.place()
  const file = given.file({ teamId, workerId: worker })
  const personId = given.person({ caseIds: [file.id], createdBy: worker })
  given.member({ caseId: file.id, staffId: coordinator, addedBy: worker })
  const noteId = given.note({ caseId: file.id, authorId: worker })
  given.noteRevision({ caseId: file.id, noteId })
  given.former({ caseId: file.id, personId, by: worker })
  given.task({ caseId: file.id, assignedTo: worker })
  given.goal({ caseId: file.id, createdBy: worker })
  given.hold({ caseId: file.id, createdBy: worker })
  given.request({ caseId: file.id, personId, createdBy: worker })
  given.retentionRule({ organisationId, createdBy: coordinator })
  given.reportedMistake({ organisationId, createdBy: worker })
  given.project({ organisationId, createdBy: coordinator })
  const partnerId = given.partner({ organisationId, createdBy: coordinator })
  given.incoming({ organisationId, partnerId, teamId, createdBy: coordinator, givenTo: worker })
  given.add('enquiry', {
    id: newId(),
    teamId,
    way: 'phone',
    onDay: '2026-03-01',
    topic: 'health',
    createdBy: worker,
  })
  given.newerFigure({ organisationId, createdBy: coordinator, answeredBy: worker })
  given.nameRuling({ organisationId, saidBy: coordinator })
  given.fileClosing({ caseId: file.id, createdBy: worker })
  given.summary({ caseId: file.id, createdBy: worker })
  given.attachment({ caseId: file.id, createdBy: worker })
  given.referral({ caseId: file.id, personId, createdBy: worker })
  given.comment({ caseId: file.id, authorId: coordinator, toStaffId: worker })
  const ruleId = given.rule()
  given.ruling({ organisationId, ruleId, createdBy: coordinator })
  const sister = given.file({ teamId, workerId: worker })
  given.relatedFile({ caseId: file.id, otherCaseId: sister.id, createdBy: worker })
  given.asylum({ caseId: file.id, createdBy: worker })
  const apart = given.file({ teamId, workerId: worker, kind: 'thb', secrecy: 'restricted' })
  for (const staffId of [worker, coordinator])
    given.member({ caseId: apart.id, staffId, addedBy: worker, kind: 'circle' })
  given.trafficking({ caseId: apart.id, createdBy: worker })
  given.registers({ caseId: file.id, personId, createdBy: worker })
  given.guardianship({ caseId: file.id, personId, createdBy: worker })
  given.deadline({ caseId: file.id, ruleId, createdBy: worker })
  given.assignment({ caseId: file.id, from: coordinator, to: worker, by: coordinator })
  const { id: episodeId } = given.episode({ caseId: file.id, createdBy: worker })
  given.stay({ caseId: file.id, personId, placeId, episodeId })
  const visitId = given.visit({ teamId, placeId, createdBy: worker })
  const met = given.encounter({ visitId, caseId: file.id, personId, placeId, authorId: worker })
  given.review({ staffId: worker, caseId: file.id })
  given.handover({ teamId, fromStaffId: worker, createdBy: coordinator, caseId: file.id })
  given.add('savedView', { id: newId(), staffId: worker, teamId: null, name: 'Mine', query: 'missing=step' })
  given.plan({ teamId, placeId, createdBy: worker, people: [{ caseId: file.id, personId }] })
  given.wish({ caseId: file.id, personId, authorId: worker })
  given.closure({
    organisationId,
    placeId,
    createdBy: coordinator,
    fromDay: '2026-12-11',
    untilDay: '2026-12-12',
  })
  given.feed(worker)
  given.auditLog({ actorId: worker, event: 'case.opened', caseId: file.id })
  given.glass({ caseId: file.id, staffId: coordinator })
  given.add('keptApart', { id: newId(), caseId: file.id, otherCaseId: sister.id, createdBy: worker })
  const duplicate = given.person({ caseIds: [sister.id], createdBy: worker })
  const merged = given.person({ caseIds: [], createdBy: worker })
  const mergeId = newId()
  given.add('personMerge', {
    id: mergeId,
    keptId: personId,
    absorbedId: merged,
    because: 'other',
    mergedBy: worker,
    before: {},
    after: {},
    knew: [],
  })
  given.add('personMergeRow', { id: newId(), mergeId, tableName: 'note', link: 'person_id' })
  given.add('likelyPair', { personId, otherId: duplicate })
  given.add('notSame', { id: newId(), personId, otherId: duplicate, saidBy: worker })
  given.add('notice', { id: newId(), staffId: worker, kind: 'task_given', caseId: file.id })
  given.add('noticeSetting', { staffId: worker, kind: 'task_given', way: 'house' })
  given.add('noticePreference', { staffId: worker })
  given.draft(worker)
  const outsiders: Outsider[] = [
    { what: 'no token', token: null },
    { what: 'an empty token', token: '' },
    { what: 'a token that never was', token: 'A'.repeat(43) },
    { what: 'a colleague’s id instead of a token', token: worker },
    { what: 'a revoked session', token: given.session(worker, { revoked: true }).token },
    { what: 'an expired session', token: given.session(worker, { expiresIn: -1 }).token },
    { what: 'an idle session', token: given.session(worker, { idleMinutes: 31 }).token },
    {
      what: 'an idle session of a coordinator',
      token: given.session(coordinator, { idleMinutes: 16 }).token,
    },
    {
      what: 'a session that owes its second step',
      token: given.session(worker, { secondStep: 'owed' }).token,
    },
    {
      what: 'a coordinator who never set one up',
      token: given.session(coordinator, { secondStep: 'none' }).token,
    },
    { what: 'the session of a colleague who left', token: given.session(gone).token },
  ]
  const live = given.tokenFor(worker)
  await given.save(owner)
  await giveSettings(owner, {
    organisationId,
    by: coordinator,
    placeId,
    encounterId: met.id,
    caseId: file.id,
  })
  await owner.query('UPDATE staff SET active = false WHERE id = $1', [gone])
  return { live, outsiders }
}

/** Who opens the page of reports reads their own line of it afterwards. */
const NOT_OWN_LINES = "WHERE actor_id IS DISTINCT FROM app.actor_id() OR event NOT LIKE 'report.%'"

/** Rows per table that the application's own credential shows with this token as context; refused tables are left out. */
export const countRows = async (
  owner: pg.Client,
  appUrl: string,
  token: string | null,
): Promise<Map<string, number>> => {
  const app = new pg.Client({ connectionString: appUrl })
  await app.connect()
  const seen = new Map<string, number>()
  try {
    for (const table of await listGuardedTables(owner)) {
      await app.query('BEGIN')
      if (token !== null) await app.query("SELECT set_config('app.token', $1, true)", [token])
      try {
        const { rows } = await app.query(
          `SELECT count(*)::int AS n FROM public.${table} ${table === 'audit_event' ? NOT_OWN_LINES : ''}`,
        )
        seen.set(table, Number(rows[0]?.n))
      } catch (error) {
        if (!(error instanceof Error && error.message.startsWith('permission denied'))) throw error
      }
      await app.query('ROLLBACK')
    }
  } finally {
    await app.end()
  }
  return seen
}
