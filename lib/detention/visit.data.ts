import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { anyOf } from '@/lib/db/any-of'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { insertNotices, listLeaders } from '@/lib/notices/notice.data'
import { makeAgeClaim } from '@/lib/people/age.rules'
import { insertClaims, within } from '@/lib/people/claim.data'
import { findKept } from '@/lib/people/merge.data'
import { isSameName } from '@/lib/people/name.rules'
import { insertOthers } from '@/lib/people/not-same.data'
import { CURRENT } from '@/lib/people/person.data'
import { toNationality } from '@/lib/people/person.rules'
import { NOTHING_ASKED } from '@/lib/people/person-field.rules'
import type { Conversation, OnVisit } from './conversation.data'
import { IS_THERE } from './conversation.rules'
import { insertConversations, insertSurroundings } from './encounter.data'
import { insertNextSteps } from './next-step.data'
import { type Met, updateStays } from './stay.data'
import { isWritten } from './visit.rules'
import type { EncounterInput, VisitInput } from './visit.schema'
import { joinOrInsert } from './visit-header.data'

type SomeoneNew = Extract<EncounterInput['who'], { kind: 'new' }>

/** Whether each of the people stands in a file within reach. */
const areReached = async (work: Work, encounters: readonly EncounterInput[]): Promise<boolean> => {
  const asked = new Map(
    encounters.flatMap(({ who }) =>
      who.kind === 'known'
        ? [[`${who.caseId} ${who.personId}`, { caseId: who.caseId, personId: who.personId }] as const]
        : [],
    ),
  )
  const those = anyOf([...asked.values()])
  if (those === null) return true
  const found = await work.tx.casePerson.count({
    where: { file: scopeCases(work.actor, 'visit:record', work.now), ...those },
  })
  return found === asked.size
}

/**
 * The people of a visit, as they are known today: what was typed before two rows of one person became one speaks of the row
 * that stands in no file any more. Throws NotFound as soon as one of them is out of reach: there or not there is one answer.
 */
const findPeople = async (work: Work, encounters: readonly EncounterInput[]): Promise<EncounterInput[]> => {
  if (await areReached(work, encounters)) return [...encounters]
  const followed: EncounterInput[] = []
  for (const encounter of encounters) {
    const { who } = encounter
    const kept = who.kind === 'known' ? await findKept(work, who.personId) : null
    followed.push(
      who.kind === 'known' && kept !== null ? { ...encounter, who: { ...who, personId: kept } } : encounter,
    )
  }
  if (!(await areReached(work, followed))) throw new NotFound()
  return followed
}

const toAgeClaims = ({ age, ageAbsent }: SomeoneNew, asOf: string) => {
  if (age !== '') {
    const what = { form: 'age', from: Number(age), to: Number(age) } as const
    return [makeAgeClaim({ basis: 'said', what, asOf })]
  }
  return ageAbsent === 'not_asked' ? [] : [makeAgeClaim({ basis: ageAbsent, what: null, asOf })]
}

