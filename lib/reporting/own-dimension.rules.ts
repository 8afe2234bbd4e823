import { holdsCodes, type OwnField, type Words, YES_NO } from '@/lib/fields/field.rules'
import { COUNTED_OWNERS, type CountedOwner, type OwnDimensionId } from './dimension.rules'

/** An own field that internal reports count by, as its definitions say it (docs/adr/0182). */
export type OwnDimension = {
  readonly id: OwnDimensionId
  readonly label: Words
  /** One that is asked no more is offered for no new report, and read in those that name it. */
  readonly isAsked: boolean
  /** Several of its values may be true of one person or file. */
  readonly isSeveral: boolean
  /** In their order, hidden ones too; null: yes and no, in words of ours. */
  readonly values: readonly { readonly code: string; readonly label: Words | null }[]
}

/** The edition whose words are read: that of the moment, or the first one there was. A value that came later has the words it came with. */
const toDimension = (field: OwnField, owner: CountedOwner, at: Date): OwnDimension => {
  const { key, type, now, editions } = field
  const before = editions.filter(({ publishedAt }) => publishedAt <= at)
  const edition = before.at(-1) ?? editions[0] ?? now
  const then = new Map(edition.options.map(({ code, labels }) => [code, labels]))
  return {
    id: `own:${owner}:${key}`,
    label: edition.labels,
    isAsked: now.state === 'live',
    isSeveral: type === 'several',
    values:
      type === 'yes_no'
        ? YES_NO.codes.map((code) => ({ code, label: null }))
        : now.options.map(({ code, labels }) => ({ code, label: then.get(code) ?? labels })),
  }
}

/** Ordinary fields of people and files whose answers are codes, in the words of a moment. Everything else is in no report. */
export const toOwnDimensions = (fields: readonly OwnField[], at: Date): readonly OwnDimension[] =>
  fields
    .filter(({ fieldClass, type }) => fieldClass === 'ordinary' && holdsCodes(type))
    .flatMap((field) => {
      const owner = COUNTED_OWNERS.match(field.owner)
      return owner === null ? [] : [toDimension(field, owner, at)]
    })
