import { hashToken, newToken } from '@/lib/accounts/token'
import { newId } from '@/lib/shared/ids'
import type { GivenHouse } from './case-house'

/** Another admin of one of the two houses, signed in with her second step; her token. */
export const givenAdmin = async (
  { ask }: Pick<GivenHouse, 'ask'>,
  organisation: 'home' | 'elsewhere',
): Promise<string> => {
  const token = newToken()
  const id = newId()
  await ask(
    `INSERT INTO staff (id, organisation_id, name, role, locale)
     SELECT $1, id, 'Otto Invented', 'admin', 'en' FROM organisation WHERE name = $2`,
    [id, organisation],
  )
  await ask(
    `INSERT INTO session (id, token_hash, staff_id, created_at, last_seen_at, expires_at, second_step_due, second_step_at, device)
     SELECT $1, $2, $3, app.now(), app.now(), app.now() + interval '11 hours', false, app.now(), 'test'`,
    [newId(), hashToken(token), id],
  )
  return token
}