/** A person met for the first time: a person and a detention file of one's own, with this centre as the place. */
const insertSomeoneNew = async (work: Work, visit: VisitInput, who: SomeoneNew) => {
  const nationality = toNationality(who.nationality, 'said')
  const recognise = who.recognise.trim()
  const made = await insertPersonWithFile(work, {
    person: {
      ...NOTHING_ASKED,
      names: [{ kind: 'as_said', text: who.name.trim(), saidOn: visit.onDate }],
      ageClaims: toAgeClaims(who, visit.onDate),
      nationalities: nationality === null ? [] : [nationality],
      saidOn: visit.onDate,
      languages: [],
      // A scar or a blue cap points at one person as surely as a number does, so it is encrypted like one.
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
  await insertOthers(work, made.personId, who.notSame)
  return made
}

const toConversations = async (work: Work, visit: VisitInput): Promise<Conversation[]> => {
  const conversations: Conversation[] = []
  for (const encounter of visit.encounters) {
    const { who, outcome } = encounter
    // The schema has refused a card that says something and not whether the person was met.
    if (!isWritten(encounter) || outcome === '') continue
    const { caseId, personId } = who.kind === 'known' ? who : await insertSomeoneNew(work, visit, who)
    conversations.push({ caseId, personId, encounter: { ...encounter, outcome } })
  }
  return conversations
}

/** Who is in the centre and who no longer is, one line a person; the last word on a person counts. */
const toMet = (conversations: readonly Conversation[]): Met[] => {
  const met = new Map<string, Met>()
  for (const { caseId, personId, encounter } of conversations) {
    const isThere = IS_THERE[encounter.outcome]
    if (isThere !== null) met.set(personId, { caseId, personId, isThere })
  }
  return [...met.values()]
}

/** Who is met under another name than we knew: the name as it was heard today, and what shows who they are. */
const insertHeard = async (work: Work, visit: VisitInput): Promise<void> => {
  for (const { who } of visit.encounters) {
    if (who.kind !== 'known') continue
    const [name, recognise] = [who.heardAs.trim(), who.recognise.trim()]
    if (name === '' && recognise === '') continue
    const file = await work.tx.caseFile.findUniqueOrThrow({
      where: { id: who.caseId },
      select: { id: true, secrecy: true },
    })
    const names = await work.tx.personName.findMany({
      where: { ...CURRENT, personId: who.personId },
      select: { text: true },
    })
    const isKnown = name === '' || names.some(({ text }) => text !== null && isSameName(text, name))
    await insertClaims(
      work,
      who.personId,
      {
        ...NOTHING_ASKED,
        names: isKnown ? [] : [{ kind: 'alias', text: name, saidOn: visit.onDate }],
        ageClaims: [],
        nationalities: [],
        saidOn: visit.onDate,
        languages: [],
        identifiers: recognise === '' ? [] : [{ kind: 'recognise', text: recognise }],
      },
      within(file),
    )
  }
}

/**
 * A whole visit in the order that row-level security asks for: the visit, who went, then what hangs on them. All of it
 * in the transaction of `work`. When a visit of this team to this centre on this day exists, it is joined. Throws NotFound
 * when it speaks of a file out of reach; then nothing is written.
 */
export const insertVisit = async (
  work: Work,
  typed: VisitInput,
): Promise<{ visitId: string; caseIds: string[]; isJoined: boolean }> => {
  const visit = { ...typed, encounters: await findPeople(work, typed.encounters) }
  const { id, isJoined } = await joinOrInsert(work, visit)
  const on: OnVisit = { id, placeId: visit.placeId, onDate: visit.onDate, mode: visit.mode, isJoined }
  const conversations = await toConversations(work, visit)
  await insertConversations(work, on, conversations)
  await insertSurroundings(work, on.id, visit)
  await insertHeard(work, visit)
  await updateStays(work, on, toMet(conversations))
  await insertNextSteps(work, conversations)
  await tellCritical(work, conversations)
  return { visitId: id, caseIds: [...new Set(conversations.map(({ caseId }) => caseId))], isJoined }
}

/** A life may be at stake: those who work on the file and the coordinator of its office learn of it now. */
const tellCritical = async (work: Work, conversations: readonly Conversation[]): Promise<void> => {
  const files = conversations
    .filter(({ encounter }) => encounter.signals.some(({ severity }) => severity === 'critical'))
    .map(({ caseId }) => caseId)
  for (const caseId of new Set(files)) {
    const file = await work.tx.caseFile.findUnique({ where: { id: caseId }, select: { workerId: true } })
    const worker = file === null ? [] : [file.workerId]
    await insertNotices(work, 'signal_critical', [...(await listLeaders(work, caseId)), ...worker], caseId)
  }
}

/** True when visits to this place can be written down: a closed centre that is not closed down. */
export const isCentre = async (work: Work, placeId: string): Promise<boolean> =>
  (await work.tx.place.count({ where: { id: placeId, kind: 'closed_centre', validTo: null } })) === 1
