import type { Locale } from '@/lib/i18n/locales'
import { LOCALES } from '@/lib/i18n/locales'
import { type CodeOf, part, vocabulary } from '@/lib/shared/vocabulary'
import { type FieldOwner, rulesOf } from './owner.rules'

// Fields of an organisation of its own (docs/adr/0166): what may be said of one, and when it is asked. Pure, the same in the browser and on the server.

export const FIELD_TYPES = vocabulary('fields.types', [
  'yes_no',
  'one',
  'several',
  'amount',
  'date',
  'short',
  'long',
  'reference',
  'contact',
  'place',
  'partner',
])
export type FieldType = CodeOf<typeof FIELD_TYPES>

/** How an answer is protected; a sensitive one is encrypted as a whole and stands in no list and no count. */
export const FIELD_CLASSES = vocabulary('fields.classes', ['ordinary', 'sensitive'])
export type FieldClass = CodeOf<typeof FIELD_CLASSES>
export const classesFor = (field: { readonly owner: FieldOwner }): readonly FieldClass[] =>
  FIELD_CLASSES.codes.filter((one) => one === 'ordinary' || rulesOf(field).isAboutPeople)

export const EDITION_STATES = vocabulary('fields.edition-states', ['live', 'retired'])
export const FIELD_PARTS = vocabulary('fields.parts', ['overview', 'person', 'procedure', 'todo'])
export type FieldPart = CodeOf<typeof FIELD_PARTS>
/** None of them ever stands in the way of writing down what happened. */
export const REQUIRED = vocabulary('fields.required', ['optional', 'wanted', 'closing', 'referral'])
export type Required = CodeOf<typeof REQUIRED>
/** What the editor offers today: the others are not looked at yet where a file is closed or someone is referred. */
export const ASKED_FOR = part('fields.asked-for', REQUIRED, ['optional', 'wanted'])
/** From which summary on it may leave: none, one for who knows the person, the whole one alone. */
export const FIELD_LEVELS = vocabulary('fields.levels', ['never', 'known', 'whole'])
export type FieldLevel = CodeOf<typeof FIELD_LEVELS>
/** A sensitive answer leaves with the whole summary or not at all, and what does not tell of the file as a whole never. */
export const levelsFor = (field: Pick<OwnField, 'owner' | 'fieldClass'>): readonly FieldLevel[] =>
  FIELD_LEVELS.codes.filter(
    (level) =>
      level === 'never' ||
      (rulesOf(field).isOfFile && (field.fieldClass === 'ordinary' || level !== 'known')),
  )

/** No answer at all is a question that was not asked. */
export const ANSWER_STATES = vocabulary('fields.states', ['given', 'unknown', 'declined', 'not_applicable'])
export type AnswerState = CodeOf<typeof ANSWER_STATES>
/** An answer that says why there is none. */
export const SILENCES = vocabulary('fields.silences', ['unknown', 'declined', 'not_applicable'])
export const YES_NO = vocabulary('fields.yes-no', ['yes', 'no'])
export const FIELD_WITHDRAWN = vocabulary('fields.withdrawn-because', ['changed', 'taken_back'])
export const USAGE_BANDS = vocabulary('fields.usage', [
  'none',
  'used',
  'few',
  'tens',
  'hundreds',
  'thousands',
])
export type UsageBand = CodeOf<typeof USAGE_BANDS>

export const MOST_CONDITIONS = 3
export const MOST_OPTIONS = 60

/** Text by language; one may be missing. */
export type Words = Readonly<Partial<Record<Locale, string>>>
/** The reader's language, or the first one that has a word. */
export const wordsIn = (words: Words, locale: Locale): string =>
  [locale, ...LOCALES.codes].map((one) => words[one] ?? '').find((text) => text !== '') ?? ''
/** Shown in another language than the reader's. */
export const isNotTranslated = (words: Words, locale: Locale): boolean =>
  (words[locale] ?? '') === '' && wordsIn(words, locale) !== ''

export type FieldOption = { readonly code: string; readonly labels: Words; readonly isOffered: boolean }
/** `answered` by any answer or by one of some codes; or as the person is a minor or an adult. */
export type FieldCondition =
  | { readonly kind: 'answer'; readonly fieldId: string; readonly codes: readonly string[] }
  | { readonly kind: 'minor' | 'adult' }

export type Edition = {
  readonly edition: number
  readonly state: CodeOf<typeof EDITION_STATES>
  readonly labels: Words
  readonly help: Words
  readonly section: Words
  readonly part: FieldPart
  readonly position: number
  readonly required: Required
  readonly level: FieldLevel
  readonly offices: readonly string[]
  readonly kinds: readonly string[]
  readonly nationalities: readonly string[]
  readonly conditions: readonly FieldCondition[]
  readonly options: readonly FieldOption[]
  readonly because: string
  readonly undoes: number | null
  readonly publishedAt: Date
}
export type OwnField = {
  readonly id: string
  readonly key: string
  readonly owner: FieldOwner
  readonly type: FieldType
  readonly fieldClass: FieldClass
  readonly decimals: number
  /** In force. */
  readonly now: Edition
  /** All of them, the oldest first: an answer is read with the words of its day. */
  readonly editions: readonly Edition[]
}

/**
 * What was answered: codes of a list or yes and no; everything else as text, a date as typed, an amount with a point, a place or a partner by its id. Without `given` both
 * are empty.
 */
export type Answer = {
  readonly state: AnswerState
  readonly codes: readonly string[]
  readonly text: string
}
export const holdsCodes = (type: FieldType): boolean =>
  type === 'yes_no' || type === 'one' || type === 'several'
