import { minority } from '@/lib/people/minority.rules'
import type { Certainty } from '@/lib/people/person.rules'
import type { SEXES } from '@/lib/people/person-field.rules'
import { regionOf } from '@/lib/people/world-region.rules'
import { currentSteps, type Step } from '@/lib/referrals/referral.rules'
import { currentOf, type Revised } from '@/lib/registers/register.rules'
import type { Day } from '@/lib/shared/dates'
import { type CodeOf, rest } from '@/lib/shared/vocabulary'
import { type Reason, type StageKind, stageOf } from '@/lib/trafficking/stage.rules'
import { type CountedAnswers, formGroupOf } from './form-group.rules'
import {
  type Cells,
  COLUMNS,
  type Column,
  type ExactTable,
  HERE,
  linesOf,
  NOT_ASKED,
  NOT_KNOWN,
  NOT_RECORDED,
  PARTS,
  type Part,
  REACHED,
  type Reached,
} from './line.rules'

/** Of one file and its main person: what app.sealed_trafficking hands out, with the answers opened. */
export type SealedFile = {
  readonly personId: string
  readonly sex: CodeOf<typeof SEXES>
  readonly ages: Parameters<typeof minority>[0]
  readonly nationalities: readonly {
    readonly country: string
    readonly certainty: Certainty
    readonly from: Day | null
    readonly to: Day | null
  }[]
  readonly signs: readonly (Revised & { readonly on: Day })[]
  readonly stages: readonly (Revised & {
    readonly kind: StageKind
    readonly reason: Reason | null
    readonly on: Day
  })[]
  readonly steps: readonly Step[]
  /** The last account; `answers` null: they cannot be read. */
  readonly account: { readonly at: Date; readonly answers: CountedAnswers | null } | null
}

const recruitmentOf = (country: string): string =>
  country === '' ? NOT_ASKED : country === HERE ? HERE : (regionOf(country) ?? NOT_KNOWN)

/** Held on that day; more than one is a line of its own, so that everyone is in one line. */
const nationalityOf = (claims: SealedFile['nationalities'], on: Day): string => {
  if (claims.length === 0) return NOT_ASKED
  const held = new Set(
    claims
      .filter(({ certainty }) => certainty !== 'not_known' && certainty !== 'declined')
      .filter(({ from, to }) => (from === null || from <= on) && (to === null || to >= on))
      .map(({ country }) => country),
  )
  const [only = NOT_KNOWN] = held
  return held.size > 1 ? 'several' : only
}

const sexOf = (sex: SealedFile['sex']): string => (sex === 'unknown' || sex === 'declined' ? NOT_KNOWN : sex)

/** In doubt a minor, as in the file; asked without an answer that bounds the age is not known. */
const ageGroupOf = (ages: SealedFile['ages'], on: Day): string => {
  const { treatedAsMinor, because } = minority(ages, on)
  if (because === null) return ages.length === 0 ? NOT_ASKED : NOT_KNOWN
  return treatedAsMinor ? 'minor' : 'adult'
}

const reachedBy = (kind: StageKind): Reached | null => {
  switch (kind) {
    case 'detection':
    case 'unlimited':
      return kind
    case 'reflection':
    case 'reflection_uam':
      return 'reflection'
    case 'provisional':
    case 'provisional_renewed':
      return 'provisional'
    case 'status_recognised':
    case 'status_renewed':
      return 'recognised'
    default:
      rest(kind, 'stopped alternative not_victim statement return_chosen condition')
      return null
  }
}

type Stage = SealedFile['stages'][number]
const furthest = (stages: readonly Stage[]): Reached =>
  stages.reduce<Reached>((most, { kind }) => {
    const reached = reachedBy(kind)
    if (reached === null) return most
    return most === NOT_RECORDED || REACHED.rank(reached) > REACHED.rank(most) ? reached : most
  }, NOT_RECORDED)

const outcomeOf = (stages: readonly Stage[]): string => {
  const last = stageOf(stages.map((one) => ({ ...one, condition: null, holds: null })))?.because
  if (last === undefined) return NOT_RECORDED
  switch (last.kind) {
    case 'stopped':
    case 'alternative':
      return `${last.kind}_${last.reason ?? NOT_RECORDED}`
    case 'not_victim':
    case 'unlimited':
      return last.kind
    default:
      rest(
        last.kind,
        'detection reflection reflection_uam provisional provisional_renewed status_recognised',
        'status_renewed statement return_chosen condition',
      )
      return 'open'
  }
}

const earliest = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null)

const current = <R extends Revised>(rows: readonly R[]) => currentOf(rows).map(({ row }) => row)

