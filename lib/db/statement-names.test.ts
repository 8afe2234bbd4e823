import { describe, expect, it } from 'vitest'
import { openStatementNames, PLANNED_ANEW } from './statement-names'

describe('names of statements', () => {
  it('are given to what is asked often, one for each text', () => {
    const nameOf = openStatementNames()
    const asked = Array.from({ length: 8 }, () => nameOf('SELECT 1'))
    expect(asked).toEqual(['', '', '', '', 's1', 's1', 's1', 's1'])
    for (let time = 0; time < 5; time++) nameOf('SELECT 2')
    expect([nameOf('SELECT 1'), nameOf('SELECT 2')]).toEqual(['s1', 's2'])
  })

  it('are never more than some hundred, however many statements there are', () => {
    const nameOf = openStatementNames()
    const names = new Set<string>()
    for (let statement = 0; statement < 500; statement++)
      for (let time = 0; time < 6; time++) names.add(nameOf(`SELECT ${statement}`))
    names.delete('')
    expect(names.size).toBe(250)
  })

  it('are not given to what is planned anew', () => {
    const nameOf = openStatementNames()
    const asked = Array.from({ length: 8 }, () => nameOf(`${PLANNED_ANEW} SELECT 1`))
    expect(new Set(asked)).toEqual(new Set(['']))
  })
})
