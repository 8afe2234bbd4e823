import { newCode, newId } from '@/lib/shared/ids'
import type { GivenOrganisation } from './organisation'

/** A file of casey in the north team with its circle, casey and cory; of an open one no one is a member. */
export const givenCircle = async (
  organisation: GivenOrganisation,
  secrecy: 'open' | 'restricted' | 'sealed',
  members: readonly ('casey' | 'cory')[] = secrecy === 'open' ? [] : ['casey', 'cory'],
): Promise<{ id: string; code: string }> => {
  const [id, code] = [newId(), newCode()]
  await organisation.ask('BEGIN')
  await organisation.ask(
    `INSERT INTO case_file (id, code, kind, secrecy, team_id, worker_id, opened_on, created_by)
     VALUES ($1, $2, 'detention', $3, $4, $5, '2026-07-01', $5)`,
    [id, code, secrecy, organisation.north, organisation.casey.id],
  )
  for (const name of members)
    await organisation.ask(
      `INSERT INTO case_member (id, case_id, staff_id, kind, added_by) VALUES ($1, $2, $3, 'circle', $4)`,
      [newId(), id, organisation[name].id, organisation.casey.id],
    )
  await organisation.ask('COMMIT')
  return { id, code }
}
