import { describe, expect, it } from 'vitest'
import { foldName, initialsOf, isAlikeName } from './name.rules'

describe('names', () => {
  it.each([
    { intention: 'accents and case', one: 'Élodie TÉSTARO', other: 'elodie testaro' },
    { intention: 'order of the words', one: 'Fictar Kalimo', other: 'Kalimo Fictar' },
    { intention: 'hyphen or space', one: 'Al-Fictari', other: 'El Fictari' },
    { intention: 'an apostrophe', one: "N'Fabelo", other: 'N’fabelo' },
    { intention: 'the Arabic article', one: 'كاليمو الفكتاري', other: 'كاليمو فكتاري' },
    { intention: 'a Turkish dot', one: 'İnventis', other: 'inventis' },
  ])('$intention does not separate two spellings', ({ one, other }) => {
    expect(isAlikeName(one, other)).toBe(true)
  })

  it('two names are not one because both are empty', () => {
    expect(isAlikeName(' - ', '…')).toBe(false)
    expect(isAlikeName('Kalimo Fictar', 'Kalimo Exemplo')).toBe(false)
  })

  it('keeps letters of other scripts', () => {
    expect(foldName('ممادو')).toBe('ممادو')
  })

  it.each([
    { name: 'Kalimo Fictar', initials: 'K. F.' },
    { name: 'kalimo', initials: 'K.' },
    { name: 'Kalimo de la Fictar', initials: 'K. D. L.' },
    { name: 'ممادو جالو', initials: 'م. ج.' },
    { name: '?', initials: '' },
  ])('"$name" is $initials on paper', ({ name, initials }) => {
    expect(initialsOf(name)).toBe(initials)
  })
})
