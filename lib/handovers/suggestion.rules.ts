import { addDays, type Day } from '@/lib/shared/dates'

/**
 * Whom to ask for a file. Points for what helps the person: the right to enter their centre, a language in common, a
 * colleague who is in that centre anyway. Against it stands what the colleague carries already, counted on with every file
 * that is suggested for them, so that forty files do not all go to the one who speaks French. A proposal, never a decision.
 */
export const HELPS = { accredited: 4, language: 3, centre: 2 } as const
/** So many points of load (lib/cases/complexity.rules.ts) weigh as much as one point of help. */
export const LOAD_STEP = 8

/** An accreditation is counted on for so many days after a hand-over for good. */
const COUNTED_ON_DAYS = 30
/** The day until which a receiver has to be accredited: the end of a temporary hand-over, or a month. */
export const neededUntil = (untilDay: Day | null, today: Day): Day =>
  untilDay ?? addDays(today, COUNTED_ON_DAYS)

export type FileFacts = {
  readonly caseId: string
  readonly weight: number
  readonly centreIds: readonly string[]
  readonly languages: readonly string[]
  /** Who may open it at all, for a restricted file; null for an open one. */
  readonly circle: readonly string[] | null
}
export type ColleagueFacts = {
  readonly id: string
  readonly load: number
  readonly languages: readonly string[]
  /** Leads the office: they have all its files in sight, so others are proposed while there are any. */
  readonly leads: boolean
  /** Centres they are accredited for today, each with the last day of it. */
  readonly accreditations: readonly { readonly placeId: string; readonly until: Day }[]
  /** Centres in which they have files now. */
  readonly worksIn: readonly string[]
}
/** Why it is them, as facts that the page puts into words. */
export type Why =
  | { readonly kind: 'notAccredited' }
  | { readonly kind: 'centre' | 'circle' }
  /** Until when; `accreditationEnds` when that is too soon to count on. */
  | { readonly kind: 'accredited' | 'accreditationEnds'; readonly until: Day }
  | { readonly kind: 'language'; readonly language: string }
  | { readonly kind: 'load'; readonly load: number }
export type Suggestion = { readonly staffId: string; readonly why: readonly Why[] }

/** Whether a colleague may enter the centre of a file, for as long as it is needed; null where no one is held. */
export const entryOf = (
  { centreIds }: Pick<FileFacts, 'centreIds'>,
  { accreditations }: Pick<ColleagueFacts, 'accreditations'>,
  neededUntil: Day,
): Extract<Why, { kind: 'notAccredited' | 'accredited' | 'accreditationEnds' }> | null => {
  if (centreIds.length === 0) return null
  const until = accreditations
    .flatMap((one) => (centreIds.includes(one.placeId) ? [one.until] : []))
    .sort()
    .at(-1)
  return until === undefined
    ? { kind: 'notAccredited' }
    : { kind: until < neededUntil ? 'accreditationEnds' : 'accredited', until }
}

/** What speaks for a colleague, and what one should know before they are asked. */
export const toWhy = (file: FileFacts, colleague: ColleagueFacts, neededUntil: Day): Why[] => {
  const entry = entryOf(file, colleague, neededUntil)
  const language = file.languages.find((code) => colleague.languages.includes(code))
  return [
    ...(file.circle === null ? [] : [{ kind: 'circle' } as const]),
    ...(entry === null ? [] : [entry]),
    ...(language === undefined ? [] : [{ kind: 'language', language } as const]),
    ...(file.centreIds.some((id) => colleague.worksIn.includes(id)) ? [{ kind: 'centre' } as const] : []),
    { kind: 'load', load: colleague.load },
  ]
}

const helpOf = (why: readonly Why[]): number =>
  why.reduce(
    (sum, { kind }) =>
      sum + (kind === 'accredited' || kind === 'language' || kind === 'centre' ? HELPS[kind] : 0),
    0,
  )

/**
 * For each file the colleague to ask; none where no one may. The heaviest files choose first. An accreditation that ends before
 * `neededUntil` does not help: it is said as a warning.
 */
export const suggest = (
  files: readonly FileFacts[],
  colleagues: readonly ColleagueFacts[],
  neededUntil: Day,
): ReadonlyMap<string, Suggestion> => {
  const given = new Map<string, number>()
  const found = new Map<string, Suggestion>()
  const order = [...files].sort((a, b) => b.weight - a.weight || (a.caseId < b.caseId ? -1 : 1))
  for (const file of order) {
    const able = colleagues.filter(({ id }) => file.circle === null || file.circle.includes(id))
    const workers = able.filter(({ leads }) => !leads)
    const ranked = (workers.length > 0 ? workers : able)
      .map((colleague) => {
        const load = colleague.load + (given.get(colleague.id) ?? 0)
        const why = toWhy(file, { ...colleague, load }, neededUntil)
        return { id: colleague.id, load, why, score: helpOf(why) - load / LOAD_STEP }
      })
      .sort((a, b) => b.score - a.score || a.load - b.load || (a.id < b.id ? -1 : 1))
    const [best] = ranked
    if (best === undefined) continue
    found.set(file.caseId, { staffId: best.id, why: best.why })
    given.set(best.id, (given.get(best.id) ?? 0) + file.weight)
  }
  return found
}
