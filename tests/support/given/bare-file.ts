import { newCode, newId } from '@/lib/shared/ids'
import type { GivenOrganisation } from './organisation'

/** A file of casey in the north team with no one in it: enough for what hangs on a file and not on a person. */
export const givenBareFile = async (
  organisation: GivenOrganisation,
  secrecy: 'open' | 'restricted' = 'open',
): Promise<{ id: string; code: string }> => {
  const [id, code] = [newId(), newCode()]
  await organisation.ask(
    `INSERT INTO case_file (id, code, kind, secrecy, team_id, worker_id, opened_on, created_by)
     VALUES ($1, $2, 'detention', $3, $4, $5, '2026-07-01', $5)`,
    [id, code, secrecy, organisation.north, organisation.casey.id],
  )
  return { id, code }
}

/** Names a colleague or guest on a file, as casey. */
export const givenMember = async (
  organisation: GivenOrganisation,
  caseId: string,
  staffId: string,
  kind: 'support' | 'circle' | 'guest' = 'support',
): Promise<void> => {
  await organisation.ask(
    `INSERT INTO case_member (id, case_id, staff_id, kind, guest_kind, valid_until, added_by)
     VALUES ($1, $2, $3, $4, $5, now() + interval '1 day', $6)`,
    [newId(), caseId, staffId, kind, kind === 'guest' ? 'volunteer' : null, organisation.casey.id],
  )
}
