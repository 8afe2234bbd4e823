import type { PlanForm } from '@/lib/planning/plan.schema'

/** What both forms of a plan hold; the one that makes a plan has a centre and an office beside it. */
export type PlanValues = Pick<PlanForm, 'onDate' | 'startsAt' | 'endsAt' | 'visitors' | 'people'>
