import { newCode } from '@/lib/shared/ids'
import { type File, type Invention, momentOn } from './random-draw'
import { plus } from './recounts/calendar'

/** A file of an office, closed and opened again, with those who are members of it; no one is in it yet. */
export const inventFile = ({ draw, add, offices, everyone, leads, inDays }: Invention): File => {
  const office = draw.pick(offices)
  const secrecy = draw.pick(['open', 'open', 'open', 'open', 'restricted', 'sealed'] as const)
  const workerId = draw.pick(office.workers)
  const openedOn = draw.chance(0.4) ? draw.day() : plus('2025-09-01', draw.int(0, 200))
  const file: File = {
    id: draw.id(),
    officeId: office.id,
    workerId,
    secrecy,
    status: draw.chance(0.3) ? 'closed' : 'active',
    people: [],
  }
  const row = {
    id: file.id,
    code: newCode(),
    kind: draw.pick(['detention', 'det', 'minor', 'family']),
    status: file.status,
    secrecy,
    teamId: office.id,
    workerId,
    openedOn,
    createdBy: workerId,
  }
  // Closed and opened again, the last turn as it stands now; some closings of long ago left no row.
  let day = openedOn
  const turns = file.status === 'closed' ? draw.pick([1, 1, 3]) : draw.pick([0, 0, 0, 2])
  for (let turn = 1; turn <= turns; turn++) {
    day = plus(day, turn === 1 && draw.chance(0.2) ? 1 : draw.int(1, 60))
    const closes = turn % 2 === 1
    add('caseClosing', {
      id: draw.id(),
      caseId: file.id,
      kind: closes ? 'closed' : 'reopened',
      reason: closes ? draw.pick(['goal_reached', 'released', 'removed', 'lost_contact']) : null,
      wordsCipher: closes ? null : new Uint8Array(16),
      createdBy: workerId,
      createdAt: momentOn(draw, day),
    })
  }
  add('caseFile', { ...row, closedOn: file.status === 'closed' ? day : null })
  const join = (staffId: string, kind: string, from: string, until: string | null) =>
    add('caseMember', {
      id: draw.id(),
      caseId: file.id,
      staffId,
      kind,
      validFrom: from,
      validUntil: until,
      addedBy: workerId,
      guestKind: kind === 'guest' ? 'volunteer' : null,
    })
  if (secrecy === 'sealed') for (const staffId of office.workers) join(staffId, 'circle', inDays(-90), null)
  else {
    for (const staffId of draw.some([...everyone, ...leads], secrecy === 'open' ? 0.12 : 0.35))
      join(
        staffId,
        draw.pick(['support', 'cover', 'circle']),
        inDays(-40),
        draw.pick([null, null, inDays(20), inDays(-2)]),
      )
    if (draw.chance(0.1)) join(draw.pick(everyone), 'support', inDays(5), null)
    if (draw.chance(0.1)) join(draw.pick(everyone), 'guest', inDays(-3), inDays(3))
  }
  return file
}
