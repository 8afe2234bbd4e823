import type { useTranslations } from 'next-intl'
import type { Vocabulary } from '@/lib/shared/vocabulary'
import type { Policy } from './disclosure.rules'
import type { LabelOf } from './file.rules'
import {
  elsewhere,
  endings,
  guardianshipSteps,
  lengths,
  restOfWorld,
  sexes,
  stateless,
  total,
  traffickingSteps,
  unknown,
} from './hierarchy.rules'
import { dimensions } from './measure.rules'

type Translate = ReturnType<typeof useTranslations<'statistics'>>

/** Labels of reference rows by dimension and code, in the reader's language. */
export type ReferenceLabels = Readonly<
  Record<'centre' | 'office' | 'topic' | 'signal', ReadonlyMap<string, string>>
>

/** '16-17' -> '16–17', '60+' -> '60 and over', 'minor' -> 'Under 18'. */
function toAgeLabel(node: string, t: Translate): string {
  if (node === 'minor') return t('age.minor')
  if (node === 'adult') return t('age.adult')
  if (node === unknown) return t('age.unknown')
  if (node.endsWith('+')) return t('age.andOver', { age: node.slice(0, -1) })
  return node.replace('-', '–')
}

const totals = (dimension: string, t: Translate): string => {
  const known = dimensions.match(dimension)
  return known === null ? dimension : t(`total.${known}`)
}

/** Object.keys knows strings only. */
const keysOf = <Key extends string>(steps: Readonly<Record<Key, unknown>>): Key[] => {
  const keys: Key[] = []
  for (const key in steps) keys.push(key)
  return keys
}

function toStepLabel(dimension: string, node: string, t: Translate): string | null {
  if (dimension === 'guardianship') {
    const step = keysOf(guardianshipSteps).find((one) => one === node)
    return step === undefined ? null : t(`step.guardianship.${step}`)
  }
  const step = keysOf(traffickingSteps).find((one) => one === node)
  return step === undefined || dimension !== 'trafficking' ? null : t(`step.trafficking.${step}`)
}

const oneOf = <Code extends string>(codes: Vocabulary<Code>, node: string): Code | 'unknown' | null =>
  node === unknown ? 'unknown' : codes.match(node)

/** '0-28' and '29+' are no names of messages. */
const lengthKeys = { '0-28': 'short', '29+': 'long', unknown: 'unknown' } as const

function toPersonLabel(dimension: 'sex' | 'end' | 'length', node: string, t: Translate): string | null {
  if (dimension === 'sex') {
    const sex = oneOf(sexes, node)
    return sex && t(`sex.${sex}`)
  }
  if (dimension === 'end') {
    const end = oneOf(endings, node)
    return end && t(`end.${end}`)
  }
  const length = oneOf(lengths, node)
  return length && t(`length.${lengthKeys[length]}`)
}

function toOtherLabel(dimension: string, parent: string, name: LabelOf, t: Translate): string {
  return t('otherIn', { group: name(dimension, parent) })
}

/** Names of all nodes: UN M49 groups and countries as CLDR has them, everything else from our own lists. */
export function toLabels(locale: string, reference: ReferenceLabels, t: Translate): LabelOf {
  // 'fallback: code' would print a bare code for a country CLDR does not know; none of ours is in that case.
  const regions = new Intl.DisplayNames(locale, { type: 'region' })
  const nameOf: LabelOf = (dimension, node) => {
    if (node === total) return totals(dimension, t)
    if (node === 'other') return t('other')
    if (node.startsWith('other:')) return toOtherLabel(dimension, node.slice(6), nameOf, t)
    if (node === elsewhere) return t('elsewhere')
    if (dimension === 'age') return toAgeLabel(node, t)
    if (dimension === 'nationality') {
      if (node === stateless) return t('nationality.stateless')
      if (node === unknown) return t('nationality.unknown')
      if (node === restOfWorld) return t('nationality.rest')
      return regions.of(node) ?? node
    }
    if (dimension === 'sex' || dimension === 'end' || dimension === 'length')
      return toPersonLabel(dimension, node, t) ?? node
    if (dimension === 'centre' || dimension === 'office' || dimension === 'topic' || dimension === 'signal')
      return reference[dimension].get(node) ?? node
    return toStepLabel(dimension, node, t) ?? node
  }
  return nameOf
}

/** The plain-language notes that stand under the table and travel in every file. */
export function toMethod(t: Translate, counts: 'persons' | 'events', policy: Policy): readonly string[] {
  const { base, threshold } = policy
  const least = threshold - base + 1
  return [
    t('method.rounding', { base }),
    t('method.threshold', { threshold, span: base - 1 }),
    ...(counts === 'events'
      ? [t('method.events', { least }), t('method.eventsBound', { threshold })]
      : [t('method.persons', { least })]),
    t('method.sums'),
    t('method.withheld'),
    t('method.late'),
    t('method.audit'),
  ]
}
