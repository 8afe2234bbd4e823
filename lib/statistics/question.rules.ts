/** A question in one word, for addresses, forms and the register: the whole closed list of what may be asked. */
import { type Profile, profiles } from './disclosure.rules'
import { hierarchyOf } from './hierarchy.rules'
import {
  type Dimension,
  dimensions,
  findBreakdown,
  isTableId,
  type MeasureId,
  measureIds,
  measures,
  tables,
} from './measure.rules'
import type { Only } from './table.rules'

export type Asked = {
  measure: MeasureId
  also: readonly Dimension[]
  /** Finest level wished for each dimension, first the measure's own; null is as fine as can be. */
  levels: readonly (string | null)[]
  only: Only | null
  profile: Profile
}

/** Levels of the dimensions that have more than one; the leaves of the others come from the installation's lists. */
const noDomains = { centre: [], office: [], topic: [], signal: [] }
export const levelsOf = (dimension: Dimension): readonly string[] =>
  hierarchyOf(dimension, noDomains).levels.map((level) => level.id)

const toDimension = (text: string | undefined): Dimension | null => dimensions.match(text) ?? null
const node = /^[A-Za-z0-9_+-]{1,60}$/

/** 'public/peopleByNationality/nationality:region,age/age:minor'. */
export function toCode({ measure, also, levels, only, profile }: Asked): string {
  const by = [measures[measure].dimension, ...also].map((dimension, i) => {
    const level = levels[i] ?? null
    return level === null ? dimension : `${dimension}:${level}`
  })
  return [profile, measure, by.join(','), only === null ? 'all' : `${only.dimension}:${only.node}`].join('/')
}

const preset = (text: string): Asked | null =>
  isTableId(text) ? { ...tables[text], levels: [], only: null, profile: 'public' } : null

/** The question of a word, or null when it may not be asked. */
export function findAsked(code: string): Asked | null {
  const [profileWord, measureWord, byWord = '', onlyWord = '', ...rest] = code.split('/')
  if (measureWord === undefined) return preset(code)
  const profile = profiles.match(profileWord)
  const measure = measureIds.match(measureWord)
  if (!profile || !measure || rest.length > 0) return null
  const by = byWord.split(',').map((word) => {
    const [name, level = null, ...more] = word.split(':')
    const dimension = toDimension(name)
    const isKnown = dimension && more.length === 0 && (level === null || levelsOf(dimension).includes(level))
    return isKnown ? { dimension, level } : null
  })
  const known = by.flatMap((one) => one ?? [])
  const also = known.slice(1).map((one) => one.dimension)
  const only = onlyWord === 'all' ? null : findOnly(onlyWord)
  if (known.length !== by.length || known[0]?.dimension !== measures[measure].dimension) return null
  if (findBreakdown(measures[measure], also) === null) return null
  if (onlyWord !== 'all' && (only === null || !known.some((one) => one.dimension === only.dimension)))
    return null
  return { measure, also, levels: known.map((one) => one.level), only, profile }
}

function findOnly(word: string): Only | null {
  const [name, value = '', ...rest] = word.split(':')
  const dimension = toDimension(name)
  return dimension && rest.length === 0 && node.test(value) ? { dimension, node: value } : null
}

/** What the numbers of a question count; null for a word that is none. */
export const countsOf = (code: string): 'persons' | 'events' | null => {
  const asked = findAsked(code)
  return asked && measures[asked.measure].counts
}

/** What someone put together from lists: a unit, dimensions with their levels, one node. Null when they do not go together. */
export function compose(words: {
  count: string | undefined
  by: readonly (string | undefined)[]
  only: string | undefined
  profile: string | undefined
}): Asked | null {
  const profile = profiles.match(words.profile ?? 'public')
  if (profile === null) return null
  const only = findOnly(words.only ?? '')
  if (words.only && only === null) return null
  const wished = words.by.flatMap((word) => (word ? [word] : []))
  const isBy = only !== null && wished.some((word) => word.split(':')[0] === only.dimension)
  // Anyone who looks at one group alone has asked for its dimension, at the level at which the group stands.
  const by = only === null || isBy ? wished : [...wished, only.dimension]
  const levelled = by.map((word) => {
    if (only === null || word.split(':')[0] !== only.dimension) return word
    const level = levelOfNode(only)
    return level === null ? only.dimension : `${only.dimension}:${level}`
  })
  const unit = measureIds.codes.map((id) => measures[id]).filter((one) => one.unit === words.count)
  const own = unit.find((one) => levelled.some((word) => word.split(':')[0] === one.dimension))
  if (own === undefined) return null
  const isFirst = (word: string): boolean => word.split(':')[0] === own.dimension
  const ordered = [...levelled.filter(isFirst), ...levelled.filter((word) => !isFirst(word))]
  const onlyWord = only === null ? 'all' : `${only.dimension}:${only.node}`
  return findAsked([profile, own.id, ordered.join(','), onlyWord].join('/'))
}

/** The coarsest level at which a node stands by itself: the fewer cells beside it, the more of them can be printed. */
function levelOfNode(only: Only): string | null {
  const levels = hierarchyOf(only.dimension, noDomains).levels
  const level = levels.findLast((one) => [...one.nodeOf.values()].includes(only.node))
  return level?.id ?? null
}
