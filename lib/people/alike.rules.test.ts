import { describe, expect, it } from 'vitest'
import { fitOf, rankOf } from './alike.rules'

const known = { kind: 'alias' as const, countries: ['GN'], places: ['vottem'] }
const fitting = (nationality: string, placeId: string) =>
  fitOf({ name: 'Kalimo Fictar', nationality, placeId }, { score: 0.8, isSame: false }, known)

describe('a person who could be known', () => {
  it('says which name fits and what else does', () => {
    expect(fitting('GN', 'vottem')).toEqual({
      isSameName: false,
      nameKind: 'alias',
      isSameNationality: true,
      isSamePlace: true,
    })
    expect(fitting('SN', 'merksplas')).toMatchObject({ isSameNationality: false, isSamePlace: false })
  })

  it('comes sooner with the same nationality and the same place, and never before a much nearer name', () => {
    const near = { score: 0.8, isSame: false }
    const both = rankOf(near, fitting('GN', 'vottem'))
    expect(both).toBeGreaterThan(rankOf(near, fitting('SN', 'vottem')))
    expect(rankOf(near, fitting('SN', 'vottem'))).toBeGreaterThan(rankOf(near, fitting('SN', 'x')))
    expect(rankOf({ score: 1, isSame: true }, fitting('SN', 'x'))).toBeGreaterThan(
      rankOf({ score: 0.74, isSame: false }, fitting('GN', 'vottem')),
    )
  })
})
