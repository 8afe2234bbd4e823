import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { listInitials } from '@/lib/caseload/caseload-print.data'
import { rankFiles } from '@/lib/caseload/danger.data'
import { findCircle } from '@/lib/cases/assignment.data'
import { isDanger } from '@/lib/cases/danger.rules'
import { PRESENT } from '@/lib/cases/file-people.rules'
import { listShownPeople } from '@/lib/cases/shown-people.data'
import { listWeighed } from '@/lib/cases/weight.data'
import { listWords } from '@/lib/cases/word.data'
import type { Work } from '@/lib/db/work'
import { listDeadlinesOf } from '@/lib/deadlines/deadline-list.data'
import { CURRENT, openNames, personClaims } from '@/lib/people/person.data'
import { openEach } from '@/lib/registers/register.data'
import { dayOf, toDay } from '@/lib/shared/dates'
import { getHandover, type Handover, type HandoverItem, listHandovers } from './handover.data'
import { canUndo, toShownState } from './handover.rules'
import { handoverNoteAt, openHandoverNote } from './note.data'
import { countSealed } from './prepare.data'
import { listReceipts, recordRead } from './receipt.data'
import { listReceivers } from './receiver.data'
import { neededUntil, suggest } from './suggestion.rules'

/** The files of a hand-over as they stand, with what one needs to know of each; those out of reach are not among them. */
const listFacts = async (work: Work, caseIds: readonly string[]) => {
  const rows = await work.tx.caseFile.findMany({
    where: { AND: [scopeCases(work.actor, 'case:read', work.now), { id: { in: [...caseIds] } }] },
    select: {
      id: true,
      code: true,
      kind: true,
      secrecy: true,
      nextStepOn: true,
      stays: {
        where: { until: null },
        select: {
          placeId: true,
          place: { select: { labelEn: true, labelFr: true, labelNl: true, labelDe: true } },
        },
        orderBy: { createdAt: 'desc' },
        take: 1,
      },
      people: {
        where: PRESENT,
        select: { person: { select: { languages: { where: CURRENT, select: { language: true } } } } },
      },
    },
  })
  return new Map(
    rows.map(({ stays, people, nextStepOn, ...file }) => [
      file.id,
      {
        ...file,
        nextStepOn: nextStepOn && toDay(nextStepOn),
        place: stays[0]?.place ?? null,
        languages: [
          ...new Set(people.flatMap(({ person }) => person.languages.map(({ language }) => language))),
        ],
      },
    ]),
  )
}
type Facts = Awaited<ReturnType<typeof listFacts>> extends ReadonlyMap<string, infer F> ? F : never

const listNames = async (work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const staff = await work.tx.staff.findMany({
    where: { organisationId: work.actor.organisationId, id: { in: [...ids] } },
    select: { id: true, name: true },
  })
  return new Map(staff.map(({ id, name }) => [id, name]))
}

const openReason = async (work: Work, { handoverId, caseId, reasonCipher }: HandoverItem): Promise<string> =>
  reasonCipher === null
    ? ''
    : work.fieldCrypto.open(handoverNoteAt(handoverId, caseId, 'reason', 1), reasonCipher)

/** Whom to ask, for those who lead the office: the colleagues, a proposal a file, and who is in each circle. */
const readChoice = async (work: Work, handover: Handover, facts: ReadonlyMap<string, Facts>) => {
  const receivers = await listReceivers(work, handover)
  const weighed = new Map(
    (await listWeighed(work, { id: { in: [...facts.keys()] } })).map((one) => [one.caseId, one]),
  )
  const files = await openEach([...facts.values()], async (file) => ({
    caseId: file.id,
    weight: weighed.get(file.id)?.weight ?? 0,
    centreIds: weighed.get(file.id)?.centreIds ?? [],
    languages: file.languages,
    circle: await findCircle(work, file),
  }))
  return {
    receivers: receivers.map(({ id, name, load, accreditations }) => ({ id, name, load, accreditations })),
    suggestions: suggest(files, receivers, neededUntil(handover.untilDay, dayOf(work.now))),
    choices: new Map(files.map((file) => [file.caseId, file])),
    sealed: await countSealed(work, handover),
  }
}

/**
 * A hand-over as one may see it, files in danger first. The coordinator of the office sees all of it, the colleague who leaves sees
 * their own files and their notes, one who is asked sees what they are asked for. Throws NotFound.
 */
