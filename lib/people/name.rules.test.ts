import { describe, expect, it } from 'vitest'
import { foldName, initialsOf, isSameName } from './name.rules'

describe('names', () => {
  it('keeps letters of other scripts', () => {
    expect(foldName('ممادو')).toBe('ممادو')
  })

  it.each([
    { intention: 'accents and case', one: 'Élodie TÉSTARO', other: 'elodie testaro' },
    { intention: 'order of the words', one: 'Fictar Kalimo', other: 'Kalimo Fictar' },
    { intention: 'hyphen or space', one: 'Al-Fictari', other: 'El Fictari' },
    { intention: 'an apostrophe', one: "N'Fabelo", other: 'N’fabelo' },
    { intention: 'the Arabic article', one: 'كاليمو الفكتاري', other: 'كاليمو فكتاري' },
    { intention: 'a Turkish dot', one: 'İnventis', other: 'inventis' },
  ])('$intention makes no second name', ({ one, other }) => {
    expect(isSameName(one, other)).toBe(true)
  })

  it('has a second name with a letter more, and none where nothing is written', () => {
    expect(isSameName('Kalimo Fictar', 'Kalimo Fiktar')).toBe(false)
    expect(isSameName(' - ', '…')).toBe(false)
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
