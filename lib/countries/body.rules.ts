// A body is an institution or organisation of a country: "actor" already means the person who acts in this application.

import type { Locale } from '@/lib/i18n/locales'
import type { Day } from '@/lib/shared/dates'
import { fold, type Texts } from './fact.rules'
import {
  ACTOR_TOPICS,
  type ActorKind,
  type ActorLevel,
  type ActorSector,
  type ActorTopic,
} from './vocabulary.rules'

export type Body = {
  readonly slug: string
  readonly name: Texts
  readonly aliases: readonly string[]
  readonly kind: ActorKind
  readonly sector: ActorSector
  readonly level: ActorLevel | null
  readonly topics: readonly ActorTopic[]
  readonly regions: readonly string[]
  readonly role: Texts
  readonly city: string | null
  readonly founded: string | null
  readonly parent: Texts | null
  readonly note: Texts | null
  readonly recordedOn: Day
}

export type BodyFilter = {
  readonly sector: ActorSector | null
  readonly level: ActorLevel | null
  readonly topic: ActorTopic | null
  readonly region: string | null
  readonly text: string
}

type Work = Pick<Body, 'kind' | 'level' | 'topics'>
const WITH_PEOPLE: ReadonlySet<ActorTopic> = new Set<ActorTopic>([
  'asylum',
  'reception',
  'detention',
  'minors',
  'trafficking',
])
const NEARBY: ReadonlySet<ActorLevel | null> = new Set<ActorLevel | null>(['country', 'regional'])

const ORGANISATIONS: ReadonlySet<ActorKind> = new Set<ActorKind>(['ngo', 'foundation', 'centre-group'])
/** What a public body works on that receives people itself. */
const RECEIVING: Readonly<Partial<Record<ActorKind, ActorTopic>>> = {
  agency: 'reception',
  'public-institution': 'rights',
  un: 'return',
}

/**
 * Whether a person can be sent there: organisations that work in the country with people, and of the public bodies those that
 * receive people themselves. A ministry, a network, a church or a source of figures takes no one.
 */
export const takesPeople = ({ kind, level, topics }: Work): boolean => {
  if (ORGANISATIONS.has(kind)) return NEARBY.has(level) && topics.some((topic) => WITH_PEOPLE.has(topic))
  const received = RECEIVING[kind]
  return received !== undefined && topics.includes(received)
}

/** What a body is listed under: first those that take people, then each by the first thing it works on. */
export type BodyGroup = ActorTopic | 'takes' | 'other'
const GROUPS: readonly BodyGroup[] = ['takes', ...ACTOR_TOPICS.codes, 'other']
const groupOf = (body: Body): BodyGroup => {
  const [topic] = body.topics
  if (takesPeople(body)) return 'takes'
  return topic === undefined ? 'other' : topic
}

/** Bodies by what they do, each once; groups without any are left out. */
export const groupBodies = (
  bodies: readonly Body[],
): readonly { readonly group: BodyGroup; readonly own: readonly Body[] }[] =>
  GROUPS.map((group) => ({ group, own: bodies.filter((body) => groupOf(body) === group) })).filter(
    ({ own }) => own.length > 0,
  )

/** Whether anything is chosen. */
export const isBodyFiltered = ({ text, ...chosen }: BodyFilter): boolean =>
  text !== '' || Object.values(chosen).some((choice) => choice !== null)

/** Bodies that fit every choice and whose names, other names or role hold every word looked for. */
export const filterBodies = (
  bodies: readonly Body[],
  filter: BodyFilter,
  locale: Locale,
): readonly Body[] => {
  const words = fold(filter.text).split(/\s+/).filter(Boolean)
  return bodies.filter((body) => {
    if (filter.sector !== null && body.sector !== filter.sector) return false
    if (filter.level !== null && body.level !== filter.level) return false
    if (filter.topic !== null && !body.topics.includes(filter.topic)) return false
    // A body without regions works everywhere, so it fits each of them.
    if (filter.region !== null && body.regions.length > 0 && !body.regions.includes(filter.region))
      return false
    const text = fold([...Object.values(body.name), ...body.aliases, body.role[locale]].join(' '))
    return words.every((word) => text.includes(word))
  })
}
