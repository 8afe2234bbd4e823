import { activity } from '@/lib/activities/activity.schema'
import { emptyForm } from '@/lib/records/record.schema'

/** An activity as its form sends it. */
export const anActivity = (caseId: string, personId: string, change: Record<string, unknown> = {}) => ({
  ...emptyForm(activity, caseId, { personId, way: 'court', on: '2026-03-01', minutes: '45' }),
  ...change,
})

/** A project as its form sends it. */
export const aProject = (change: Record<string, unknown> = {}) => ({
  projectId: '',
  version: 0,
  name: 'Verzonnen fonds',
  funder: 'Verzonnen stichting',
  from: '2026-01-01',
  until: '2026-12-31',
  ...change,
})
