// The closed vocabularies of the country room: what a reference file may say, and what messages must name.

import { type CodeOf, part, vocabulary, without } from '@/lib/shared/vocabulary'

/** Reading order of a country. */
export const CHAPTERS = vocabulary('countries.chapters', [
  'people',
  'migration',
  'protection',
  'detention',
  'minors',
  'trafficking',
  'law',
  'actors',
])
export type Chapter = CodeOf<typeof CHAPTERS>

/** Chapters with a page of their own, drawn figure by figure; law and actors have lists instead. */
export const DRAWN_CHAPTERS = part('countries.drawn-chapters', CHAPTERS, [
  'people',
  'migration',
  'protection',
  'detention',
  'minors',
  'trafficking',
])
export type DrawnChapter = CodeOf<typeof DRAWN_CHAPTERS>

/** Finer than chapters; the filter of the table of facts. */
export const TOPICS = vocabulary('countries.topics', [
  'migration-flow',
  'asylum',
  'return',
  'resettlement',
  'geography',
  'demography',
  'economy',
  'language',
  'religion',
  'migration-stock',
  'citizenship',
  'irregular-migration',
  'emigration',
  'detention',
  'uam',
  'trafficking',
  'trafficking-justice',
  'law',
  'reception',
  'organisation',
  'state',
  'migration',
  'church',
])
export type Topic = CodeOf<typeof TOPICS>

// Topics that only sentences have; no figure is filed under them.

/** Topics that hold figures: the filter of the table of facts, and what messages name. */
export const FACT_TOPICS = without('countries.fact-topics', TOPICS, ['state', 'migration', 'church'])

/** What a figure counts. */
export const UNITS = vocabulary('countries.units', [
  'persons',
  'percent',
  'year',
  'km2',
  'count',
  'years',
  'usd',
  'index',
  'rank',
  'applications',
  'ranking',
  'places',
  'ratio',
  'cases',
  'eur',
])
export type Unit = CodeOf<typeof UNITS>

/** How sure the profile is of a figure. */
export const QUALIFIERS = vocabulary('countries.qualifiers', [
  'exact',
  'only',
  'up_to',
  'less_than',
  'about',
  'rounded',
  'at_least',
  'range',
])
export type Qualifier = CodeOf<typeof QUALIFIERS>

/** Kinds of legal text and policy. */
export const LAW_KINDS = vocabulary('countries.law-kinds', [
  'act',
  'amendment',
  'decision',
  'eu-directive',
  'measure',
  'policy',
  'scheme',
  'circular',
  'eu-instrument',
  'programme',
  'agreement',
])
export type LawKind = CodeOf<typeof LAW_KINDS>

/** Themes of the law timeline. */
export const LAW_THEMES = vocabulary('countries.law-themes', [
  'entry',
  'reception',
  'protection',
  'minors',
  'trafficking',
  'nationality',
])
export type LawTheme = CodeOf<typeof LAW_THEMES>

/** Kinds of body. */
export const ACTOR_KINDS = vocabulary('countries.actor-kinds', [
  'government',
  'ministry',
  'agency',
  'court',
  'public-institution',
  'platform',
  'police',
  'federated-entity',
  'centre-group',
  'justice',
  'institution',
  'church-body',
  'network',
  'ngo',
  'group',
  'un',
  'eu',
  'igo',
  'data-portal',
  'monitoring-body',
  'foreign-government',
  'unclear',
  'foundation',
])
export type ActorKind = CodeOf<typeof ACTOR_KINDS>

/** Who stands behind a body. */
export const ACTOR_SECTORS = vocabulary('countries.actor-sectors', [
  'state',
  'intergovernmental',
  'church',
  'ngo',
  'unclear',
])
export type ActorSector = CodeOf<typeof ACTOR_SECTORS>

/** How far a body reaches. */
export const ACTOR_LEVELS = vocabulary('countries.actor-levels', [
  'federal',
  'regional',
  'country',
  'europe',
  'world',
])
export type ActorLevel = CodeOf<typeof ACTOR_LEVELS>

/** What a body works on, as far as the profile says. */
export const ACTOR_TOPICS = vocabulary('countries.actor-topics', [
  'asylum',
  'reception',
  'detention',
  'return',
  'minors',
  'trafficking',
  'integration',
  'nationality',
  'rights',
  'figures',
  'church',
])
export type ActorTopic = CodeOf<typeof ACTOR_TOPICS>

/** Why two figures disagree. */
export const CONTRADICTION_KINDS = vocabulary('countries.contradiction-kinds', [
  'internal-contradiction',
  'arithmetic',
  'suspected-error',
  'naming',
])
export type ContradictionKind = CodeOf<typeof CONTRADICTION_KINDS>

/** Kinds of place. */
export const PLACE_KINDS = vocabulary('countries.place-kinds', [
  'closed_centre',
  'return_home',
  'inad_centre',
  'country',
  'region',
  'city',
  'community',
  'registration_centre',
  'station',
  'sea',
  'border_country',
  'closed_centre_group',
  'reception_centre_group',
])
export type PlaceKind = CodeOf<typeof PLACE_KINDS>

/** Where a person is held, as far as the application follows it. */
export const DETENTION_KINDS = part('countries.held-kinds', PLACE_KINDS, [
  'closed_centre',
  'return_home',
  'inad_centre',
])

/** Places of the country profile outside the closed centres, where an activity or an appointment may be. */
export const OUTSIDE_PLACES = part('countries.places-outside', PLACE_KINDS, [
  'return_home',
  'registration_centre',
  'inad_centre',
  'station',
])

/** How well a day is known; `consulted` is the day we read an undated page. */
export const PRECISIONS = vocabulary('countries.precisions', ['day', 'month', 'year', 'consulted'])
export type Precision = CodeOf<typeof PRECISIONS>

/** How well the date of a law is known. */
export const LAW_PRECISIONS = vocabulary('countries.law-precisions', ['day', 'month', 'year', 'none'])
export type LawPrecision = CodeOf<typeof LAW_PRECISIONS>

/** Who drew up a list of safe countries of origin: the country itself, or the European Union. */
export const SAFE_LIST_ISSUERS = vocabulary('countries.safe-list-issuers', ['eu', 'national'])
export type SafeListIssuer = CodeOf<typeof SAFE_LIST_ISSUERS>
