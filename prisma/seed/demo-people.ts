import type { Prisma } from '../../lib/db/generated/client'
import { bornWhenAged } from '../../lib/people/age.rules'
import { addDays, type Day, toDate } from '../../lib/shared/dates'
import { addAnswer, addLawyerAnswer } from './demo-consents'
import { newCode, newId } from './demo-ids'
import { centreId, type Worker } from './demo-organisation'
import { drawLanguages, drawName } from './demo-origins'
import { NOTES, STEPS } from './demo-words'
import type { Encrypter } from './encrypter'
import { type Draw, NATIONALITIES } from './invented'

/** The rows of one bulk insert, table by table. */
export type Rows = {
  person: Prisma.PersonCreateManyInput[]
  caseFile: Prisma.CaseFileCreateManyInput[]
  caseMember: Prisma.CaseMemberCreateManyInput[]
  casePerson: Prisma.CasePersonCreateManyInput[]
  personName: Prisma.PersonNameCreateManyInput[]
  ageClaim: Prisma.AgeClaimCreateManyInput[]
  nationality: Prisma.NationalityCreateManyInput[]
  personLanguage: Prisma.PersonLanguageCreateManyInput[]
  placeStay: Prisma.PlaceStayCreateManyInput[]
  note: Prisma.NoteCreateManyInput[]
  consent: Prisma.ConsentCreateManyInput[]
  /** Names that someone has already. */
  taken: Set<string>
}

export const noRows = (): Rows => ({
  person: [],
  caseFile: [],
  caseMember: [],
  casePerson: [],
  personName: [],
  ageClaim: [],
  nationality: [],
  personLanguage: [],
  placeStay: [],
  note: [],
  consent: [],
  taken: new Set(),
})

/** One invented person with a file, as the visits of the demo need to know them. */
export type Known = {
  readonly personId: string
  readonly caseId: string
  readonly worker: Worker
  readonly centre: string
  readonly since: Day
  /** Last day in the centre; null while still there. */
  readonly until: Day | null
  readonly name: string
  readonly country: string | null
}

export type Wish = {
  readonly worker: Worker
  readonly since: Day
  readonly until: Day | null
  readonly today: Day
  readonly kind?: string
  readonly secrecy?: 'open' | 'restricted' | 'sealed'
  /** Where no draw decides it. */
  readonly country?: string
}

const ageWords = (draw: Draw): number =>
  draw.chance(0.06) ? draw.between(14, 17) : draw.chance(0.3) ? draw.between(18, 24) : draw.between(25, 52)

/** Adds a person and their file to the rows. */
export const invent = (
  rows: Rows,
  { centres, draw, encrypter }: { centres: ReadonlyMap<string, string>; draw: Draw; encrypter: Encrypter },
  wish: Wish,
): Known => {
  const personId = newId()
  const caseId = newId()
  const { worker, since, until, today } = wish
  const secrecy = wish.secrecy ?? 'open'
  const centre = centreId(centres, draw.pick(worker.centres))
  const createdAt = new Date(toDate(since).getTime() + 16 * 3_600_000)
  const closed = until !== null

  const sex = draw.chance(0.14) ? 'f' : draw.chance(0.04) ? 'not_asked' : 'm'
  const interpreter = draw.pick(['yes', 'no', 'not_asked', 'yes'])
  const hasStep = !closed && draw.chance(0.75)
  rows.caseFile.push({
    id: caseId,
    code: newCode(),
    kind: wish.kind ?? 'detention',
    status: closed ? 'closed' : draw.pick(['active', 'active', 'active', 'follow_up', 'intake']),
    risk: draw.pick(['low', 'low', 'medium', 'medium', 'high']),
    secrecy,
    teamId: worker.team,
    workerId: worker.id,
    openedOn: toDate(since),
    closedOn: closed ? toDate(until) : null,
    closureReason: closed
      ? draw.pick(['removed', 'released_lost_contact', 'referred', 'goal_reached'])
      : null,
    nextStepCipher: hasStep
      ? encrypter.encrypt(
          { kind: 'file', id: caseId },
          'case_file',
          caseId,
          'next_step',
          1,
          draw.pick(STEPS[worker.writes]),
        )
      : null,
    nextStepRevision: hasStep ? 1 : 0,
    nextStepOn: hasStep ? toDate(addDays(today, draw.between(-5, 12))) : null,
    createdBy: worker.id,
    createdAt,
  })
  const nameId = newId()
  const nameOf = drawName(draw)
  const age = draw.chance(0.94) ? ageWords(draw) : null
  if (age !== null) {
    rows.ageClaim.push({
      id: newId(),
      personId,
      basis: 'said',
      ageYears: age,
      asOf: toDate(since),
      ...bornBetween(since, age),
      createdAt,
    })
  }
  const drawn = draw.chance(0.97) ? draw.pick(NATIONALITIES) : null
  const country = wish.country ?? drawn
  if (country !== null) {
    rows.nationality.push({
      id: newId(),
      personId,
      country,
      certainty: draw.pick(['said', 'said', 'said', 'document', 'presumed']),
      createdAt,
    })
  }
  const name = nameOf({ country, isWoman: sex === 'f' }, rows.taken)
  rows.personName.push({
    id: nameId,
    personId,
    kind: 'as_said',
    ...(secrecy === 'sealed'
      ? {
          cipher: encrypter.encrypt({ kind: 'person', id: personId }, 'person_name', nameId, 'text', 1, name),
        }
      : { text: name }),
    saidOn: toDate(since),
    createdAt,
  })
  const { first: language, some } = drawLanguages(draw)(country)
  rows.person.push({
    id: personId,
    code: newCode(),
    sex,
    interpreterNeed: ['fr', 'en'].includes(language) ? 'no' : interpreter,
    createdBy: worker.id,
    createdAt,
  })
  rows.casePerson.push({ caseId, personId })
  rows.personLanguage.push({ id: newId(), personId, language, level: 'fluent' })
  if (some !== null) rows.personLanguage.push({ id: newId(), personId, language: some, level: 'some' })
  rows.placeStay.push({
    id: newId(),
    caseId,
    personId,
    placeId: centre,
    since: toDate(since),
    until: closed ? toDate(until) : null,
    createdAt,
  })
  if (!closed && draw.chance(0.6)) {
    const id = newId()
    const day = addDays(today, -draw.between(2, 12))
    rows.note.push({
      id,
      caseId,
      kind: 'note',
      happenedOn: toDate(day),
      bodyCipher: encrypter.encrypt(
        { kind: 'file', id: caseId },
        'note',
        id,
        'body',
        1,
        draw.pick(NOTES[worker.writes]),
      ),
      authorId: worker.id,
      createdAt: new Date(toDate(day).getTime() + 15 * 3_600_000),
    })
  }
  if (wish.kind === undefined) {
    const isMinor = age !== null && age < 18
    const asked = { caseId, personId, language, isMinor, on: since, createdBy: worker.id, createdAt }
    addAnswer(rows, asked)
    if (!closed && !isMinor && secrecy === 'open') addLawyerAnswer(rows, asked)
  }
  return { personId, caseId, worker, centre, since, until, name, country }
}

/** The bounds of a birth, as the columns take them. */
export const bornBetween = (asOf: Day, age: number): { bornEarliest: Date; bornLatest: Date } => {
  const { bornEarliest, bornLatest } = bornWhenAged(age, asOf)
  return { bornEarliest: toDate(bornEarliest), bornLatest: toDate(bornLatest) }
}
