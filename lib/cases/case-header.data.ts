import 'server-only'
import { seenByCode } from '@/lib/access/code.data'
import { scopeCases } from '@/lib/access/scope'
import { listShown } from '@/lib/circles/glass.data'
import { listUsable } from '@/lib/contacts/contact.data'
import { DETENTION_KINDS } from '@/lib/countries/vocabulary.rules'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { CURRENT, openNames, personClaims } from '@/lib/people/person.data'
import { toAgeClaims } from '@/lib/people/person.view'
import { PERSON_SELECT, pickAnswers } from '@/lib/people/person-field.rules'
import { type Day, toDay } from '@/lib/shared/dates'
import { vocabulary } from '@/lib/shared/vocabulary'
import { openNextStep } from './case.data'
import { placeColumns } from './file-people.data'
import { byRole, FILE_ROLES, KIN_BASES, LEFT_BECAUSE } from './file-people.rules'
import { readFilled } from './filled-registers.data'
import { listMissingIn } from './missing.data'
import { startOf } from './stays.rules'
import { listWords } from './word.data'

const stay = {
  personId: true,
  since: true,
  episode: { select: { stays: { select: { personId: true, since: true } } } },
  place: { select: { slug: true, kind: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true } },
} as const satisfies Prisma.PlaceStaySelect

const sheet = {
  id: true,
  code: true,
  kind: true,
  status: true,
  risk: true,
  secrecy: true,
  teamId: true,
  openedOn: true,
  closedOn: true,
  closureReason: true,
  lastReviewedAt: true,
  version: true,
  nextStepCipher: true,
  nextStepRevision: true,
  nextStepOn: true,
  worker: { select: { id: true, name: true } },
  team: { select: { id: true, name: true } },
  people: {
    select: {
      ...placeColumns,
      person: {
        select: {
          ...personClaims,
          ...PERSON_SELECT,
          version: true,
          languages: { where: CURRENT, select: { language: true, level: true } },
          origins: {
            where: CURRENT,
            select: { kind: true, country: true, certainty: true, saidOn: true },
            orderBy: { createdAt: 'asc' },
          },
        },
      },
    },
  },
  stays: { where: { until: null }, select: stay, orderBy: { createdAt: 'desc' } },
  signals: {
    where: { answeredAt: null },
    select: { id: true, encounterId: true, code: true, severity: true },
    orderBy: { raisedAt: 'desc' },
  },
} as const satisfies Prisma.CaseFileSelect

const ASYLUM = vocabulary('cases.asylum', [
  'asylum_application',
  'stay_document',
  'reception_stay',
  'legal_mandate',
  'special_need',
  'screening',
  'matter_step',
])

/** The lists whose words a file page shows. */
export const FILE_LISTS = [
  'case_kind',
  'case_status',
  'risk_level',
  'closure_reason',
  'concern_type',
  'action_type',
  'encounter_topic',
]

export type FileChoice = { readonly id: string; readonly kind: string; readonly openedOn: string }

/**
 * The file behind an address: its code, and its id where two files within reach share the code: codes are
 * drawn by chance. Throws NotFound, the same
 * for a code that no one has and for one that is out of reach.
 */
export const findByAddress = async (
  work: Work,
  code: string,
  fileId: string | undefined,
): Promise<{ caseId: string } | { code: string; choices: FileChoice[] }> => {
  const seen = await seenByCode(work, code)
  const [only, ...others] = fileId === undefined ? seen : seen.filter((id) => id === fileId)
  if (only === undefined) throw new NotFound()
  if (others.length === 0) return { caseId: only }
  const choices = await work.tx.caseFile.findMany({
    where: { AND: [scopeCases(work.actor, 'case:read', work.now), { id: { in: seen } }] },
    select: { id: true, kind: true, openedOn: true },
    orderBy: { id: 'asc' },
    take: 20,
  })
  return {
    code: code.toUpperCase(),
    choices: choices.map(({ id, kind, openedOn }) => ({ id, kind, openedOn: toDay(openedOn) })),
  }
}

const detainedSinceOf = (
  person: string,
  stays: readonly { readonly personId: string; readonly since: Date | null }[],
): Day | null =>
  startOf(
    stays
      .filter(({ personId }) => personId === person)
      .map(({ since }) => ({ since: since && toDay(since) })),
  )