/** When each of the three came about for the first time. */
const daysOf = (
  files: readonly SealedFile[],
  stages: readonly Stage[],
  outcome: string,
): Cells<Day | null> => {
  const notified = files.flatMap(({ signs }) =>
    currentOf(signs).flatMap(({ row, earlier }) => [row, ...earlier].map(({ on }) => on)),
  )
  const detected = stages.filter(({ kind }) => kind === 'detection').map(({ on }) => on)
  const begun = stages.filter(({ kind }) => {
    const reached = reachedBy(kind)
    return reached !== null && reached !== 'detection'
  })
  const accepted = files.flatMap(({ steps }) => currentSteps(steps).filter(({ kind }) => kind === 'accepted'))
  return {
    notified: earliest([...notified, ...detected]),
    identified: outcome === 'not_victim' ? null : earliest(begun.map(({ on }) => on)),
    accompanied: earliest(accepted.map(({ on }) => on)),
  }
}

type Person = {
  readonly days: Cells<Day | null>
  readonly isUnreadable: boolean
  /** Null: this part is not asked of the person. */
  readonly codeOf: (part: Part, on: Day) => string | null
}

const toPerson = (files: readonly SealedFile[], first: SealedFile, year: number): Person => {
  const end = `${year}-12-31`
  const stages = files.flatMap((file) => current(file.stages)).filter(({ on }) => on <= end)
  const [account] = files
    .flatMap((file) => file.account ?? [])
    .sort((a, b) => b.at.getTime() - a.at.getTime())
  const answers = account?.answers
  const said = <T>(of: (answers: CountedAnswers) => T, nothing: T, damaged: T): T =>
    account === undefined ? nothing : answers === null || answers === undefined ? damaged : of(answers)
  const form = said<string>(formGroupOf, NOT_ASKED, NOT_KNOWN)
  const outcome = outcomeOf(stages)
  const codeOf = (part: Part, on: Day): string | null => {
    switch (part) {
      case 'form':
        return form
      case 'sector':
        return form === 'labour' ? said(({ sector }) => sector || NOT_ASKED, NOT_ASKED, NOT_KNOWN) : null
      case 'sex':
        return sexOf(first.sex)
      case 'age':
        return ageGroupOf(first.ages, on)
      case 'nationality':
        return nationalityOf(first.nationalities, on)
      case 'recruitment':
        return said(({ recruitedIn }) => recruitmentOf(recruitedIn), NOT_ASKED, NOT_KNOWN)
      case 'stage':
        return furthest(stages)
      case 'outcome':
        return outcome
      case 'choice':
        return said<string>(({ choice }) => choice, NOT_ASKED, NOT_ASKED)
    }
  }
  return { days: daysOf(files, stages, outcome), isUnreadable: answers === null, codeOf }
}

const NONE: Cells = { notified: 0, identified: 0, accompanied: 0 }
const plus = (cells: Cells, columns: readonly Column[]): Cells => ({
  notified: cells.notified + Number(columns.includes('notified')),
  identified: cells.identified + Number(columns.includes('identified')),
  accompanied: cells.accompanied + Number(columns.includes('accompanied')),
})

/** The table of a year that is over. Pure: what goes in is forgotten by the caller. */
export const countTrafficking = (year: number, files: readonly SealedFile[]): ExactTable => {
  const byPerson = new Map<string, SealedFile[]>()
  for (const file of files) byPerson.set(file.personId, [...(byPerson.get(file.personId) ?? []), file])
  const counts = new Map(PARTS.codes.map((part) => [part, new Map<string, Cells>()]))
  let totals = NONE
  let unreadable = 0
  for (const own of byPerson.values()) {
    const [first] = own
    if (first === undefined) continue
    const { days, codeOf, isUnreadable } = toPerson(own, first, year)
    const columns = COLUMNS.codes.filter((column) => days[column]?.startsWith(`${year}-`))
    if (columns.length === 0) continue
    totals = plus(totals, columns)
    if (isUnreadable) unreadable += 1
    // Age and nationality are of the day that is counted, which differs from column to column.
    for (const [part, lines] of counts)
      for (const column of columns) {
        const code = codeOf(part, days[column] ?? '')
        if (code !== null) lines.set(code, plus(lines.get(code) ?? NONE, [column]))
      }
  }
  const parts = [...counts].map(([part, lines]) => {
    const fixed = linesOf(part)
    const others = [...lines.keys()].filter((code) => !fixed.includes(code)).sort()
    return {
      part,
      lines: [...others, ...fixed].map((code) => ({ code, cells: lines.get(code) ?? NONE })),
    }
  })
  return { year, totals, parts, unreadable }
}
