import type { TypedAnswer } from './answer.rules'
import { toTyped } from './answer.rules'
import type { OwnPart } from './own-part.data'

/** The answers that stand, as the form holds them; of two, the one that was given last. */
export const toFormFields = ({
  fields,
  shown,
}: Pick<OwnPart, 'fields' | 'shown'>): Record<string, TypedAnswer> =>
  Object.fromEntries(
    fields.map((field) => [
      field.id,
      toTyped(field, shown.find((one) => one.field.id === field.id)?.current.at(-1)?.answer ?? null),
    ]),
  )
