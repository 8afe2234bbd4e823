import { describe, expect, it } from 'vitest'
import type { Rank } from '@/lib/cases/danger.rules'
import type { ReasonCode } from './reason.rules'
import { tickFor } from './tick.rules'

const person = (id: string, rank: Rank, codes: readonly ReasonCode[], met: string | null) => ({
  id,
  danger: { rank },
  reasons: codes.map((code) => ({ code })),
  lastMet: met === null ? null : { on: met },
})
const LAST = '2026-11-26'
const people = [
  person('suicide', 'critical', ['critical'], LAST),
  person('child', 'seriousFirst', ['serious'], '2026-11-20'),
  person('unseen 29', 'unseenMedium', ['unseen'], '2026-10-30'),
  person('unseen 16', 'unseenLow', ['unseen'], '2026-11-12'),
  person('wished', 'rest', ['wished'], LAST),
  person('asked', 'rest', ['asked'], LAST),
  person('seen', 'rest', [], LAST),
  person('nothing', 'rest', [], '2026-11-23'),
]
const tick = (fits: number | null, lastVisitOn: string | null = LAST) =>
  tickFor(people, { fits, lastVisitOn }).map(({ id }) => id)

describe('whom a new plan ticks', () => {
  it('is danger first, then the longest unseen, as many as fit', () => {
    expect(tick(3)).toEqual(['suicide', 'child', 'unseen 29'])
    expect(tick(4)).toEqual(['suicide', 'child', 'unseen 29', 'unseen 16'])
  })

  it('is never who was seen last time with nothing new, however much time there is', () => {
    expect(tick(60)).toEqual(['suicide', 'child', 'unseen 29', 'unseen 16', 'wished'])
    expect(tick(null)).toEqual(['suicide', 'child', 'unseen 29', 'unseen 16', 'wished'])
    expect(tick(60, null)).toContain('asked')
  })

  it('is everyone in danger, even when they do not fit', () => {
    expect(tick(0)).toEqual(['suicide', 'child'])
    expect(tick(1)).toEqual(['suicide', 'child'])
  })
})