/** What a list may show and narrow by: a code, a date, an amount. Text is encrypted, and a sensitive field is in no list. */
export const isListed = ({
  owner,
  type,
  fieldClass,
}: Pick<OwnField, 'owner' | 'type' | 'fieldClass'>): boolean =>
  rulesOf({ owner }).isOfFile &&
  fieldClass === 'ordinary' &&
  (holdsCodes(type) || type === 'date' || type === 'amount')

/** Of what a field is asked: where the file is, what it is, and who is in it. */
export type Asked = {
  readonly office: string
  readonly kind: string
  readonly nationalities: readonly string[]
  /** null: no age is known. Anyone who may be a minor is one. */
  readonly isMinor: boolean | null
}
const within = (set: readonly string[], values: readonly string[]): boolean =>
  set.length === 0 || values.some((value) => set.includes(value))

/** Whether a field is asked of it at all. */
export const isAskedOf = ({ now }: Pick<OwnField, 'now'>, asked: Asked): boolean =>
  now.state === 'live' &&
  within(now.offices, [asked.office]) &&
  within(now.kinds, [asked.kind]) &&
  within(now.nationalities, asked.nationalities)

const holds = (
  condition: FieldCondition,
  answers: ReadonlyMap<string, Answer | null>,
  asked: Pick<Asked, 'isMinor'>,
): boolean => {
  if (condition.kind !== 'answer') return asked.isMinor === (condition.kind === 'minor')
  const answer = answers.get(condition.fieldId) ?? null
  if (answer === null) return false
  const wanted = new Set(condition.codes)
  return wanted.size === 0 || answer.codes.some((code) => wanted.has(code))
}

/** Whether the conditions of a field are true now. A field that is hidden keeps its answer. */
export const isShown = (
  conditions: readonly FieldCondition[],
  answers: ReadonlyMap<string, Answer | null>,
  asked: Pick<Asked, 'isMinor'>,
): boolean => conditions.every((condition) => holds(condition, answers, asked))

/** The fields whose conditions ask for this one. */
export const dependants = (fields: readonly OwnField[], fieldId: string): OwnField[] =>
  fields.filter(
    ({ now }) =>
      now.state === 'live' &&
      now.conditions.some((condition) => condition.kind === 'answer' && condition.fieldId === fieldId),
  )

/** What is wrong with conditions; null when they may be published. A condition asks for a field that itself asks for no other one's answer. */
export const conditionFault = (
  field: Pick<OwnField, 'id' | 'owner'>,
  conditions: readonly FieldCondition[],
  fields: readonly OwnField[],
): 'unknownChoice' | 'conditionTooDeep' | null => {
  for (const condition of conditions) {
    if (condition.kind !== 'answer') {
      if (!rulesOf(field).isAboutPeople) return 'unknownChoice'
      continue
    }
    const other = fields.find(({ id }) => id === condition.fieldId)
    if (
      other === undefined ||
      other.id === field.id ||
      other.owner !== field.owner ||
      !holdsCodes(other.type)
    )
      return 'unknownChoice'
    const codes = other.type === 'yes_no' ? [...YES_NO.codes] : other.now.options.map((option) => option.code)
    if (condition.codes.some((code) => !codes.includes(code))) return 'unknownChoice'
    const isDeep = other.now.conditions.some((one) => one.kind === 'answer')
    if (isDeep || dependants(fields, field.id).length > 0) return 'conditionTooDeep'
  }
  return null
}

/** The words of sensitive matters in four languages: the editor proposes to protect more where a label has one. */
const SENSITIVE =
  /hiv|sida|aids|health|sant[eé]|gezondheid|gesundheit|illness|maladie|ziekte|krankheit|medic|m[eé]dic|medizin|pregnan|enceinte|zwanger|schwanger|religi|belief|croyance|geloof|glaube|church|[eé]glise|moskee|mosqu|sexu|orientation|gender|genre|geslacht|violen|gewalt|geweld|tortur|folter|marteling|viol\b|abus|misbruik|polit|syndicat|vakbond|gewerkschaft|union\b|disab|handicap|behinder|psych|trauma|drug|drogue|ethnic|ethni/iu
export const looksSensitive = (labels: Words): boolean =>
  Object.values(labels).some((text) => SENSITIVE.test(text ?? ''))

/** An amount as it is typed, as the whole number that is stored; null when it is none. */
export const toScaled = (typed: string, decimals: number): bigint | null => {
  const found = /^(?<sign>-?)(?<whole>\d{1,12})(?:[.,](?<rest>\d{1,4}))?$/u.exec(typed.replace(/[\s']/gu, ''))
  const { sign = '', whole = '', rest = '' } = found?.groups ?? {}
  if (whole === '' || rest.length > decimals) return null
  return BigInt(`${sign}${whole}${rest.padEnd(decimals, '0')}`)
}
/** The same back, with a point. */
export const fromScaled = (amount: bigint, decimals: number): string => {
  if (decimals === 0) return String(amount)
  const digits = String(amount < 0n ? -amount : amount).padStart(decimals + 1, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** A field that is asked and hardly ever answered: it may go. */
export const isHardlyUsed = (field: OwnField, band: UsageBand | null, now: Date): boolean =>
  field.now.state === 'live' &&
  (band === 'none' || band === 'few') &&
  now.getTime() - (field.editions[0]?.publishedAt.getTime() ?? now.getTime()) > 90 * 86_400_000

/** A name for exports and imports, from what a field is called. */
export const keyFrom = (label: string, taken: readonly string[]): string => {
  const bare = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '_')
    .replace(/^[^a-z]+|_+$/gu, '')
    .slice(0, 32)
    .replace(/_+$/u, '')
  const first = bare.length < 2 ? 'field' : bare
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? first : `${first}_${n}`
    if (!taken.includes(key)) return key
  }
}
