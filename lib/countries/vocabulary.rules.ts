// The closed vocabularies of the country room: what a reference file may say, and what messages must name.

/** Reading order of a country. */
export const CHAPTERS = [
  'people',
  'migration',
  'protection',
  'detention',
  'minors',
  'trafficking',
  'law',
  'actors',
] as const
export type Chapter = (typeof CHAPTERS)[number]

/** Chapters with a page of their own, drawn figure by figure; law and actors have lists instead. */
export const DRAWN_CHAPTERS = [
  'people',
  'migration',
  'protection',
  'detention',
  'minors',
  'trafficking',
] as const satisfies readonly Chapter[]
export type DrawnChapter = (typeof DRAWN_CHAPTERS)[number]

/** Finer than chapters; the filter of the table of facts. */
export const TOPICS = [
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
] as const
export type Topic = (typeof TOPICS)[number]

// Topics that only sentences have; no figure is filed under them.
type SpokenTopic = 'state' | 'migration' | 'church'

/** Topics that hold figures: the filter of the table of facts, and what messages name. */
export const FACT_TOPICS = TOPICS.filter((topic): topic is Exclude<Topic, SpokenTopic> => {
  const spoken: readonly Topic[] = ['state', 'migration', 'church']
  return !spoken.includes(topic)
})

/** What a figure counts. */
export const UNITS = [
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
] as const
export type Unit = (typeof UNITS)[number]

/** How sure the profile is of a figure. */
export const QUALIFIERS = [
  'exact',
  'only',
  'up_to',
  'less_than',
  'about',
  'rounded',
  'at_least',
  'range',
] as const
export type Qualifier = (typeof QUALIFIERS)[number]

/** Kinds of legal text and policy. */
export const LAW_KINDS = [
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
] as const
export type LawKind = (typeof LAW_KINDS)[number]

/** Themes of the law timeline. */
export const LAW_THEMES = [
  'entry',
  'reception',
  'protection',
  'minors',
  'trafficking',
  'nationality',
] as const
export type LawTheme = (typeof LAW_THEMES)[number]

/** Kinds of body. */
export const ACTOR_KINDS = [
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
] as const
export type ActorKind = (typeof ACTOR_KINDS)[number]

/** Who stands behind a body. */
export const ACTOR_SECTORS = ['state', 'intergovernmental', 'church', 'ngo', 'unclear'] as const
export type ActorSector = (typeof ACTOR_SECTORS)[number]

/** How far a body reaches. */
export const ACTOR_LEVELS = ['federal', 'regional', 'country', 'europe', 'world'] as const
export type ActorLevel = (typeof ACTOR_LEVELS)[number]

/** What a body works on, as far as the profile says. */
export const ACTOR_TOPICS = [
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
] as const
export type ActorTopic = (typeof ACTOR_TOPICS)[number]

/** Why two figures disagree. */
export const CONTRADICTION_KINDS = [
  'internal-contradiction',
  'arithmetic',
  'suspected-error',
  'naming',
] as const
export type ContradictionKind = (typeof CONTRADICTION_KINDS)[number]

/** Kinds of place. */
export const PLACE_KINDS = [
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
] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** Where somebody is held, as far as this house follows it. */
export const HELD_KINDS = [
  'closed_centre',
  'return_home',
  'inad_centre',
] as const satisfies readonly PlaceKind[]

/** How well a day is known; `consulted` is the day we read an undated page. */
export const PRECISIONS = ['day', 'month', 'year', 'consulted'] as const
export type Precision = (typeof PRECISIONS)[number]

/** How well the date of a law is known. */
export const LAW_PRECISIONS = ['day', 'month', 'year', 'none'] as const
export type LawPrecision = (typeof LAW_PRECISIONS)[number]

/** Who drew up a list of safe countries of origin: the country itself, or the European Union. */
export const SAFE_LIST_ISSUERS = ['eu', 'national'] as const
export type SafeListIssuer = (typeof SAFE_LIST_ISSUERS)[number]
