import { describe, expect, it } from 'vitest'
import type { Day } from '@/lib/shared/dates'
import { withoutOrder } from './without-order.rules'

const place = {
  kind: 'closed_centre',
  labelEn: 'Vottem',
  labelFr: 'Vottem',
  labelNl: 'Vottem',
  labelDe: 'Vottem',
} as const
const stay = (placeId: string, since: Day | null, until: Day | null = null) => ({
  id: `${placeId}${since}`,
  personId: 'person',
  placeId,
  since,
  until,
  place,
})

describe('held without an order', () => {
  it('names a place once, since the first day of those who are there', () => {
    const found = withoutOrder([stay('vottem', '2026-10-04'), stay('vottem', '2026-10-02')], [])
    expect(found).toEqual([{ since: '2026-10-02', place, episodeId: null }])
  })

  it('does not guess a first day where one of them has none', () => {
    expect(withoutOrder([stay('vottem', null), stay('vottem', '2026-10-02')], [])).toEqual([
      { since: null, place, episodeId: null },
    ])
  })

  it('names an episode that was begun and has no order, and no other', () => {
    const stays = [stay('bruges', '2026-09-01', '2026-09-20'), stay('vottem', '2026-09-20')]
    const episodes = (['noOrder', 'held', 'ended'] as const).map((code) => ({
      id: code,
      stays,
      state: { code },
    }))
    expect(withoutOrder([], episodes)).toEqual([{ since: '2026-09-01', place, episodeId: 'noOrder' }])
  })

  it('names no episode whose last stay is over', () => {
    const stays = [stay('vottem', '2026-09-01', '2026-09-20')]
    expect(withoutOrder([], [{ id: 'one', stays, state: { code: 'noOrder' } }])).toEqual([])
  })

  it('puts the longest first', () => {
    const found = withoutOrder(
      [stay('bruges', null), stay('vottem', '2026-10-02'), stay('merksplas', '2026-08-01')],
      [],
    )
    expect(found.map(({ since }) => since)).toEqual(['2026-08-01', '2026-10-02', null])
  })
})
