import { describe, expect, it } from 'vitest'
import { foldName, initialsOf } from './name.rules'

describe('names', () => {
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
