import { describe, expect, it } from 'vitest'
import { departuresOf } from './departure.rules'

const step = (id: string, personId: string | null, day: string) => ({
  id,
  personId,
  matter: 'voluntary_return' as const,
  kind: 'left' as const,
  on: { form: 'exact' as const, day },
})
const answers = (...[steps, people = ['a']]: [Parameters<typeof departuresOf>[0], string[]?]) =>
  departuresOf(steps, people).map(({ on, entry }) => `${entry.id} ${on}`)

describe('a departure', () => {
  it('answers when everyone of the file has left, on the day of the last of them', () => {
    expect(answers([step('1', 'a', '2026-11-03')])).toEqual(['1 2026-11-03'])
    expect(answers([step('1', 'a', '2026-11-03')], ['a', 'b'])).toEqual([])
    const both = [step('2', 'b', '2026-11-05'), step('1', 'a', '2026-11-03')]
    expect(answers(both, ['a', 'b'])).toEqual(['2 2026-11-05'])
    expect(answers([step('1', null, '2026-11-03')], ['a', 'b'])).toEqual(['1 2026-11-03'])
    // Written once for each and once for all: they had left already on the earlier day.
    expect(answers([...both, step('3', null, '2026-11-20')], ['a', 'b'])).toEqual(['2 2026-11-05'])
  })

  it('answers nothing when it is planned, of another matter, without a day, or of a person who is not in the file', () => {
    const left = step('1', 'a', '2026-11-03')
    expect(answers([{ ...left, kind: 'planned' }])).toEqual([])
    expect(answers([{ ...left, matter: 'recovery' }])).toEqual([])
    expect(answers([{ ...left, on: { form: 'month', year: 2026, month: 11 } }])).toEqual([])
    expect(answers([{ ...left, on: null }])).toEqual([])
    expect(answers([left], ['b'])).toEqual([])
    expect(answers([left], [])).toEqual([])
  })

  it('concerns an order to leave, and no limit of detention', () => {
    const [told] = departuresOf([step('1', 'a', '2026-11-03')], ['a'])
    const of = (family: string) => told?.concerns({ family, causeRef: null, happenedOn: null })
    expect([of('order_to_leave'), of('detention_return')]).toEqual([true, false])
  })
})
