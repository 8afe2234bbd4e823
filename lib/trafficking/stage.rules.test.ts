import { describe, expect, it } from 'vitest'
import {
  CONDITIONS,
  conditionsOf,
  formalStatusOf,
  HTCDS_OF,
  STAGES,
  type StageEvent,
  stageOf,
} from './stage.rules'

const event = (id: string, on: string, change: Partial<StageEvent>): StageEvent => ({
  id,
  subjectId: id,
  kind: 'detection',
  on,
  condition: null,
  holds: null,
  ...change,
})

describe('the stage', () => {
  it('is the last one that happened, whatever was written down last, and no statement or condition moves it', () => {
    const events = [
      event('c', '2026-03-01', { kind: 'provisional' }),
      event('a', '2026-01-01', {}),
      event('d', '2026-04-01', { kind: 'condition', condition: 'cooperates', holds: 'met' }),
      event('b', '2026-01-10', { kind: 'reflection' }),
    ]
    expect(stageOf(events)).toMatchObject({ stage: 'provisional', because: { id: 'c' } })
    expect(stageOf([...events].reverse())).toEqual(stageOf(events))
    expect(stageOf([])).toBeNull()
  })

  it('maps to Actual from recognition on and never before it', () => {
    const actual = STAGES.codes.filter(
      (stage) => HTCDS_OF[formalStatusOf(stage)] === 'ActualVictimOfTrafficking',
    )
    expect(actual).toEqual(['status_recognised', 'status_renewed', 'unlimited'])
    expect(HTCDS_OF[formalStatusOf(null)]).toBe('PossibleVictimOfTrafficking')
    expect(HTCDS_OF[formalStatusOf('not_victim')]).toBe('NotAVictimOfTrafficking')
  })
})

it('a condition is as it was last said, and not known before', () => {
  const said = (id: string, on: string, holds: 'met' | 'not_met') =>
    event(id, on, { kind: 'condition', condition: 'contact_broken', holds })
  const [first, ...others] = conditionsOf([
    said('b', '2026-02-02', 'not_met'),
    said('a', '2026-01-01', 'met'),
  ])
  expect(first).toMatchObject({ condition: 'contact_broken', holds: 'not_met' })
  expect(others.map(({ holds }) => holds)).toEqual(CONDITIONS.codes.slice(1).map(() => 'not_known'))
})
