import type { Prisma } from '../../lib/db/generated/client'
import { addDays, type Day, toDate } from '../../lib/shared/dates'
import { newId } from './demo-ids'
import type { Known, Rows } from './demo-people'

const ARRESTS = [
  'police_check',
  'border',
  'police_check',
  'immigration_office',
  'home',
  'prison_release',
  'not_known',
]
const GROUNDS = ['art_7', 'art_7', 'art_51_5', 'art_74_6', 'art_7', 'art_27']
/** How it ended, by why the file was closed; null where no one recorded it. */
const ENDS: Readonly<Record<string, readonly (string | null)[]>> = {
  removed: ['removed', 'removed', 'dublin_transferred'],
  released_lost_contact: ['released_io', 'released_council_chamber', 'admitted_territory', null],
  goal_reached: ['released_io', 'protection_granted', 'released_council_chamber'],
  referred: ['transferred_prison', 'voluntary_departure', null],
}
const PETITIONS = ['rejected', 'rejected', 'released', 'inadmissible'] as const
const ISOLATIONS = ['disciplinary', 'order_security', 'medical'] as const

const at = <T>(list: readonly T[], index: number): T => {
  const one = list[index % list.length]
  if (one === undefined) throw new Error('a list of the demo is empty')
  return one
}

type Event = Omit<Prisma.DetentionEventCreateManyInput, 'id' | 'caseId' | 'episodeId' | 'authorId'>

const on = (day: Day) => ({
  onWhen: day,
  onFrom: toDate(day),
  onTo: toDate(day),
  onText: day,
  onBasis: 'document',
  createdAt: new Date(toDate(day).getTime() + 15 * 3_600_000),
})

const eventsOf = ({ since, until }: Known, reason: string, index: number): readonly Event[] => {
  if (until === null) return []
  const end = at(ENDS[reason] ?? [null], index)
  const isReleasedByCourt = end === 'released_council_chamber'
  const hasPetition = isReleasedByCourt || index % 4 === 0
  const filed = addDays(since, 3)
  const decided = addDays(since, 8)
  return [
    {
      kind: 'ordered',
      orderKind: 'initial',
      ground: at(GROUNDS, index),
      printedEnd: toDate(addDays(since, 59)),
      ...on(since),
    },
    ...(hasPetition
      ? [
          { kind: 'petition_filed', court: 'council_chamber', ...on(filed) },
          {
            kind: 'petition_decided',
            court: 'council_chamber',
            petitionOutcome: isReleasedByCourt ? 'released' : at(PETITIONS, index),
            ...on(decided < until ? decided : until),
          },
        ]
      : []),
    ...(index % 9 === 0
      ? [{ kind: 'isolation_began', isolationGround: at(ISOLATIONS, index), ...on(addDays(since, 5)) }]
      : []),
    ...(index % 23 === 0
      ? [{ kind: 'complaint_filed', channel: 'complaints_commission', ...on(addDays(since, 6)) }]
      : []),
    ...(end === 'removed' || end === 'dublin_transferred'
      ? [
          {
            kind: 'removal_ended',
            removalKind: end === 'removed' ? 'repatriation' : 'dublin_transfer',
            removalOutcome: 'executed',
            ...on(until),
          },
        ]
      : []),
    ...(end === null ? [] : [{ kind: 'ended', endReason: end, ...on(until) }]),
  ]
}

/** What became of the people whom the visits met before: their detentions with how they ended, and the closing of their files. */
export const toPastDetentions = (rows: Rows, past: readonly Known[]) => {
  const episodes: Prisma.DetentionEpisodeCreateManyInput[] = []
  const events: Prisma.DetentionEventCreateManyInput[] = []
  const closings: Prisma.CaseClosingCreateManyInput[] = []
  const episodeOf = new Map<string, string>()
  const reasonOf = new Map(
    rows.caseFile.map(({ id, closureReason }) => [
      id,
      typeof closureReason === 'string' ? closureReason : 'other',
    ]),
  )
  for (const [index, known] of past.entries()) {
    const { caseId, worker, since, until } = known
    const episodeId = newId()
    episodeOf.set(caseId, episodeId)
    const createdAt = new Date(toDate(since).getTime() + 16 * 3_600_000)
    episodes.push({
      id: episodeId,
      caseId,
      arrestContext: at(ARRESTS, index),
      createdBy: worker.id,
      createdAt,
    })
    const reason = reasonOf.get(caseId) ?? 'other'
    for (const event of eventsOf(known, reason, index))
      events.push({ id: newId(), caseId, episodeId, authorId: worker.id, ...event })
    if (until !== null)
      closings.push({
        id: newId(),
        caseId,
        kind: 'closed',
        reason,
        createdBy: worker.id,
        createdAt: new Date(toDate(until).getTime() + 15 * 3_600_000),
      })
  }
  rows.placeStay = rows.placeStay.map((stay) => ({ ...stay, episodeId: episodeOf.get(stay.caseId) ?? null }))
  return { episodes, events, closings }
}
