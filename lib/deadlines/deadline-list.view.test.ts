import { describe, expect, it } from 'vitest'
import type { DeadlineLine } from './deadline-list.data'
import { byShownDay, bySpan, countNear, isPressingLine } from './deadline-list.view'

const line = (id: string, dueOn: string | null, remindOn = dueOn): DeadlineLine => ({
  id,
  severity: 'high',
  event: 'cgrs_decision_notified',
  happenedOn: null,
  dueOn,
  remindOn,
  code: 'INVENTED',
  title: { en: 'A', fr: 'A', nl: 'A', de: 'A' },
  meaning: 'act',
  file: { id, code: 'ABCDE', secrecy: 'open', worker: { id: 'x', name: 'Voorbeeld' } },
})
const shown = (lines: readonly DeadlineLine[], today: string) =>
  bySpan(lines, today).map(({ key, lines: own }) => [key, own.map(({ id }) => id)])

describe('a list of deadlines', () => {
  it('is divided by weeks and months, each by the day it shows, and only what has no date says so', () => {
    expect(
      shown(
        [
          line('no date', null),
          line('to be confirmed', null, '2026-12-03'),
          line('sunday', '2026-12-06'),
          line('monday', '2026-12-07'),
          line('safe before, due after', '2026-12-02', '2026-11-27'),
          line('past', '2026-11-20'),
          line('the second sunday', '2026-12-13'),
          line('in december', '2026-12-14'),
          line('in march', '2027-03-01'),
        ],
        '2026-11-30',
      ),
    ).toEqual([
      ['late', ['past']],
      ['week', ['safe before, due after', 'to be confirmed', 'sunday']],
      ['nextWeek', ['monday', 'the second sunday']],
      ['2026-12-01', ['in december']],
      ['2027-03-01', ['in march']],
      ['undated', ['no date']],
    ])
  })

  it('ends the week on Sunday, today too', () => {
    expect(shown([line('today', '2026-12-06'), line('tomorrow', '2026-12-07')], '2026-12-06')).toEqual([
      ['week', ['today']],
      ['nextWeek', ['tomorrow']],
    ])
  })
})

describe('what is near', () => {
  const today = '2026-11-30'
  it('is pressing within a week whatever its weight, what is critical a week earlier', () => {
    const pressing = (on: string | null, severity: DeadlineLine['severity']) =>
      isPressingLine({ ...line('one', on), severity }, today)
    expect(pressing('2026-11-19', 'normal')).toBe(true)
    expect(pressing('2026-12-07', 'normal')).toBe(true)
    expect(pressing('2026-12-08', 'normal')).toBe(false)
    expect(pressing('2026-12-14', 'critical')).toBe(true)
    expect(pressing('2026-12-15', 'critical')).toBe(false)
    expect(pressing(null, 'normal')).toBe(false)
  })

  it('is counted once, as past or to be acted on, by the earlier day that is safe', () => {
    const lines = [
      line('past', '2026-11-20'),
      line('past, reminded before', '2026-11-29', '2026-11-27'),
      line('safe before', '2026-12-31', '2026-12-06'),
      line('safe too late', '2026-12-31', '2026-12-07'),
      line('today, not confirmed', null, today),
      line('no date', null),
    ]
    expect(countNear(lines, today)).toEqual({ late: 2, soon: 2 })
  })

  it('is ordered by the day that is shown, not the one that reminds', () => {
    const lines = [
      line('no date', null),
      line('shown later', '2026-12-31', '2026-12-01'),
      line('first', '2026-12-15'),
    ]
    expect(byShownDay(lines).map(({ id }) => id)).toEqual(['first', 'shown later', 'no date'])
  })
})
