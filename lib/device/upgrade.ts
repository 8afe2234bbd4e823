import type { FormName } from './device.types'
import { SCHEMAS, STEPS } from './form-versions'

/** Of so many versions before today's a text is brought up to date; what is older comes back to its author as text. */
const KEPT = 2

/** The input as the form takes it today, on the phone and on the server; null when it is too old, or of a build newer than this one. */
export const upgrade = (
  form: FormName,
  schema: number,
  input: unknown,
): { readonly value: unknown } | null => {
  if (schema < SCHEMAS[form] - KEPT || schema > SCHEMAS[form]) return null
  return { value: STEPS[form].slice(schema - 1).reduce((value, step) => step(value), input) }
}
