/** The plan of a file: goals, and steps towards them. A step is a task of the goal. */

import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

export const GOAL_STATES = vocabulary('tasks.goal-states', ['open', 'reached', 'dropped'])
export type GoalState = CodeOf<typeof GOAL_STATES>

export type Progress = { readonly steps: number; readonly done: number }
type Step = { readonly goalId: string | null; readonly done: unknown }

/** How far a goal has come: steps there are, and steps done. */
export const progressOf = (goalId: string, tasks: readonly Step[]): Progress => {
  const steps = tasks.filter((task) => task.goalId === goalId)
  return { steps: steps.length, done: steps.filter(({ done }) => done !== null).length }
}

/** How it is said: no step yet, some of them, or all. That all are done does not reach the goal; someone says so. */
export const toProgressWord = ({ steps, done }: Progress): 'none' | 'some' | 'all' => {
  if (steps === 0) return 'none'
  return done === steps ? 'all' : 'some'
}
