import { hashToken, newToken } from '@/lib/accounts/token'
import { newId } from '@/lib/shared/ids'
import type { GivenOrganisation } from './organisation'

/** Another admin of one of the two organisations, signed in with their second step; their token. */
export const givenAdmin = async (
  { ask }: Pick<GivenOrganisation, 'ask'>,
  organisation: 'home' | 'elsewhere',
): Promise<string> => {
  const token = newToken()
  const id = newId()
  await ask(
    `INSERT INTO staff (id, organisation_id, name, role, locale, vouched_at, vouched_by, created_at)
     SELECT $1, o.id, 'Otto Invented', 'admin', 'en', app.now(), c.id, app.now() - interval '60 days'
       FROM organisation o, staff c WHERE o.name = $2 AND c.name = 'coral Invented'`,
    [id, organisation],
  )
  await ask(
    `INSERT INTO session (id, token_hash, staff_id, created_at, last_seen_at, expires_at, second_step_due, second_step_at, stepped_up_at, device)
     SELECT $1, $2, $3, app.now(), app.now(), app.now() + interval '11 hours', false, app.now(), '2100-01-01', 'test'`,
    [newId(), hashToken(token), id],
  )
  return token
}
