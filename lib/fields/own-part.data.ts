import 'server-only'
import { type CaseHeader, getCaseHeader } from '@/lib/cases/case-header.data'
import type { Work } from '@/lib/db/work'
import { minority } from '@/lib/people/minority.rules'
import { dayOf } from '@/lib/shared/dates'
import { listGiven } from './answer.data'
import { listFieldChoices } from './choice.data'
import type { FieldChoice } from './choice.rules'
import { listFields } from './field.data'
import { type Answer, type Asked, type FieldPart, isAskedOf, isShown, type OwnField } from './field.rules'
import { currentAnswers, type Given, isOf, versionOfAnswers, type Whose } from './given.rules'

/** What an organisation asks besides, in one part of a file, of one person in it, of one conversation or of one visit. */
export type OwnPart = {
  /** In which it is read; a visit is in none. */
  readonly caseId: string | null
  readonly whose: Whose
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
  readonly choices: readonly FieldChoice[]
}

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

/** Some of the own fields, with one look at the database. */
const readParts = async (
  work: Work,
  caseId: string | null,
  fields: readonly OwnField[],
  all: readonly Whose[],
) => {
  const given = await listGiven(work, fields, { caseId, whose: all })
  const choices = await listFieldChoices(work, fields)
  return (whose: Whose, asked: Asked, isHere: (field: OwnField) => boolean = () => true): OwnPart => {
    const now = currentAnswers(given, whose)
    const answers = answersOf(now)
    const here = fields.filter((field) => field.owner === whose.owner && isHere(field))
    const live = here.filter((field) => isAskedOf(field, asked))
    const shownNow = live.filter(({ now: { conditions } }) => isShown(conditions, answers, asked))
    return {
      caseId,
      whose,
      version: versionOfAnswers(given, whose),
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
          return field === undefined || one.withdrawn === null || !isOf(whose)(one)
            ? []
            : [{ field, given: one }]
        })
        .reverse(),
      elsewhere: [...answers].filter(([fieldId]) => !live.some(({ id }) => id === fieldId)),
      isMinor: asked.isMinor,
      choices,
    }
  }
}

/** The own fields of a file (one part or all of them) and of its people. */
export const readOwn = async (work: Work, file: CaseHeader) => {
  const theFile: Whose = { owner: 'file', id: file.id }
  const whoseOf = ({ id }: Person): Whose => ({ owner: 'person', id })
  const people = [...file.people, ...file.former]
  const all = [theFile, ...people.map(whoseOf)]
  const partOf = await readParts(work, file.id, await listFields(work), all)
  return {
    ofFile: (part: FieldPart): OwnPart =>
      partOf(theFile, askedOf(work, file, file.people), ({ now }) => now.part === part),
    /** Of the whole file, whatever part a field stands in. */
    ofWholeFile: (): OwnPart => partOf(theFile, askedOf(work, file, file.people)),
    ofPerson: (person: Person): OwnPart => partOf(whoseOf(person), askedOf(work, file, [person])),
  }
}
export type Own = Awaited<ReturnType<typeof readOwn>>

/** The own fields of a conversation that the caller has found within reach, asked as of the person who was met; null where nothing is asked of any. */
export const readOwnOfEncounter = async (
  work: Work,
  { id, caseId, personId }: { readonly id: string; readonly caseId: string; readonly personId: string },
): Promise<OwnPart | null> => {
  const fields = (await listFields(work)).filter(({ owner }) => owner === 'encounter')
  if (fields.length === 0) return null
  const file = await getCaseHeader(work, caseId)
  const whose: Whose = { owner: 'encounter', id }
  const partOf = await readParts(work, file.id, fields, [whose])
  const met = [...file.people, ...file.former].filter((one) => one.id === personId)
  return partOf(whose, askedOf(work, file, met))
}

/** The own fields of a visit that the caller has found within reach. */
export const readOwnOfVisit = async (
  work: Work,
  { id, teamId }: { readonly id: string; readonly teamId: string },
): Promise<OwnPart> => {
  const whose: Whose = { owner: 'visit', id }
  const fields = (await listFields(work)).filter(({ owner }) => owner === 'visit')
  const partOf = await readParts(work, null, fields, [whose])
  return partOf(whose, { office: teamId, kind: '', nationalities: [], isMinor: null })
}
