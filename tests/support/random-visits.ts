import { type File, type Invention, momentOn } from './random-draw'
import { plus } from './recounts/calendar'

export type Visit = {
  readonly id: string
  readonly officeId: string
  readonly placeId: string
  readonly day: string
}

const MEETING_OUTCOMES = ['seen', 'seen', 'seen', 'seen', 'not_seen', 'refused', 'isolation', 'gone']

/** Visits, with what was seen there; none in an organisation without people. */
export const inventVisits = (
  { draw, add, offices, everyone, leads, places }: Invention,
  isEmpty: boolean,
): readonly Visit[] => {
  const visits: Visit[] = []
  for (let n = isEmpty ? 0 : draw.int(4, 24); n > 0; n--) {
    const office = draw.pick(offices)
    const visit = { id: draw.id(), officeId: office.id, placeId: draw.pick(places), day: draw.day() }
    visits.push(visit)
    const startsAt = draw.maybe(0.7, () => draw.pick(['09:00', '13:30', '10:45']))
    add('visit', {
      id: visit.id,
      teamId: office.id,
      placeId: visit.placeId,
      onDate: visit.day,
      startsAt,
      endsAt: startsAt !== null && draw.chance(0.8) ? draw.pick(['14:00', '16:20', '17:05']) : null,
      access: draw.pick(['granted', 'granted', 'delayed', 'partly_refused', 'refused']),
      waitingMinutes: draw.maybe(0.6, () => draw.int(0, 120)),
      createdBy: draw.pick(office.workers),
    })
    for (const staffId of draw.some([...everyone, ...leads], 0.3))
      add('visitVisitor', { visitId: visit.id, staffId })
    for (let more = draw.int(0, 2); more > 0; more--)
      add('visitGroup', { id: draw.id(), visitId: visit.id, people: draw.int(1, 30) })
    for (let more = draw.int(0, 2); more > 0; more--)
      add('visitObservation', {
        id: draw.id(),
        visitId: visit.id,
        theme: draw.pick(['food', 'health', 'hygiene']),
        textCipher: new Uint8Array(16),
      })
  }
  return visits
}

/** Days on which centres were closed, some of them twice. */
export const inventClosures = ({ draw, add, organisationId, everyone, places, inDays }: Invention): void => {
  let closed = { placeId: draw.pick(places), fromDay: draw.day() }
  for (let n = draw.int(2, 9); n > 0; n--) {
    // Often the same days of the same centre again.
    closed = draw.chance(0.5)
      ? { ...closed, fromDay: plus(closed.fromDay, draw.int(-2, 8)) }
      : { placeId: draw.pick(places), fromDay: draw.day() }
    add('centreClosure', {
      id: draw.id(),
      organisationId,
      ...closed,
      untilDay: plus(closed.fromDay, draw.int(0, 20)),
      reason: 'works',
      createdBy: draw.pick(everyone),
      liftedAt: draw.maybe(0.3, () => inDays(-1)),
    })
  }
}

/** A conversation with someone of a file, mostly in a visit of its own office. */
export const meet = (
  { draw, add }: Invention,
  visits: readonly Visit[],
  personId: string,
  file: File,
): void => {
  const [own, others] = [visits.filter(({ officeId }) => officeId === file.officeId), visits]
  const visit = draw.pick(own.length > 0 && draw.chance(0.85) ? own : others)
  const id = draw.id()
  add('encounter', {
    id,
    visitId: visit.id,
    caseId: file.id,
    personId,
    placeId: visit.placeId,
    metOn: visit.day,
    position: draw.int(1, 9),
    outcome: draw.pick(MEETING_OUTCOMES),
    interpreter: draw.pick([null, 'in_person', 'phone', 'none']),
    language: draw.pick([null, 'fr', 'ar', 'ti']),
    mode: draw.pick(['in_person', 'in_person', 'phone', 'video']),
    isAgain: draw.chance(0.1),
    authorId: file.workerId,
  })
  for (const kind of ['topic', 'request', 'action'])
    for (const code of draw.some(['health', 'family', 'legal_aid'], 0.25))
      add('encounterItem', { encounterId: id, caseId: file.id, kind, code })
  if (!draw.chance(0.2)) return
  const raisedAt = momentOn(draw, draw.chance(0.7) ? visit.day : draw.day())
  const isAnswered = draw.chance(0.5)
  add('signal', {
    id: draw.id(),
    encounterId: id,
    caseId: file.id,
    code: draw.pick(['suicide_risk', 'minor_detained', 'no_lawyer']),
    severity: draw.pick(['critical', 'serious', 'watch', 'info']),
    raisedBy: file.workerId,
    raisedAt,
    answeredBy: isAnswered ? file.workerId : null,
    answeredAt: isAnswered ? plus(raisedAt.slice(0, 10), 3) : null,
  })
}
