import { describe, expect, it } from 'vitest'
import { fitOf, weightOf } from './alike.rules'

const known = (...names: readonly string[]) => ({
  names: names.map((text, index) => ({
    kind: index === 0 ? ('as_said' as const) : ('alias' as const),
    text,
  })),
  countries: ['GN'],
  places: ['vottem'],
})
const described = (name: string) => ({ name, nationality: '', placeId: '' })

describe('somebody who could be known', () => {
  it.each([
    { intention: 'accents and case', one: 'Élodie TÉSTARO', other: 'elodie testaro' },
    { intention: 'order of the words', one: 'Fictar Kalimo', other: 'Kalimo Fictar' },
    { intention: 'hyphen or space', one: 'Al-Fictari', other: 'El Fictari' },
    { intention: 'an apostrophe', one: "N'Fabelo", other: 'N’fabelo' },
    { intention: 'the Arabic article', one: 'كاليمو الفكتاري', other: 'كاليمو فكتاري' },
    { intention: 'a Turkish dot', one: 'İnventis', other: 'inventis' },
  ])('$intention does not separate two spellings', ({ one, other }) => {
    expect(fitOf(described(one), known(other))).toMatchObject({ isSameName: true })
  })

  it('has a name with a letter more or less, or with a part left out', () => {
    expect(fitOf(described('Mamadu Dialoverzonnen'), known('Mamadou Dialloverzonnen'))).toMatchObject({
      isSameName: false,
    })
    expect(fitOf(described('Fictar'), known('Kalimo Fictar'))).toMatchObject({ isSameName: false })
  })

  it('is nobody where both names are empty, or only one word of two is shared', () => {
    expect(fitOf(described(' - '), known('…'))).toBeNull()
    expect(fitOf(described('Kalimo Fictar'), known('Kalimo Exemplo'))).toBeNull()
  })

  it('says which of the names fits, and prefers the one that fits whole', () => {
    expect(fitOf(described('Bintou Fabelo'), known('Bintu Fabelo', 'Bintou Fabelo'))).toMatchObject({
      isSameName: true,
      nameKind: 'alias',
    })
  })

  it('comes sooner with the same nationality and the same place, never without a name', () => {
    const fitting = (nationality: string, placeId: string) =>
      fitOf({ name: 'Kalimo Fictar', nationality, placeId }, known('Kalimo Fictar'))
    const all = fitting('GN', 'vottem')
    const none = fitting('SN', 'merksplas')
    expect(all).toMatchObject({ isSameNationality: true, isSamePlace: true })
    expect(none).toMatchObject({ isSameNationality: false, isSamePlace: false })
    expect(all && weightOf(all)).toBeGreaterThan((none && weightOf(none)) ?? Number.POSITIVE_INFINITY)
    expect(
      fitOf({ name: 'Somebody Else', nationality: 'GN', placeId: 'vottem' }, known('Kalimo Fictar')),
    ).toBeNull()
  })
})
