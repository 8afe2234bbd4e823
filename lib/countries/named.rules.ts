// What a profile names without counting: groups, purposes, reasons, routes, nationalities.

import type { NationalityRole } from './chart-vocabulary.rules'
import type { Texts } from './fact.rules'
import type { Chapter } from './vocabulary.rules'

export type ThingKind =
  | 'group'
  | 'world_region'
  | 'exploitation_purpose'
  | 'exploitation_sector'
  | 'vulnerable_group'
  | 'emigration_reason'
  | 'transit_reason'
  | 'pro_migrantibus_activity'

export type Thing = { readonly kind: ThingKind; readonly label: Texts; readonly detail: Texts | null }

export type Route = {
  /** ISO 3166-1, or the slug of a world region. */
  readonly from: readonly string[]
  readonly via: readonly string[]
  readonly to: readonly string[]
  readonly who: Texts
}

export type NamedThings = {
  readonly things: readonly Thing[]
  readonly routes: readonly Route[]
  readonly nationalities: readonly { readonly iso2: string; readonly roles: readonly NationalityRole[] }[]
}

const KINDS: Readonly<Record<Chapter, readonly ThingKind[]>> = {
  people: ['group'],
  migration: ['emigration_reason', 'transit_reason', 'world_region'],
  protection: [],
  detention: [],
  minors: [],
  trafficking: ['exploitation_purpose', 'exploitation_sector', 'vulnerable_group'],
  law: [],
  actors: ['pro_migrantibus_activity'],
}

/** The lists of a chapter, in its order; a list that the profile leaves empty is left out. */
export const thingsOf = (
  { things }: NamedThings,
  chapter: Chapter,
): readonly { readonly kind: ThingKind; readonly own: readonly Thing[] }[] =>
  KINDS[chapter]
    .map((kind) => ({ kind, own: things.filter((thing) => thing.kind === kind) }))
    .filter(({ own }) => own.length > 0)
