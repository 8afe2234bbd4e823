'use server'
import { takeRowBack, written } from '@/lib/records/save.data'
import { mistakeSchema } from '@/lib/registers/register.schema'
import { defineAction } from '@/lib/server/define-action'
import { activities } from './activity.data'
import { activityCommand, ofActivity } from './save-activity.data'

/** Writes down what was done with a person outside the closed centres, or what is known better of it. */
export const saveActivity = defineAction(activityCommand)

/** Says that an activity was a mistake; it stays readable and counts no more. */
export const takeActivityBack = defineAction({
  name: 'takeActivityBack',
  permission: 'case:edit',
  schema: mistakeSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'activity.saved', caseId, ...value }),
  run: (work, input) => takeRowBack(work, activities, input, ofActivity),
})