/** Where open files within reach say that people are: a restricted file seldom repeats it, and its members know it from there. */
const listStaysInOpenFiles = (work: Work, personIds: readonly string[]) =>
  work.tx.placeStay.findMany({
    where: { personId: { in: [...personIds] }, until: null, secrecy: 'open' },
    select: stay,
    orderBy: { createdAt: 'desc' },
  })

/** Everything the head of a file page shows, with encrypted names and the next step opened. */
export const getCaseHeader = async (work: Work, caseId: string) => {
  const row = await work.tx.caseFile.findFirst({
    where: { AND: [scopeCases(work.actor, 'case:read', work.now), { id: caseId }] },
    select: {
      ...sheet,
      members: {
        where: {
          kind: { not: 'guest' },
          OR: [{ validUntil: null }, { validUntil: { gt: work.now } }],
        },
        select: { staffId: true },
      },
    },
  })
  if (row === null) throw new NotFound()
  const { kept: filled, open } = await readFilled(work, caseId)
  const stays =
    row.secrecy === 'restricted'
      ? [
          ...row.stays,
          ...(await listStaysInOpenFiles(
            work,
            row.people.map(({ personId }) => personId),
          )),
        ]
      : row.stays
  const everybody = []
  for (const { person, ...place } of [...row.people].sort(byRole)) {
    const present = stays.find(({ personId }) => personId === person.id)
    everybody.push({
      id: person.id,
      /** What they are in this file; its version is not the person's. */
      inFile: {
        role: FILE_ROLES.read(place.role),
        basis: KIN_BASES.readOrNull(place.basis),
        since: place.since && toDay(place.since),
        until: place.until && toDay(place.until),
        leftBecause: LEFT_BECAUSE.readOrNull(place.leftBecause),
        version: place.version,
      },
      ...pickAnswers(person),
      version: person.version,
      names: await openNames(work, person.id, person.names),
      ageClaims: toAgeClaims(person.ageClaims),
      nationalities: person.nationalities.map((one) => ({
        country: one.country,
        certainty: one.certainty,
        since: one.sinceWhen,
        until: one.untilWhen,
        saidOn: one.saidOn && toDay(one.saidOn),
      })),
      origins: person.origins.map(({ saidOn, ...one }) => ({ ...one, saidOn: saidOn && toDay(saidOn) })),
      languages: person.languages,
      stay: present
        ? {
            place: present.place,
            since: present.since && toDay(present.since),
            /** The first day of the whole detention, where the stay belongs to one. */
            heldSince: detainedSinceOf(person.id, present.episode?.stays ?? []),
          }
        : null,
    })
  }
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    status: row.status,
    risk: row.risk,
    secrecy: row.secrecy,
    openedOn: toDay(row.openedOn),
    closedOn: row.closedOn && toDay(row.closedOn),
    closureReason: row.closureReason,
    lastReviewedAt: row.lastReviewedAt,
    /** Which registers say something of the file. */
    kept: filled,
    /** What waits in it, beside the names of its parts. */
    open,
    hasAsylum: ASYLUM.codes.some((register) => filled.has(register)),
    /** Minors of the file who are missing now. */
    missing: filled.has('guardianship_event') ? await listMissingIn(work, [caseId]) : [],
    version: row.version,
    worker: row.worker,
    team: row.team,
    nextStep: await openNextStep(work, row),
    signals: row.signals,
    people: everybody.filter(({ inFile }) => inFile.until === null),
    /** Those who left the file, and since when: offered nowhere, readable still. */
    former: everybody.filter(({ inFile }) => inFile.until !== null),
    /** How the people of the file are reached without harm, today. */
    contacts: filled.has('safe_contact') ? await listUsable(work, [caseId]) : [],
    /** Nothing of it may be erased for now. */
    hasLegalHold: filled.has('legal_hold'),
    hasDetention:
      row.kind === 'detention' ||
      filled.has('detention_episode') ||
      row.stays.some(({ place }) => DETENTION_KINDS.has(place.kind)),
    /** The last month's openings in an emergency. */
    openings: filled.has('glass') ? await listShown(work, caseId) : [],
    memberIds: row.members.map(({ staffId }) => staffId),
    words: await listWords(work, FILE_LISTS),
  }
}
export type CaseHeader = Awaited<ReturnType<typeof getCaseHeader>>
