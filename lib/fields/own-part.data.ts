import 'server-only'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { Work } from '@/lib/db/work'
import { minority } from '@/lib/people/minority.rules'
import { dayOf } from '@/lib/shared/dates'
import { currentAnswers, type Given, listGiven, versionOfAnswers } from './answer.data'
import { listFields } from './field.data'
import { type Answer, type Asked, type FieldPart, isAskedOf, isShown, type OwnField } from './field.rules'

/** What an organisation asks besides, in one part of a file or of one person in it. */
export type OwnPart = {
  readonly owner: { readonly caseId: string; readonly personId: string | null }
  readonly version: number
  /** Asked here now, whether their conditions hold or not: the form decides that while it is filled in. */
  readonly fields: readonly OwnField[]
  /** Of what is asked or was answered, what a reader sees. */
  readonly shown: readonly {
    readonly field: OwnField
    readonly current: readonly Given[]
    readonly isAsked: boolean
  }[]
  /** Wanted, or needed before a closing or a referral, and not answered. */
  readonly missing: readonly OwnField[]
  readonly earlier: readonly { readonly field: OwnField; readonly given: Given }[]
  readonly elsewhere: readonly (readonly [fieldId: string, answer: Answer])[]
  readonly isMinor: boolean | null
  readonly places: Awaited<ReturnType<typeof listFieldPlaces>>
}

/** The places that an answer may name; also those that are over, because old answers name them. */
export const listFieldPlaces = (work: Work) =>
  work.tx.place.findMany({
    select: { id: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true },
    orderBy: [{ kind: 'asc' }, { position: 'asc' }],
  })

type Person = CaseHeader['people'][number]
const isMinorOf = (people: readonly Person[], work: Work): boolean | null => {
  const said = people.map(({ ageClaims }) => minority(ageClaims, dayOf(work.now)))
  if (said.some(({ treatedAsMinor }) => treatedAsMinor)) return true
  return said.some(({ status }) => status === 'no') ? false : null
}
const askedOf = (work: Work, file: CaseHeader, people: readonly Person[]): Asked => ({
  office: file.team.id,
  kind: file.kind,
  nationalities: [
    ...new Set(people.flatMap(({ nationalities }) => nationalities.map(({ country }) => country))),
  ],
  isMinor: isMinorOf(people, work),
})

const answersOf = (all: ReadonlyMap<string, readonly Given[]>): Map<string, Answer> => {
  const answers = new Map<string, Answer>()
  for (const [fieldId, some] of all) {
    const last = some.at(-1)
    if (last !== undefined) answers.set(fieldId, last.answer)
  }
  return answers
}

/** The own fields of a file (one part or all of them) and of its people, with one look at the database. */
export const readOwn = async (work: Work, file: CaseHeader) => {
  const fields = await listFields(work)
  const people = [...file.people, ...file.former]
  const given = await listGiven(work, fields, { caseId: file.id, personIds: people.map(({ id }) => id) })
  const places = fields.some(({ type }) => type === 'place') ? await listFieldPlaces(work) : []
  const partOf = (
    personId: string | null,
    about: readonly Person[],
    isHere: (field: OwnField) => boolean,
  ): OwnPart => {
    const asked = askedOf(work, file, about)
    const owner = { caseId: file.id, personId }
    const now = currentAnswers(given, owner)
    const answers = answersOf(now)
    const here = fields.filter(isHere)
    const live = here.filter((field) => isAskedOf(field, asked))
    const shownNow = live.filter(({ now: { conditions } }) => isShown(conditions, answers, asked))
    return {
      owner,
      version: versionOfAnswers(given, owner),
      fields: live,
      shown: here.flatMap((field) => {
        const isAsked = shownNow.includes(field)
        const all = now.get(field.id) ?? []
        return isAsked || all.length > 0 ? [{ field, current: all, isAsked }] : []
      }),
      missing: shownNow.filter(
        ({ id, now: { required } }) => required !== 'optional' && (now.get(id) ?? []).length === 0,
      ),
      earlier: given
        .flatMap((one) => {
          const field = here.find(({ id }) => id === one.fieldId)
          return field === undefined || one.withdrawn === null || one.personId !== personId
            ? []
            : [{ field, given: one }]
        })
        .reverse(),
      elsewhere: [...answers].filter(([fieldId]) => !live.some(({ id }) => id === fieldId)),
      isMinor: asked.isMinor,
      places,
    }
  }
  return {
    ofFile: (part: FieldPart): OwnPart =>
      partOf(null, file.people, (field) => field.owner === 'file' && field.now.part === part),
    /** Of the whole file, whatever part a field stands in. */
    ofWholeFile: (): OwnPart => partOf(null, file.people, (field) => field.owner === 'file'),
    ofPerson: (person: Person): OwnPart => partOf(person.id, [person], (field) => field.owner === 'person'),
  }
}
export type Own = Awaited<ReturnType<typeof readOwn>>
