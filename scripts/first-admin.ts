// npm run db -- first-admin <email> [--organisation "Name"]
// An empty installation knows no one who could invite. This writes the organisation when there is none, and an invitation
// for its first admin; the link is printed once and kept nowhere. It is also the way back in when every admin is locked out.
import pg from 'pg'
import { invitationExpiry, normalizeEmail } from '../lib/accounts/invitation.rules'
import { hashToken, newToken } from '../lib/accounts/token'
import { newId } from '../lib/shared/ids'

class Refusal extends Error {}

const readArguments = (): { email: string; organisation: string | null } => {
  const words = process.argv.slice(2)
  const flag = words.indexOf('--organisation')
  const organisation = flag === -1 ? null : (words[flag + 1]?.trim() ?? '')
  const email = normalizeEmail(words.find((word) => word.includes('@')) ?? '')
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw new Refusal('Give the address of the first admin, for example name@example.org.')
  if (organisation === '') throw new Refusal('After --organisation comes its name, in quotes.')
  return { email, organisation }
}

/** The organisation to invite into: the named one, the only one, or a new one. */
const findOrganisation = async (db: pg.Client, name: string | null): Promise<string> => {
  const { rows } = await db.query<{ id: string; name: string; kind: string }>(
    'SELECT id, name, kind::text FROM organisation ORDER BY created_at',
  )
  if (rows.some(({ kind }) => kind === 'demo'))
    throw new Refusal(
      'This database holds the demo organisation, where one click signs in: nobody real belongs into it.',
    )
  const named = name === null ? rows : rows.filter((row) => row.name === name)
  const [only, second] = named
  if (only !== undefined && second === undefined) return only.id
  if (second !== undefined)
    throw new Refusal(
      `There are several organisations: choose one with --organisation "${only?.name ?? ''}".`,
    )
  if (name === null)
    throw new Refusal('There is no organisation yet: give its name with --organisation "Name".')
  const id = newId()
  await db.query("INSERT INTO organisation (id, name, kind) VALUES ($1, $2, 'real')", [id, name])
  return id
}

const invite = async (): Promise<string> => {
  const url = process.env.MIGRATE_DATABASE_URL
  if (!url)
    throw new Refusal(
      'Set MIGRATE_DATABASE_URL (role accompany_migrate): the first admin is made by the one who runs the migrations.',
    )
  const { email, organisation } = readArguments()
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  try {
    await db.query('BEGIN')
    const organisationId = await findOrganisation(db, organisation)
    const { rows } = await db.query<{ now: Date }>('SELECT app.now() AS now')
    const now = rows[0]?.now ?? new Date()
    const token = newToken()
    await db.query(
      `INSERT INTO invitation (id, organisation_id, email, role, token_hash, created_at, expires_at)
       VALUES ($1, $2, $3, 'admin', $4, $5, $6)`,
      [newId(), organisationId, email, hashToken(token), now, invitationExpiry(now)],
    )
    await db.query('COMMIT')
    const address = process.env.NEXTAUTH_URL ?? 'http://localhost:3000'
    return new URL(`/accept-invitation#${token}`, address).href
  } finally {
    await db.end()
  }
}

try {
  console.log(`Open this link within a day. It makes one account and then nothing more:\n${await invite()}`)
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
}
