import { type FieldErrors, type FieldValues, get, type Resolver, set } from 'react-hook-form'
import * as z from 'zod/mini'

/**
 * Checks what stands in the fields with the schema of the door. What is sent stays as it was typed: the door parses it again.
 * Of several faults of one field the first is told.
 */
export const resolveWith =
  <T extends FieldValues>(schema: z.core.$ZodType<unknown, T>): Resolver<T, unknown, T> =>
  (values) => {
    const errors: FieldErrors<T> = {}
    const said = new Set<string>()
    for (const { path, code, message } of z.safeParse(schema, values).error?.issues ?? []) {
      const name = path.join('.')
      if (said.has(name)) continue
      said.add(name)
      // The rows of a list have faults of their own beside it.
      const isList = Array.isArray(get(values, name))
      set(errors, isList || name === '' ? `${name}.root`.replace(/^\./, '') : name, { type: code, message })
    }
    return said.size === 0 ? { values, errors: {} } : { values: {}, errors }
  }
