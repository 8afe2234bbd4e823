import { emptyForm } from '@/lib/records/record.schema'
import { type ActivityInput, activity } from './activity.schema'

/** A new activity as its form begins. */
export const blankActivity = (caseId: string, known: Partial<ActivityInput>): ActivityInput =>
  emptyForm(activity, caseId, known)
