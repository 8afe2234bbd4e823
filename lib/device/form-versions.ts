import type { FormName } from './device.types'

type Step = (input: unknown) => unknown

/**
 * The version of each form's `input`, and the steps from one version to the next, the first of them from version 1 to 2. A version that
 * raises a number adds its step in the same change. No step is ever removed: phones and servers of different builds meet.
 */
export const SCHEMAS: Readonly<Record<FormName, number>> = { visit: 1, note: 1, task: 1, activity: 1 }
export const STEPS: Readonly<Record<FormName, readonly Step[]>> = {
  visit: [],
  note: [],
  task: [],
  activity: [],
}
