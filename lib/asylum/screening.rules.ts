import type { Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/**
 * What a screening of vulnerability looks at. The first seven are the people of art. 36 of the Reception Act and of art. 24 of Directive (EU)
 * 2024/1346, gathered by what one asks about (to confirm); the last two are our own choice. It says what was seen and never what someone has: no
 * level is a diagnosis.
 */
export const DOMAINS = vocabulary('asylum.screening-domains', [
  'health',
  'mind',
  'violence',
  'exploitation',
  'gender',
  'age',
  'family',
  'communication',
  'daily',
])
export type Domain = CodeOf<typeof DOMAINS>

/** No sign, some signs, strong signs, not looked at. Words of one length, so that a cipher does not tell them by how long it is. */
export const LEVELS = vocabulary('asylum.screening-levels', ['none', 'some', 'high', 'open'])
export type Level = CodeOf<typeof LEVELS>

/** null: what is kept cannot be read. */
export type Levels = Readonly<Record<Domain, Level | null>>
export type Screened = Levels & {
  readonly id: string
  readonly personId: string
  readonly screened: Day
  readonly again: Day | null
}

/** The same rows, the latest day last; of one day as they were written down. */
const inOrder = <S extends Screened>(rows: readonly S[]): readonly S[] =>
  [...rows].sort((a, b) => a.screened.localeCompare(b.screened) || a.id.localeCompare(b.id))

/** The one before it, of the same person. */
export const beforeOf = <S extends Screened>(rows: readonly S[], row: S): S | null => {
  const own = inOrder(rows.filter(({ personId }) => personId === row.personId))
  return own[own.findIndex(({ id }) => id === row.id) - 1] ?? null
}

export const TRENDS = vocabulary('asylum.screening-trends', ['better', 'same', 'worse'])
export type Trend = CodeOf<typeof TRENDS>

const HEIGHT = { none: 0, some: 1, high: 2 } as const satisfies Record<Exclude<Level, 'open'>, number>
const heightOf = (level: Level | null): number | null =>
  level === null || level === 'open' ? null : HEIGHT[level]

/** Whether it is better or worse than before; null where one of the two was not looked at. */
export const trendOf = (now: Level | null, before: Level | null): Trend | null => {
  const [to, from] = [heightOf(now), heightOf(before)]
  if (to === null || from === null) return null
  if (to === from) return 'same'
  return to < from ? 'better' : 'worse'
}

/** The last screening of each person: its day to look again is the one that counts. */
export const latestOf = <S extends Screened>(rows: readonly S[]): readonly S[] => {
  const sorted = inOrder(rows)
  return sorted.filter(
    ({ personId }, index) => !sorted.slice(index + 1).some((later) => later.personId === personId),
  )
}

/** In which domain a special need of the list "vulnerability" would be seen; what is not here belongs to none. */
const DOMAIN_OF: Readonly<Record<string, Domain>> = {
  disability: 'health',
  serious_illness: 'health',
  pregnant: 'health',
  mental_disorder: 'mind',
  torture_violence: 'violence',
  sexual_violence: 'violence',
  fgm: 'violence',
  thb: 'exploitation',
  lgbti: 'gender',
  minor: 'age',
  uam: 'age',
  elderly: 'age',
  single_parent: 'family',
}

/** Needs that last, in a domain of which the last screening of that person says that there is no sign. */
export const contradicted = <
  N extends { readonly personId: string; readonly need: string; readonly endedOn: Day | null },
>(
  rows: readonly Screened[],
  needs: readonly N[],
): readonly { readonly need: N; readonly domain: Domain }[] =>
  latestOf(rows).flatMap((row) =>
    needs.flatMap((need) => {
      const domain = DOMAIN_OF[need.need]
      return need.personId === row.personId &&
        need.endedOn === null &&
        domain !== undefined &&
        row[domain] === 'none'
        ? [{ need, domain }]
        : []
    }),
  )
