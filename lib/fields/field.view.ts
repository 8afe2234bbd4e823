import { LOCALES, type Locale } from '@/lib/i18n/locales'
import type { NextEdition } from './field.data'
import {
  classesFor,
  conditionFault,
  type Edition,
  type FieldCondition,
  type FieldOption,
  levelsFor,
  MOST_CONDITIONS,
  type OwnField,
  type Words,
} from './field.rules'
import type { ConditionInput, EditionInput, NewFieldInput } from './field.schema'
import { rulesOf } from './owner.rules'

type AllWords = Readonly<Record<Locale, string>>
export const toAllWords = (words: Words = {}): AllWords => ({
  en: words.en ?? '',
  fr: words.fr ?? '',
  nl: words.nl ?? '',
  de: words.de ?? '',
})

/** The lines of a list, each once, with codes that are free. */
export const toOptions = (
  lines: string,
  locale: Locale,
  before: readonly FieldOption[] = [],
): FieldOption[] => {
  const said = [...new Set(lines.split('\n').map((line) => line.trim().slice(0, 80)))].filter(
    (line) => line !== '',
  )
  const fresh = said.filter((line) => !before.some(({ labels }) => labels[locale] === line))
  return [
    ...before,
    ...fresh.map((line, index) => ({
      code: `v${before.length + index + 1}`,
      labels: { [locale]: line },
      isOffered: true,
    })),
  ]
}

/** What a new field is published as; everything beside is asked of it later. */
export const toFirstEdition = (
  { labels, type, part, options, because }: NewFieldInput,
  { locale, position }: { readonly locale: Locale; readonly position: number },
): NextEdition => ({
  state: 'live',
  labels,
  help: {},
  section: {},
  part,
  position,
  required: 'optional',
  level: 'never',
  offices: [],
  kinds: [],
  nationalities: [],
  conditions: [],
  options: type === 'one' || type === 'several' ? toOptions(options, locale) : [],
  because,
  undoes: null,
})

const toCondition = ({ on, codes }: ConditionInput): FieldCondition[] =>
  on === ''
    ? []
    : on === 'minor' || on === 'adult'
      ? [{ kind: on }]
      : [{ kind: 'answer', fieldId: on, codes }]

export const toNextEdition = (input: EditionInput, field: OwnField, locale: Locale): NextEdition => {
  const { labels, help, section, part, position, required, level, offices, kinds, because } = input
  return {
    state: field.now.state,
    labels,
    help,
    section,
    part,
    position: Number(position),
    required,
    level,
    offices,
    kinds,
    nationalities: input.nationalities
      .toUpperCase()
      .split(/[\s,;]+/u)
      .filter((one) => one !== ''),
    conditions: input.conditions.flatMap(toCondition),
    options:
      field.type === 'one' || field.type === 'several' ? toOptions(input.more, locale, input.options) : [],
    because,
    undoes: null,
  }
}

/** The edition before the last one, to be published again; null without one. Values that a list got since stay, and are not offered. */
export const editionBefore = ({ editions, now }: OwnField): NextEdition | null => {
  const before = editions.at(-2)
  if (before === undefined) return null
  const options = now.options.map(
    (option) => before.options.find(({ code }) => code === option.code) ?? { ...option, isOffered: false },
  )
  return { ...before, options, undoes: before.edition }
}

const toConditionInput = (condition: FieldCondition | undefined): ConditionInput => {
  if (condition === undefined) return { on: '', codes: [] }
  return condition.kind === 'answer'
    ? { on: condition.fieldId, codes: [...condition.codes] }
    : { on: condition.kind, codes: [] }
}

/** A field as its form holds it. */
export const toEditionForm = ({ id, now }: OwnField): EditionInput => ({
  fieldId: id,
  version: now.edition,
  labels: toAllWords(now.labels),
  help: toAllWords(now.help),
  section: toAllWords(now.section),
  part: now.part,
  position: String(now.position),
  required: now.required,
  level: now.level,
  offices: [...now.offices],
  kinds: [...now.kinds],
  nationalities: now.nationalities.join(' '),
  conditions: Array.from({ length: MOST_CONDITIONS }, (_, index) => toConditionInput(now.conditions[index])),
  options: now.options.map(({ code, labels, isOffered }) => ({
    code,
    labels: toAllWords(labels),
    isOffered,
  })),
  more: '',
  because: '',
})

/** The field as it would be published from its form now, for the preview. */
export const toDraft = (field: OwnField, input: EditionInput, locale: Locale): OwnField => {
  const now: Edition = {
    ...toNextEdition(input, field, locale),
    edition: field.now.edition,
    publishedAt: field.now.publishedAt,
  }
  return { ...field, now, editions: [now] }
}

/** The languages of `wanted` in which nothing is said. */
export const missingLanguages = (words: Words, wanted: readonly Locale[]): Locale[] =>
  LOCALES.codes.filter((locale) => wanted.includes(locale) && (words[locale] ?? '').trim() === '')

type PublishFault = {
  readonly code: 'required' | 'unknownChoice' | 'conditionTooDeep' | 'tooManyFields'
  readonly at: string
}

/** What stands in the way of publishing an edition, and at which field of its form; null: nothing. */
export const publishFault = (
  field: Pick<OwnField, 'id' | 'owner' | 'fieldClass'>,
  {
    labels,
    level,
    kinds,
    nationalities,
    conditions,
    state,
  }: Pick<NextEdition, 'labels' | 'level' | 'kinds' | 'nationalities' | 'conditions' | 'state'>,
  fields: readonly OwnField[],
  languages: readonly Locale[],
): PublishFault | null => {
  const [missing] = missingLanguages(labels, languages)
  if (missing !== undefined) return { code: 'required', at: `labels.${missing}` }
  if (!classesFor(field).includes(field.fieldClass)) return { code: 'unknownChoice', at: 'fieldClass' }
  if (!rulesOf(field).isAboutPeople && (kinds.length > 0 || nationalities.length > 0))
    return { code: 'unknownChoice', at: kinds.length > 0 ? 'kinds' : 'nationalities' }
  if (state === 'live' && !levelsFor(field).includes(level)) return { code: 'unknownChoice', at: 'level' }
  const fault = conditionFault(field, conditions, fields)
  if (fault !== null) return { code: fault, at: 'conditions.0.on' }
  const live = fields.filter(
    (one) => one.owner === field.owner && one.id !== field.id && one.now.state === 'live',
  )
  return state === 'live' && live.length >= rulesOf(field).most ? { code: 'tooManyFields', at: '' } : null
}
