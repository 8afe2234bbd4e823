import 'server-only'
import type { Work } from '@/lib/db/work'

/** Who leads data protection; null while no one does. Two admins name them, on the page of the colleague (docs/adr/0081). */
export const findDataLead = (work: Work) =>
  work.tx.staff.findFirst({
    where: { organisationId: work.actor.organisationId, active: true, leadsDataProtection: true },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
  })
