import pg from 'pg'
import { hashToken, newToken } from '@/lib/accounts/token'
import { type Work, withWork } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import type { Role } from '@/lib/shared/roles'
import { urls } from '../own-database'

export type GivenStaff = {
  readonly id: string
  readonly token: string
  /** One transaction as this colleague, through the application's own database role. */
  readonly work: <T>(run: (work: Work) => Promise<T>) => Promise<T>
}
const NAMES = ['casey', 'cory', 'coral', 'sol', 'sola', 'ada', 'gus', 'stranger'] as const
type Name = (typeof NAMES)[number]
export type GivenOrganisation = Readonly<Record<Name, GivenStaff>> & {
  readonly north: string
  readonly south: string
  readonly placeId: string
  readonly otherPlaceId: string
  /** Reads past every policy, to see what was really written. */
  readonly ask: (sql: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>
  readonly close: () => Promise<void>
}

const PEOPLE: readonly { name: Name; role: Role; team: 'north' | 'south' | 'elsewhere' | null }[] = [
  { name: 'casey', role: 'caseworker', team: 'north' },
  { name: 'cory', role: 'caseworker', team: 'north' },
  { name: 'coral', role: 'coordinator', team: 'north' },
  { name: 'sol', role: 'caseworker', team: 'south' },
  { name: 'sola', role: 'coordinator', team: 'south' },
  { name: 'ada', role: 'admin', team: null },
  { name: 'gus', role: 'guest', team: null },
  { name: 'stranger', role: 'coordinator', team: 'elsewhere' },
]

/** Two teams of one organisation, a colleague of another one, each with a live session. Call close() when done. */
export const givenCaseOrganisation = async (): Promise<GivenOrganisation> => {
  const client = new pg.Client({ connectionString: urls.superuser })
  await client.connect()
  const ask: GivenOrganisation['ask'] = async (sql, values = []) =>
    (await client.query(sql, [...values])).rows
  const organisations = { home: newId(), elsewhere: newId() }
  const teams = { north: newId(), south: newId(), elsewhere: newId() }
  for (const [name, id] of Object.entries(organisations))
    await ask(`INSERT INTO organisation (id, name, kind) VALUES ($1, $2, 'real')`, [id, name])
  for (const [name, id] of Object.entries(teams))
    await ask('INSERT INTO team (id, organisation_id, name) VALUES ($1, $2, $3)', [
      id,
      name === 'elsewhere' ? organisations.elsewhere : organisations.home,
      name,
    ])
  const staff = new Map<Name, GivenStaff>()
  for (const { name, role, team } of PEOPLE) {
    const id = newId()
    const token = newToken()
    await ask(
      `INSERT INTO staff (id, organisation_id, name, role, locale, vouched_at, created_at)
       VALUES ($1, $2, $3, $4::role, 'en', app.now(), app.now() - interval '60 days')`,
      [id, team === 'elsewhere' ? organisations.elsewhere : organisations.home, `${name} Invented`, role],
    )
    if (team !== null)
      await ask('INSERT INTO team_member (staff_id, team_id, leads) VALUES ($1, $2, $3)', [
        id,
        teams[team],
        role === 'coordinator',
      ])
    await ask(
      `INSERT INTO session (id, token_hash, staff_id, created_at, last_seen_at, expires_at, second_step_due, second_step_at, stepped_up_at, device)
       VALUES ($1, $2, $3, now(), now(), now() + interval '12 hours', false, now(), '2100-01-01', 'test')`,
      [newId(), hashToken(token), id],
    )
    staff.set(name, { id, token, work: (run) => withWork(token, run) })
  }
  // Admins count as a second person: someone who did not invite them has vouched by name (docs/adr/0104).
  await ask(
    `UPDATE staff s SET vouched_by = c.id FROM staff c WHERE s.role = 'admin' AND c.name = 'coral Invented'`,
  )
  const get = (name: Name): GivenStaff => {
    const found = staff.get(name)
    if (found === undefined) throw new Error(`nobody is called ${name}`)
    return found
  }
  const [place, other] = await ask(
    `SELECT id FROM place WHERE kind = 'closed_centre' ORDER BY position LIMIT 2`,
  )
  return {
    casey: get('casey'),
    cory: get('cory'),
    coral: get('coral'),
    sol: get('sol'),
    sola: get('sola'),
    ada: get('ada'),
    gus: get('gus'),
    stranger: get('stranger'),
    north: teams.north,
    south: teams.south,
    placeId: String(place?.id),
    otherPlaceId: String(other?.id),
    ask,
    close: () => client.end(),
  }
}
