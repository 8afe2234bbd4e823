import type { Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import type { Answer, ChildView, Giver, Purpose, Scope } from './vocabulary.rules'

/**
 * Does what someone agreed to cover this, now? app.consent_gap says the same in the database and decides; this says it of rows
 * that are on a page already, with the row that is why. A test holds the two together (docs/adr/0048).
 */
export type ConsentFacts = {
  readonly id: string
  readonly personId: string
  readonly purpose: Purpose
  /** "actor:…", "kind:…", "named" or "house". */
  readonly recipient: string
  readonly scopes: readonly Scope[]
  readonly answer: Answer
  readonly askedOn: Day
  readonly expiresAt: Date | null
  readonly givenBy: Giver | null
  readonly isMinor: boolean
  readonly childView: ChildView | null
  readonly recordedAt: Date
  readonly withdrawn: { readonly on: Day; readonly recordedAt: Date } | null
  readonly isMistake: boolean
}

export const GAPS = vocabulary('consents.gaps', [
  'not_asked',
  'refused',
  'withdrawn',
  'expired',
  'guardian',
  'child',
  'scope',
])
export type Gap = CodeOf<typeof GAPS>

export type Wanted = {
  readonly personId: string
  readonly purpose: Purpose
  /** As in ConsentFacts; a named recipient is asked for by the consent that names it, "named:<id>". */
  readonly recipient: string
  readonly scopes: readonly Scope[]
}

/** How someone else’s trigger and form name the recipient of a consent. */
export const recipientOf = ({ id, recipient }: Pick<ConsentFacts, 'id' | 'recipient'>): string =>
  recipient === 'named' ? `named:${id}` : recipient

const isLater = (one: { on: Day; at: Date }, other: { on: Day; at: Date }): boolean =>
  one.on === other.on ? one.at > other.at : one.on > other.on
const moment = ({ askedOn, recordedAt }: ConsentFacts) => ({ on: askedOn, at: recordedAt })

type No = {
  readonly row: ConsentFacts
  readonly what: 'refused' | 'withdrawn'
  readonly on: Day
  readonly at: Date
}
const noesOf = (row: ConsentFacts): No[] => [
  ...(row.answer === 'refused'
    ? [{ row, what: 'refused' as const, on: row.askedOn, at: row.recordedAt }]
    : []),
  ...(row.withdrawn === null
    ? []
    : [{ row, what: 'withdrawn' as const, on: row.withdrawn.on, at: row.withdrawn.recordedAt }]),
]

/** Of what was given and never withdrawn. */
const ownGap = (row: ConsentFacts, now: Date): Gap | null => {
  if (row.expiresAt !== null && row.expiresAt <= now) return 'expired'
  if (row.isMinor && row.givenBy !== 'guardian' && row.givenBy !== 'parent') return 'guardian'
  if (row.isMinor && row.childView !== 'agrees' && row.childView !== 'too_young') return 'child'
  return null
}

const gapOf = (row: ConsentFacts, noes: readonly No[], scopes: readonly Scope[], now: Date): Gap | null => {
  if (row.answer !== 'given') return row.answer
  if (row.withdrawn !== null) return 'withdrawn'
  const [later] = noes
    .filter((no) => no.row.id !== row.id && isLater(no, moment(row)))
    .filter(({ row: { scopes: of } }) => of.length === 0 || of.some((scope) => scopes.includes(scope)))
    .sort((a, b) => (isLater(a, b) ? -1 : 1))
  if (later !== undefined) return later.what
  return ownGap(row, now) ?? (scopes.every((scope) => row.scopes.includes(scope)) ? null : 'scope')
}

/** Why it is not covered, with the row that says so; null when it is. */
export const consentGap = (
  rows: readonly ConsentFacts[],
  wanted: Wanted,
  now: Date,
): { readonly gap: Gap; readonly because: ConsentFacts | null } | null => {
  const current = rows
    .filter(
      (row) =>
        !row.isMistake &&
        row.personId === wanted.personId &&
        row.purpose === wanted.purpose &&
        recipientOf(row) === wanted.recipient,
    )
    .sort((a, b) => (isLater(moment(a), moment(b)) ? -1 : 1))
  const noes = current.flatMap(noesOf)
  const said = current.map((row) => ({ row, gap: gapOf(row, noes, wanted.scopes, now) }))
  if (said.some(({ gap }) => gap === null)) return null
  const [last] = said
  return { gap: last?.gap ?? 'not_asked', because: last?.row ?? null }
}

/** How one row stands by itself: what the page says beside it. */
export const currentOf = (
  row: ConsentFacts,
  rows: readonly ConsentFacts[],
  now: Date,
): 'given' | 'mistake' | Gap => {
  if (row.isMistake) return 'mistake'
  const alike = rows.filter(
    (one) =>
      !one.isMistake &&
      one.personId === row.personId &&
      one.purpose === row.purpose &&
      recipientOf(one) === recipientOf(row),
  )
  return gapOf(row, alike.flatMap(noesOf), row.scopes, now) ?? 'given'
}
