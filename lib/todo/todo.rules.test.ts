import { describe, expect, it } from 'vitest'
import { groupTodo } from './todo.rules'

const TODAY = '2026-11-30'

describe('what is to be done', () => {
  it('is in groups by date, each in order, and what has no date comes last', () => {
    const items = [
      { id: 'no date', on: null },
      { id: 'in a week', on: '2026-12-07' },
      { id: 'today', on: TODAY },
      { id: 'yesterday', on: '2026-11-29' },
      { id: 'in six days', on: '2026-12-06' },
      { id: 'last month', on: '2026-10-01' },
      { id: 'today too', on: TODAY },
    ]
    expect(groupTodo(items, TODAY).map(({ group, items: own }) => [group, own.map(({ id }) => id)])).toEqual([
      ['late', ['last month', 'yesterday']],
      ['week', ['today', 'today too', 'in six days']],
      ['later', ['in a week']],
      ['undated', ['no date']],
    ])
  })

  it('has no group without anything in it', () => {
    expect(groupTodo([], TODAY)).toEqual([])
  })
})
