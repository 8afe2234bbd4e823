import { expect, it } from 'vitest'
import { type When, whenCode } from '@/lib/shared/when/when.rules'
import { asylumEvent } from '../../tests/support/given/event-rows'
import { causesOf, lacksDay } from './cause.rules'
import { EVENT_KINDS, SHAPES, WAYS } from './vocabulary.rules'

const JUNE: When = { form: 'month', year: 2026, month: 6 }
const DAYS: readonly (When | null)[] = [
  JUNE,
  { form: 'year', year: 2026 },
  { form: 'about', of: { form: 'exact', day: '2026-06-03' } },
  { form: 'not_known' },
  null,
]

const AROUND = { sequence: 1, applied: { lodgedOn: null, registeredOn: null }, answered: null, examined: [] }

it.each(DAYS.map((on) => [on === null ? 'nothing' : whenCode(on), on] as const))(
  'an event that would start a clock is asked for its day when %s is known of it',
  (_code, on) => {
    const silent: string[] = []
    for (const way of WAYS.codes)
      for (const kind of EVENT_KINDS.codes)
        for (const outcome of [null, ...SHAPES[kind].outcomes])
          for (const form of [null, ...SHAPES[kind].forms]) {
            const exact = asylumEvent('event', {
              kind,
              outcome,
              form,
              on: { form: 'exact', day: '2026-06-03' },
            })
            const started = causesOf(exact, { ...AROUND, way }).length > 0
            const nearly = { ...exact, on }
            if (started && causesOf(nearly, { ...AROUND, way }).length === 0 && !lacksDay(nearly))
              silent.push([way, kind, outcome, form].join(' '))
            // Of an exact day nothing is asked.
            expect(lacksDay(exact)).toBe(false)
          }
    expect(silent).toEqual([])
  },
)