export const readHandover = async (work: Work, id: string, isDiscreet: boolean) => {
  const handover = await getHandover(work, id)
  const isLed = work.actor.leads.includes(handover.teamId)
  const isMine = handover.fromStaffId === work.actor.id
  const facts = await listFacts(
    work,
    handover.items.map(({ caseId }) => caseId),
  )
  const concerned = handover.items.filter(
    ({ caseId, toStaffId }) => facts.has(caseId) && (isLed || isMine || toStaffId === work.actor.id),
  )
  const names = await listNames(
    work,
    concerned.flatMap(({ toStaffId }) => (toStaffId === null ? [] : [toStaffId])),
  )
  const initials = await listInitials(
    work,
    concerned.map(({ caseId }) => caseId),
  )
  const people = await listShownPeople(
    work,
    concerned.map(({ caseId }) => caseId),
    isDiscreet,
  )
  const choice = isLed ? await readChoice(work, handover, facts) : null
  const today = dayOf(work.now)
  await work.fieldCrypto.gather(
    'file',
    concerned.map(({ caseId }) => caseId),
  )
  const ranked = await rankFiles(
    work,
    concerned.map(({ caseId }) => caseId),
  )
  const read = isLed || isMine ? await listReceipts(work, handover.id, [...facts.keys()]) : []
  const files = []
  for (const { id: caseId, dangers } of ranked) {
    const item = concerned.find((one) => one.caseId === caseId)
    const file = facts.get(caseId)
    if (item === undefined || file === undefined) continue
    files.push({
      caseId: item.caseId,
      code: file.code,
      kind: file.kind,
      isRestricted: file.secrecy !== 'open',
      dangers: dangers.filter(({ rank }) => isDanger(rank)),
      place: file.place,
      nextStepOn: file.nextStepOn,
      initials: initials.get(item.caseId) ?? '',
      people: people.get(caseId) ?? [],
      state: toShownState(item.state, handover.untilDay, today),
      toStaffId: item.toStaffId,
      to: names.get(item.toStaffId ?? '') ?? '',
      note: await openHandoverNote(work, item),
      noteVersion: item.noteRevision,
      reason: await openReason(work, item),
      suggestion: choice?.suggestions.get(item.caseId) ?? null,
      circle: choice?.choices.get(item.caseId)?.circle ?? null,
      centreIds: choice?.choices.get(item.caseId)?.centreIds ?? [],
      weight: choice?.choices.get(item.caseId)?.weight ?? 0,
      /** When the colleague who is asked had this note before them, as it stands now; null: not yet. */
      readAt:
        read.find(
          (one) =>
            one.caseId === caseId && one.staffId === item.toStaffId && one.revision === item.noteRevision,
        )?.at ?? null,
    })
  }
  const { items, ...about } = handover
  return {
    ...about,
    isLed,
    isMine,
    canUndo:
      isLed && handover.state === 'sent' && handover.sentAt !== null && canUndo(handover.sentAt, work.now),
    files,
    receivers: choice?.receivers ?? [],
    /** Until when a receiver has to be accredited. */
    neededUntil: neededUntil(handover.untilDay, today),
    /** Sealed files of the same colleague that one may open: they never go along. */
    sealed: choice?.sealed ?? 0,
    words: await listWords(work, ['case_kind']),
  }
}
/** The page of a hand-over; what one is asked to take counts as read with it. */
export const openHandover = async (work: Work, id: string, isDiscreet: boolean) => {
  const data = await readHandover(work, id, isDiscreet)
  await recordRead(
    work,
    data.id,
    data.files.filter(({ state, toStaffId }) => state === 'offered' && toStaffId === work.actor.id),
  )
  return data
}
export type HandoverPageData = Awaited<ReturnType<typeof readHandover>>
export type HandoverFile = HandoverPageData['files'][number]

const listNamesOfPeople = async (work: Work, caseIds: readonly string[]): Promise<Map<string, string[]>> => {
  const files = await work.tx.caseFile.findMany({
    where: { AND: [scopeCases(work.actor, 'case:read', work.now), { id: { in: [...caseIds] } }] },
    select: {
      id: true,
      people: {
        where: PRESENT,
        select: { personId: true, person: { select: { names: personClaims.names } } },
      },
    },
  })
  const found = new Map<string, string[]>()
  for (const { id, people } of files)
    for (const { personId, person } of people) {
      const [name] = await openNames(work, personId, person.names)
      if (name !== undefined) found.set(id, [...(found.get(id) ?? []), name.text])
    }
  return found
}

/** The booklet: what has to be known of each open file, on paper. Names only when someone asked for them. */
export const readBooklet = async (work: Work, id: string, withNames: boolean) => {
  const data = await readHandover(work, id, true)
  const files = data.files.filter(({ isRestricted }) => !isRestricted)
  const ids = files.map(({ caseId }) => caseId)
  const deadlines = await listDeadlinesOf(work, ids)
  const names = withNames ? await listNamesOfPeople(work, ids) : new Map<string, string[]>()
  return {
    ...data,
    withNames,
    files: files.map((file) => ({
      ...file,
      names: names.get(file.caseId) ?? [],
      deadlines: deadlines.filter((line) => line.file.id === file.caseId),
    })),
  }
}
export type Booklet = Awaited<ReturnType<typeof readBooklet>>

/** What concerns the actor, and for the coordinator of an office also whose files may be handed over. */
export const readHandovers = async (work: Work) => ({
  handovers: await listHandovers(work),
  canStart: work.actor.leads.length > 0,
})
export type HandoversData = Awaited<ReturnType<typeof readHandovers>>
