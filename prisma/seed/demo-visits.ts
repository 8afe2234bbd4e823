import type { Prisma } from '../../lib/db/generated/client'
import { addDays, type Day, daysBetween, toDate } from '../../lib/shared/dates'
import { newId } from './demo-ids'
import type { Known } from './demo-people'
import { ALARM, NOTES, OBSERVATIONS } from './demo-words'
import type { Encrypter } from './encrypter'
import type { Draw } from './invented'

export type VisitRows = {
  visit: Prisma.VisitCreateManyInput[]
  visitVisitor: Prisma.VisitVisitorCreateManyInput[]
  visitObservation: Prisma.VisitObservationCreateManyInput[]
  visitGroup: Prisma.VisitGroupCreateManyInput[]
  encounter: Prisma.EncounterCreateManyInput[]
  encounterItem: Prisma.EncounterItemCreateManyInput[]
  signal: Prisma.SignalCreateManyInput[]
}

export const noVisitRows = (): VisitRows => ({
  visit: [],
  visitVisitor: [],
  visitObservation: [],
  visitGroup: [],
  encounter: [],
  encounterItem: [],
  signal: [],
})

const TOPICS = [
  'asylum_procedure',
  'detention_order',
  'removal',
  'legal_aid',
  'health',
  'mental_health',
  'family',
  'conditions',
  'dublin',
  'telephone_internet',
]
const ACTIONS = [
  'listened',
  'information_given',
  'lawyer_contacted',
  'family_contacted',
  'mediated_social_service',
  'material_help',
  'medical_referral',
]
const SIGNALS = [
  'language_barrier',
  'no_lawyer',
  'medical_neglect',
  'family_separation',
  'hunger_strike',
  'isolation_security',
  'racism_discrimination',
  'minor_detained',
]

type Tools = { readonly draw: Draw; readonly encrypter: Encrypter; readonly today: Day }

/** One conversation of the demo. Everything older than three days has been answered. */
const meet = (
  rows: VisitRows,
  tools: Tools,
  visit: { id: string; on: Day; at: Date },
  known: Known,
  position: number,
): void => {
  const { draw, encrypter, today } = tools
  const id = newId()
  const holder = { kind: 'file' as const, id: known.caseId }
  const outcome = draw.chance(0.88) ? 'seen' : draw.pick(['not_seen', 'refused', 'isolation'])
  rows.encounter.push({
    id,
    visitId: visit.id,
    caseId: known.caseId,
    personId: known.personId,
    placeId: known.centre,
    metOn: toDate(visit.on),
    position,
    outcome,
    noteCipher: draw.chance(0.7)
      ? encrypter.encrypt(holder, 'encounter', id, 'note', 1, draw.pick(NOTES[known.worker.writes]))
      : null,
    authorId: known.worker.id,
    createdAt: visit.at,
  })
  if (outcome !== 'seen') return
  const items = new Set<string>()
  const add = (kind: string, code: string): void => {
    if (items.has(`${kind}:${code}`)) return
    items.add(`${kind}:${code}`)
    rows.encounterItem.push({ encounterId: id, kind, code, caseId: known.caseId })
  }
  add('action', 'listened')
  for (let n = draw.between(0, 2); n > 0; n--) add('action', draw.pick(ACTIONS))
  for (let n = draw.between(1, 3); n > 0; n--) add('topic', draw.pick(TOPICS))
  if (!draw.chance(0.16)) return
  const answered = daysBetween(visit.on, today) > 3
  rows.signal.push({
    id: newId(),
    encounterId: id,
    caseId: known.caseId,
    code: draw.pick(SIGNALS),
    severity: draw.pick(['watch', 'watch', 'serious']),
    raisedBy: known.worker.id,
    raisedAt: visit.at,
    answeredBy: answered ? known.worker.id : null,
    answeredAt: answered ? new Date(visit.at.getTime() + 86_400_000) : null,
  })
}

