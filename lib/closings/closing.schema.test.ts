import { describe, expect, it } from 'vitest'
import { newId } from '@/lib/shared/ids'
import { closeFileSchema, closeFormSchema } from './closing.schema'

const task = `task_${newId()}`
const goal = `goal_${newId()}`
const sent = { caseId: newId(), version: 1, reason: '', left: { [task]: '', [goal]: 'other' }, words: '' }
const missing = (schema: ReturnType<typeof closeFormSchema>, change: Record<string, unknown> = {}) => {
  const { error } = schema.safeParse({ ...sent, ...change })
  return error?.issues.map(({ path }) => path.join('.')).sort() ?? []
}

describe('a file that is to be closed', () => {
  it('hears all that is missing in one round', () => {
    expect(missing(closeFormSchema([task, goal]))).toEqual([`left.${task}`, 'reason', 'words'])
    expect(missing(closeFormSchema([task, goal]), { reason: 'goal_reached', words: 'Verzonnen' })).toEqual([
      `left.${task}`,
    ])
  })

  it('is not asked about what went from the page meanwhile', () => {
    const change = { reason: 'goal_reached', words: 'Verzonnen' }
    expect(missing(closeFormSchema([goal]), change)).toEqual([])
    expect(missing(closeFileSchema, change)).toEqual([])
    expect(missing(closeFileSchema)).toEqual(['reason', 'words'])
  })
})
