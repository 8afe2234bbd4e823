import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Kinds of places that an organisation adds itself. Where people are held, two admins decide (app.apply_edition). */
export const OWN_PLACE_KINDS = vocabulary('lists.own-place-kinds', [
  'shelter',
  'reception_centre',
  'court',
  'police',
  'hospital',
  'office',
  'return_home',
  'inad_centre',
])
export type OwnPlaceKind = CodeOf<typeof OWN_PLACE_KINDS>

/** Kinds of the places that a settings page lists: where people are held, and one's own. */
export const SET_PLACE_KINDS = vocabulary('lists.set-place-kinds', [
  'closed_centre',
  'return_home',
  'inad_centre',
  'shelter',
  'reception_centre',
  'court',
  'police',
  'hospital',
  'office',
])
/** What colleagues need to know for a visit to a place; empty where no one said it. */
export type VisitFacts = { readonly hours: string; readonly phone: string; readonly bring: string }
export const NO_FACTS: VisitFacts = { hours: '', phone: '', bring: '' }
export const hasFacts = ({ hours, phone, bring }: VisitFacts): boolean => `${hours}${phone}${bring}` !== ''

export type SetPlaceKind = CodeOf<typeof SET_PLACE_KINDS>
