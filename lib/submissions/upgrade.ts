import { SCHEMAS } from '@/lib/device/submission'
import type { CodeOf } from '@/lib/shared/vocabulary'
import type { FORMS } from './wire.schema'

type FormName = CodeOf<typeof FORMS>
type Step = (input: unknown) => unknown

/**
 * For each form the steps from one version of its input to the next, the first of them from version 1 to 2. A version that raises a number
 * in SCHEMAS adds a step here. Of the last two versions there are steps; what is older comes back to its author as text.
 */
const STEPS: Readonly<Record<FormName, readonly Step[]>> = { visit: [], note: [], task: [], activity: [] }
const KEPT = 2

/** The input as the form takes it today; null when it is too old. */
export const upgrade = (
  form: FormName,
  schema: number,
  input: unknown,
): { readonly value: unknown } | null => {
  if (schema < SCHEMAS[form] - KEPT) return null
  return { value: STEPS[form].slice(schema - 1).reduce((value, step) => step(value), input) }
}
