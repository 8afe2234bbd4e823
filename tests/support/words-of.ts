import * as z from 'zod'

/** A field of a form that takes words of any kind, and where it stands in it. */
export type WordField = { readonly path: string; readonly schema: z.core.$ZodType }

const isAnyWords = (schema: z.core.$ZodType): boolean =>
  ['Verzonnen, "woorden" <b>', 'Καινούργιο 3'].every((words) => z.safeParse(schema, words).success)

/** The fields of a form in which any words may stand; days, codes and ids are no such fields. */
export const wordFields = (schema: z.core.$ZodType, path = ''): WordField[] => {
  if (schema instanceof z.core.$ZodObject)
    return Object.entries(schema._zod.def.shape).flatMap(([name, field]) =>
      wordFields(field, `${path}.${name}`),
    )
  if (schema instanceof z.core.$ZodArray) return wordFields(schema._zod.def.element, `${path}[]`)
  if (schema instanceof z.core.$ZodRecord) return wordFields(schema._zod.def.valueType, `${path}{}`)
  if (schema instanceof z.core.$ZodUnion) {
    if (isAnyWords(schema)) return [{ path, schema }]
    return schema._zod.def.options.flatMap((option) => wordFields(option, path))
  }
  if (schema instanceof z.core.$ZodOptional || schema instanceof z.core.$ZodNullable)
    return wordFields(schema._zod.def.innerType, path)
  return isAnyWords(schema) ? [{ path, schema }] : []
}
