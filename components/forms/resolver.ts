import { type FieldErrors, type FieldValues, get, type Resolver, set } from 'react-hook-form'
import type * as z from 'zod/mini'

/** Brings the schema of the handler. With zod it weighs a sixth of a form, and it is needed only when someone saves. */
export type BringSchema<T> = () => Promise<z.core.$ZodType<unknown, T>>

/**
 * Checks what stands in the fields with the schema of the handler. What is sent stays as it was typed: the handler parses it again.
 * Of several faults of one field the first is told. When the network went before the schema came, nothing is held up: the
 * handler checks it all the same, and until then the text lies in the outbox.
 */
export const resolveWith =
  <T extends FieldValues>(bring: BringSchema<T>): Resolver<T, unknown, T> =>
  async (values) => {
    const schema = await bring().catch(() => null)
    const checked = await schema?.['~standard'].validate(values)
    const errors: FieldErrors<T> = {}
    const said = new Set<string>()
    for (const { path = [], message } of checked?.issues ?? []) {
      const name = path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.')
      if (said.has(name)) continue
      said.add(name)
      // The rows of a list have faults of their own beside it.
      const isList = Array.isArray(get(values, name))
      const at = isList || name === '' ? `${name}.root`.replace(/^\./, '') : name
      set(errors, at, { type: 'schema', message })
    }
    return said.size === 0 ? { values, errors: {} } : { values: {}, errors }
  }
