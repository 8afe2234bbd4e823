import type { AGES, REGIONS } from '@/lib/countries/help-body.rules'
import { addMonths, type Day } from '@/lib/shared/dates'
import { toPlain } from '@/lib/shared/plain'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Who works beside the organisation, and is written down by it (docs/adr/0176). */
export const PARTNER_KINDS = vocabulary('partners.kinds', [
  'lawyer',
  'legal_aid',
  'interpreter',
  'health',
  'shelter',
  'social_service',
  'school',
  'authority',
  'court',
  'organisation',
  'other',
])
export type PartnerKind = CodeOf<typeof PARTNER_KINDS>

/** How an interpreter comes. */
export const COMING_WAYS = vocabulary('partners.ways', ['there', 'phone', 'video'])

/** So many an organisation may have: a page and a choice show all of them. */
export const MOST_PARTNERS = 2000

export type Partner = {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly kind: PartnerKind
  readonly languages: readonly string[]
  /** Languages of it and of the people at it. */
  readonly spoken: readonly string[]
  readonly regions: readonly CodeOf<typeof REGIONS>[]
  readonly ages: CodeOf<typeof AGES>
  readonly takes: string
  readonly hours: string
  readonly freePlaces: number | null
  readonly freeOn: Day | null
  readonly howTo: string
  readonly phone: string
  readonly email: string
  readonly actorSlug: string | null
  readonly checkedOn: Day | null
  readonly isRetired: boolean
  /** The partner that it is the same as; null where it is used itself. */
  readonly sameAs: string | null
  /** Since when no one is referred to it; null where it may be. */
  readonly warnedOn: Day | null
}

/** Confirmed by a colleague more than twelve months ago, or never. */
export const isStale = ({ checkedOn }: Pick<Partner, 'checkedOn'>, today: Day): boolean =>
  checkedOn === null || checkedOn < addMonths(today, -12)

/** It said itself that it has no free place. */
export const isFull = ({ freePlaces }: Pick<Partner, 'freePlaces'>): boolean => freePlaces === 0

/** Whether it may be chosen: neither retired nor written down twice. A warning is said and stops later. */
export const isOffered = ({ isRetired, sameAs }: Pick<Partner, 'isRetired' | 'sameAs'>): boolean =>
  !isRetired && sameAs === null

/** The partner that is used where this one is named. */
export const resolve = <P extends Pick<Partner, 'id' | 'sameAs'>>(
  partners: readonly P[],
  id: string,
): P | undefined => {
  const named = partners.find((one) => one.id === id)
  return named === undefined || named.sameAs === null
    ? named
    : partners.find((one) => one.id === named.sameAs)
}

export type PartnerFilter = {
  readonly words: string
  readonly kind: string
  readonly language: string
  readonly region: string
}

/** What fits what is looked for. One without regions serves everywhere; one that names no language is left out of a search for one. */
export const fits = (
  { name, takes, kind, spoken, regions }: Pick<Partner, 'name' | 'takes' | 'kind' | 'spoken' | 'regions'>,
  filter: PartnerFilter,
): boolean =>
  (filter.kind === '' || filter.kind === kind) &&
  (filter.language === '' || spoken.includes(filter.language)) &&
  (filter.region === '' || regions.length === 0 || regions.some((region) => region === filter.region)) &&
  toPlain(`${name} ${takes}`).includes(toPlain(filter.words.trim()))
