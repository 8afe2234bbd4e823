import 'server-only'
import { scopeCases, scopeVisits } from '@/lib/access/scope'
import { insertPersonWithFile, updateNextStep } from '@/lib/cases/case.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { bornWhenAged } from '@/lib/people/age.rules'
import { toNationality } from '@/lib/people/person.rules'
import { toDate } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { type Conversation, insertEncounters, insertSurroundings, type OnVisit } from './encounter.data'
import { type Met, updateStays } from './stay.data'
import { isWritten } from './visit.rules'
import type { EncounterInput, VisitHours, VisitInput } from './visit.schema'

type SomeoneNew = Extract<EncounterInput['who'], { kind: 'new' }>

/** Throws NotFound as soon as one of the people stands in no file within reach: there or not there is one answer. */
const checkReach = async (work: Work, encounters: readonly EncounterInput[]): Promise<void> => {
  const asked = new Map(
    encounters.flatMap(({ who }) =>
      who.kind === 'known'
        ? [[`${who.caseId} ${who.personId}`, { caseId: who.caseId, personId: who.personId }] as const]
        : [],
    ),
  )
  if (asked.size === 0) return
  const found = await work.tx.casePerson.count({
    where: { file: scopeCases(work.actor, 'visit:record', work.now), OR: [...asked.values()] },
  })
  if (found !== asked.size) throw new NotFound()
}

const toAgeClaims = ({ age, ageAbsent }: SomeoneNew, asOf: string) => {
  if (age !== '') {
    const ageYears = Number(age)
    return [{ basis: 'said' as const, ageYears, asOf, ...bornWhenAged(ageYears, asOf) }]
  }
  if (ageAbsent === 'not_asked') return []
  return [{ basis: ageAbsent, ageYears: null, asOf, bornEarliest: null, bornLatest: null }]
}

/** Somebody met for the first time: a person and a detention file of one's own, with this centre as the place. */
const insertSomeoneNew = async (work: Work, visit: VisitInput, who: SomeoneNew) => {
  const nationality = toNationality(who.nationality, 'said')
  const recognise = who.recognise.trim()
  return insertPersonWithFile(work, {
    person: {
      sex: 'not_asked',
      interpreterNeed: 'not_asked',
      names: [{ kind: 'as_said', text: who.name.trim(), saidOn: visit.onDate }],
      ageClaims: toAgeClaims(who, visit.onDate),
      nationalities: nationality === null ? [] : [nationality],
      languages: [],
      // A scar or a blue cap points at one person as surely as a number does, so it is sealed like one.
      identifiers: recognise === '' ? [] : [{ kind: 'recognise', text: recognise }],
    },
    file: {
      kind: 'detention',
      status: 'intake',
      risk: 'low',
      secrecy: 'open',
      secondMemberId: null,
      teamId: visit.teamId,
      workerId: work.actor.id,
      openedOn: visit.onDate,
      nextStep: null,
      stay: { placeId: visit.placeId, since: visit.onDate },
    },
  })
}

const toConversations = async (work: Work, visit: VisitInput): Promise<Conversation[]> => {
  const conversations: Conversation[] = []
  for (const encounter of visit.encounters) {
    if (!isWritten(encounter)) continue
    const { who } = encounter
    const { caseId, personId } = who.kind === 'known' ? who : await insertSomeoneNew(work, visit, who)
    conversations.push({ caseId, personId, encounter })
  }
  return conversations
}

/** Who is in the centre and who no longer is, one line a person; the last word on a person counts. */
const toMet = (conversations: readonly Conversation[]): Met[] => {
  const met = new Map<string, Met>()
  // Not seen says nothing about where somebody is.
  for (const { caseId, personId, encounter } of conversations)
    if (encounter.outcome !== 'not_seen')
      met.set(personId, { caseId, personId, isThere: encounter.outcome !== 'gone' })
  return [...met.values()]
}

const insertNextSteps = async (work: Work, conversations: readonly Conversation[]): Promise<void> => {
  for (const { caseId, encounter } of conversations) {
    const { who, text, on } = encounter.nextStep
    if (who === 'none') continue
    const isDone = await updateNextStep(work, { caseId }, { text: text.trim(), on: on === '' ? null : on })
    if (!isDone) throw new NotFound()
  }
}

/**
 * A whole visit in the order that row-level security asks for: the visit, who went, then what hangs on them. All of it
 * in the transaction of `work`. Throws NotFound when it speaks of a file out of reach; then nothing is written.
 */
export const insertVisit = async (
  work: Work,
  visit: VisitInput,
): Promise<{ visitId: string; caseIds: string[] }> => {
  await checkReach(work, visit.encounters)
  const on: OnVisit = { id: newId(work.now.getTime()), placeId: visit.placeId, onDate: visit.onDate }
  const { teamId, placeId, startsAt, endsAt, access, waitingMinutes } = visit
  await work.tx.visit.createMany({
    data: [
      {
        id: on.id,
        teamId,
        placeId,
        onDate: toDate(visit.onDate),
        startsAt,
        endsAt,
        access,
        waitingMinutes,
        createdBy: work.actor.id,
      },
    ],
  })
  await work.tx.visitVisitor.createMany({
    data: visit.visitors.map((staffId) => ({ visitId: on.id, staffId })),
  })
  const conversations = await toConversations(work, visit)
  await insertEncounters(work, on, conversations)
  await insertSurroundings(work, on.id, visit.groups, visit.observations)
  await updateStays(work, on, toMet(conversations))
  await insertNextSteps(work, conversations)
  return { visitId: on.id, caseIds: [...new Set(conversations.map(({ caseId }) => caseId))] }
}

/** True when visits to this place can be written down: a closed centre that is not closed down. */
export const isCentre = async (work: Work, placeId: string): Promise<boolean> =>
  (await work.tx.place.count({ where: { id: placeId, kind: 'closed_centre', validTo: null } })) === 1

/** The hours of a visit as they stand. Throws NotFound when the visit is out of reach. */
export const getVisitHours = async (work: Work, visitId: string) => {
  const row = await work.tx.visit.findFirst({
    where: { AND: [{ id: visitId }, scopeVisits(work.actor, 'visit:record')] },
    select: { startsAt: true, endsAt: true, access: true, waitingMinutes: true, version: true },
  })
  if (row === null) throw new NotFound()
  return row
}

/** @returns false when somebody changed the visit meanwhile */
export const updateVisitHours = async (work: Work, hours: VisitHours): Promise<boolean> => {
  const { visitId, version, ...change } = hours
  const { count } = await work.tx.visit.updateMany({
    where: { AND: [{ id: visitId, version }, scopeVisits(work.actor, 'visit:record')] },
    data: { ...change, version: { increment: 1 } },
  })
  return count === 1
}
