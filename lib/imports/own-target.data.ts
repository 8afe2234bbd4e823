import 'server-only'
import type { Work } from '@/lib/db/work'
import { silentChoice } from '@/lib/fields/answer.rules'
import { listFieldChoices } from '@/lib/fields/choice.data'
import { type FieldChoice, namesOf } from '@/lib/fields/choice.rules'
import { listFields } from '@/lib/fields/field.data'
import { type FieldType, type OwnField, SILENCES, YES_NO } from '@/lib/fields/field.rules'
import { rulesOf } from '@/lib/fields/owner.rules'
import { catalogue } from '@/lib/i18n/catalogue'
import { type Columns, DATE_FIELDS, isOwnColumn, type Target } from './field.rules'
import { foldWord } from './heading.rules'
import { type OwnTarget, YES_NO_WORDS } from './own-cell.schema'

type Pair = readonly [word: string, code: string]

/** The words of a list in every language and edition; what a value is called now comes last and counts. */
const optionWords = ({ editions }: OwnField): Pair[] =>
  editions.flatMap(({ options }) =>
    options.flatMap(({ code, labels }) => Object.values(labels).map((label): Pair => [label, code])),
  )

/** The names of what is offered, in every language. A name that two partners bear means neither of them: the cell goes into the note. */
const nameWords = (all: readonly FieldChoice[], type: FieldType): Pair[] => {
  const words = all
    .filter(({ of, isOffered }) => of === type && isOffered)
    .flatMap(({ id, labelEn, labelFr, labelNl, labelDe }) =>
      [labelEn, labelFr, labelNl, labelDe].map((label): Pair => [label, id]),
    )
  if (type === 'place') return words
  return words.filter(
    ([word, id]) => !words.some(([other, of]) => of !== id && foldWord(other) === foldWord(word)),
  )
}

/** The fields of the organisation's own that a table may fill: those that are asked now. */
export const listOwnTargets = async (work: Work): Promise<OwnTarget[]> => {
  const fields = (await listFields(work)).filter(
    (field) => field.now.state === 'live' && rulesOf(field).isOfFile,
  )
  if (fields.length === 0) return []
  const messages = await Promise.all(Object.values(catalogue).map((load) => load()))
  const silences = messages.flatMap(({ fields: said }) =>
    SILENCES.codes.map((code): Pair => [said.answer.state[code], silentChoice(code)]),
  )
  const yesNo = messages.flatMap(({ fields: said }) =>
    YES_NO.codes.map((code): Pair => [said.answer.yesNo[code], code]),
  )
  const choices = await listFieldChoices(work, fields)
  const ownWords = (field: OwnField): readonly Pair[] => {
    if (field.type === 'yes_no') return [...YES_NO_WORDS, ...yesNo]
    return namesOf(field.type) === null ? optionWords(field) : nameWords(choices, field.type)
  }
  return fields.map((field) => ({
    column: `own:${field.key}`,
    field,
    words: new Map([...silences, ...ownWords(field)].map(([word, code]) => [foldWord(word), code])),
  }))
}

/** Whether days stand in a column, so that it has to be said how they are written. */
export const holdsDays = (column: Target | '', own: readonly OwnTarget[]): boolean =>
  column !== '' && isOwnColumn(column)
    ? own.some((target) => target.column === column && target.field.type === 'date')
    : DATE_FIELDS.some((field) => field === column)

/** Columns without the own fields that are asked no more; a heading that no one guessed may be the name of one. */
export const withOwnColumns = (
  columns: Columns,
  headers: readonly string[],
  own: readonly OwnTarget[],
): Columns => {
  const known = columns.map((column) =>
    column !== '' && isOwnColumn(column) && !own.some((target) => target.column === column) ? '' : column,
  )
  return known.map((column, index) => {
    const heading = foldWord(headers[index] ?? '')
    if (column !== '' || heading === '') return column
    const named = own.find(
      (target) =>
        !known.includes(target.column) &&
        Object.values(target.field.now.labels).some((label) => foldWord(label) === heading),
    )
    return named?.column ?? ''
  })
}
