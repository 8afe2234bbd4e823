// The organisation of the bench: 100 offices, 400 colleagues, and the few of them who ask for pages.
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { bindToken } from '@/lib/server/bound-cookie'

export const TEAMS = 100
const WORKERS_EACH = 4

/** Ids are made from what they stand for, so that two runs have the same rows. Version 8 says: made by us. */
export const idOf = (kind: number, index: number, part = 0): string => {
  const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0')
  return `${hex(index, 8)}-${hex(kind, 4)}-8000-8000-${hex(part, 12)}`
}
export const KIND = {
  organisation: 1,
  team: 2,
  staff: 3,
  file: 4,
  person: 5,
  visit: 6,
  encounter: 7,
  note: 8,
  signal: 9,
  name: 10,
  claim: 11,
  nationality: 12,
  stay: 13,
  member: 14,
  key: 15,
  session: 16,
  badge: 17,
  consent: 18,
  capability: 19,
  run: 35,
  field: 50,
} as const

export const organisationId = idOf(KIND.organisation, 1)
export const teamId = (team: number): string => idOf(KIND.team, team)
export const workerId = (team: number, place: number): string =>
  idOf(KIND.staff, team * WORKERS_EACH + (place % WORKERS_EACH))
const staffId = (index: number): string => idOf(KIND.staff, 100_000 + index)

/** Anyone who asks for a page: their session token is made from their name. */
export const ASKERS = {
  /** Works on forty files of the first office. */
  worker: { id: workerId(0, 0), name: 'Wanda Worker', role: 'caseworker' },
  /** Leads the first office: 2,600 files in every size. */
  leader: { id: staffId(1), name: 'Lena Leader', role: 'coordinator' },
  /** Leads all offices: everything that is open. */
  chief: { id: staffId(2), name: 'Cora Chief', role: 'coordinator' },
  /** Holds the capability to read exact figures of all offices. */
  reader: { id: staffId(3), name: 'Rita Reader', role: 'admin' },
} as const
export type Asker = keyof typeof ASKERS
export const tokenOf = (who: Asker): string => createHash('sha256').update(`bench ${who}`).digest('base64url')
export const BENCH_SECRET = 'only-for-the-bench-only-for-the-bench-only-for'
/** The session cookie as a browser of this colleague holds it. */
export const cookieOf = (who: Asker): string => bindToken(BENCH_SECRET, tokenOf(who))

/** Who gave that capability. */
const GIVERS = [staffId(4), staffId(5)] as const

const all = <T>(length: number, make: (index: number) => T): T[] => Array.from({ length }, (_, i) => make(i))

export const insertOrganisation = async (
  admin: pg.Client,
  centres: readonly string[],
  offices: number = TEAMS,
): Promise<void> => {
  await admin.query("INSERT INTO organisation (id, name, kind) VALUES ($1, 'Bench', 'real')", [
    organisationId,
  ])
  const teams = all(offices, teamId)
  await admin.query(
    "INSERT INTO team (id, organisation_id, name) SELECT id, $2, 'Office ' || n FROM unnest($1::uuid[]) WITH ORDINALITY AS t(id, n)",
    [teams, organisationId],
  )
  const named = new Map<string, { name: string; role: string }>(
    Object.values(ASKERS).map(({ id, name, role }) => [id, { name, role }]),
  )
  for (const id of GIVERS) named.set(id, { name: 'Greta Giver', role: 'admin' })
  const workers = all(offices * WORKERS_EACH, (i) => idOf(KIND.staff, i))
  const staff = [...new Set([...workers, ...named.keys()])]
  for (const [i, id] of staff.entries())
    await admin.query(
      'INSERT INTO staff (id, organisation_id, name, role, vouched_at) VALUES ($1, $2, $3, $4::role, app.now())',
      [
        id,
        organisationId,
        named.get(id)?.name ?? `Invented Colleague ${i}`,
        named.get(id)?.role ?? 'caseworker',
      ],
    )
  const join = 'INSERT INTO team_member (staff_id, team_id, leads) VALUES ($1, $2, $3)'
  for (const [i, id] of workers.entries())
    await admin.query(join, [id, teamId(Math.floor(i / WORKERS_EACH)), false])
  await admin.query(join, [ASKERS.leader.id, teamId(0), true])
  for (const team of teams) await admin.query(join, [ASKERS.chief.id, team, true])
  // An admin holds it whom a colleague vouched for.
  await admin.query('UPDATE staff SET vouched_by = $2 WHERE id = $1', [ASKERS.reader.id, GIVERS[0]])
  await admin.query(
    `INSERT INTO capability_grant (id, organisation_id, holder_id, kind, ends_on, state, asked_by, answered_by, answered_at)
     VALUES ($1, $2, $3, 'reads_figures', '2099-12-31', 'given', $4, $5, now())`,
    [idOf(KIND.capability, 1), organisationId, ASKERS.reader.id, ...GIVERS],
  )
  for (const [i, placeId] of centres.entries())
    await admin.query(
      "INSERT INTO accreditation (id, staff_id, place_id, valid_from, valid_until) VALUES ($1, $2, $3, '2020-01-01', '2099-12-31')",
      [idOf(KIND.badge, i), ASKERS.worker.id, placeId],
    )
}

/** New sessions for everyone who asks, long enough for a run of hours. */
export const openSessions = async (admin: pg.Client): Promise<void> => {
  await admin.query('DELETE FROM session')
  for (const who of Object.keys(ASKERS).filter((name): name is Asker => name in ASKERS))
    await admin.query(
      `INSERT INTO session (id, token_hash, staff_id, created_at, last_seen_at, expires_at, second_step_due, second_step_at, stepped_up_at, device)
       VALUES (gen_random_uuid(), $1, $2, now(), now(), now() + interval '11 hours', false, now(), now(), 'firefox-linux')`,
      [createHash('sha256').update(tokenOf(who)).digest('hex'), ASKERS[who].id],
    )
}
