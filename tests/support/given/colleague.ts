import { hashToken, newToken } from '@/lib/accounts/token'
import { withWork } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import type { Role } from '@/lib/shared/roles'
import type { GivenOrganisation, GivenStaff } from './organisation'

/** One more colleague of the organisation, with a live session: for what is counted by colleague. */
export const givenStaffOf = async (
  organisation: GivenOrganisation,
  role: Role,
  teamId: string | null,
): Promise<GivenStaff> => {
  const [id, token] = [newId(), newToken()]
  await organisation.ask(
    `INSERT INTO staff (id, organisation_id, name, role, locale, vouched_at, vouched_by, created_at)
     SELECT $1, organisation_id, $2, $3::role, 'en', app.now(), $5, app.now() - interval '60 days' FROM staff WHERE id = $4`,
    [id, `${id.slice(-6)} Invented`, role, organisation.casey.id, organisation.coral.id],
  )
  if (teamId !== null)
    await organisation.ask('INSERT INTO team_member (staff_id, team_id, leads) VALUES ($1, $2, $3)', [
      id,
      teamId,
      role === 'coordinator',
    ])
  await organisation.ask(
    `INSERT INTO session (id, token_hash, staff_id, created_at, last_seen_at, expires_at, second_step_due, second_step_at, stepped_up_at, device)
     VALUES ($1, $2, $3, now(), now(), now() + interval '12 hours', false, now(), '2100-01-01', 'test')`,
    [newId(), hashToken(token), id],
  )
  return { id, token, work: (run) => withWork(token, run) }
}