/** Who was in a centre on a day. */
const present = (people: readonly Known[], on: Day): Known[] =>
  people.filter(({ since, until }) => since <= on && (until === null || until >= on))

/** Weekly visits to one centre between two days, each by the workers of the people met. */
export const visitCentre = (
  rows: VisitRows,
  tools: Tools,
  people: readonly Known[],
  from: Day,
  to: Day,
): void => {
  const { draw, encrypter } = tools
  for (let on = addDays(from, draw.between(0, 6)); on <= to; on = addDays(on, draw.between(6, 8))) {
    const there = present(people, on)
    const [first] = there
    if (first === undefined) continue
    const at = new Date(toDate(on).getTime() + 17 * 3_600_000)
    const visit = { id: newId(), on, at }
    rows.visit.push({
      id: visit.id,
      teamId: first.worker.team,
      placeId: first.centre,
      onDate: toDate(on),
      startsAt: '13:10',
      endsAt: '16:40',
      access: draw.chance(0.85) ? 'granted' : 'delayed',
      waitingMinutes: draw.pick([null, 10, 25, 40]),
      createdBy: first.worker.id,
      createdAt: at,
    })
    for (const staffId of new Set(there.map(({ worker }) => worker.id)))
      rows.visitVisitor.push({ visitId: visit.id, staffId })
    // A person is met about every second week; anyone who arrived this week is always met.
    const met = there.filter(({ since }) => daysBetween(since, on) < 8 || draw.chance(0.5))
    for (const [index, known] of met.entries()) meet(rows, tools, visit, known, index + 1)
    if (draw.chance(0.4)) {
      const id = newId()
      rows.visitObservation.push({
        id,
        visitId: visit.id,
        theme: draw.pick(['access', 'isolation', 'telephone', 'health', 'staff', 'food']),
        textCipher: encrypter.encrypt(
          { kind: 'visit', id: visit.id },
          'visit_observation',
          id,
          'text',
          1,
          OBSERVATIONS[first.worker.writes],
        ),
      })
    }
    if (draw.chance(0.25))
      rows.visitGroup.push({
        id: newId(),
        visitId: visit.id,
        people: draw.between(3, 8),
        country: draw.pick(['ER', 'AF', 'GN']),
      })
  }
}

/** A critical signal of yesterday that no one has answered: the coordinator's first screen must show it. */
export const alarm = (rows: VisitRows, tools: Tools, known: Known, code: string): void => {
  const on = addDays(tools.today, -1)
  const at = new Date(toDate(on).getTime() + 16.7 * 3_600_000)
  const visit = { id: newId(), on, at }
  rows.visit.push({
    id: visit.id,
    teamId: known.worker.team,
    placeId: known.centre,
    onDate: toDate(on),
    startsAt: '14:00',
    endsAt: '16:00',
    access: 'granted',
    createdBy: known.worker.id,
    createdAt: at,
  })
  rows.visitVisitor.push({ visitId: visit.id, staffId: known.worker.id })
  const id = newId()
  const holder = { kind: 'file' as const, id: known.caseId }
  rows.encounter.push({
    id,
    visitId: visit.id,
    caseId: known.caseId,
    personId: known.personId,
    placeId: known.centre,
    metOn: toDate(on),
    position: 1,
    outcome: 'seen',
    noteCipher: tools.encrypter.encrypt(holder, 'encounter', id, 'note', 1, ALARM[known.worker.writes]),
    authorId: known.worker.id,
    createdAt: at,
  })
  rows.encounterItem.push({ encounterId: id, kind: 'action', code: 'listened', caseId: known.caseId })
  rows.encounterItem.push({ encounterId: id, kind: 'topic', code: 'mental_health', caseId: known.caseId })
  rows.signal.push({
    id: newId(),
    encounterId: id,
    caseId: known.caseId,
    code,
    severity: 'critical',
    raisedBy: known.worker.id,
    raisedAt: at,
  })
}
