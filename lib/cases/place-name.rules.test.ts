import { expect, it } from 'vitest'
import places from '@/prisma/reference/be/places.json' with { type: 'json' }
import { properPlace } from './place-name.rules'

it('a closed centre has its proper name in a list, in four languages, and no other centre has the same', () => {
  const closed = places.rows.filter(({ kind }) => kind === 'closed_centre')
  expect(closed.length).toBeGreaterThanOrEqual(6)
  for (const locale of ['en', 'fr', 'nl', 'de'] as const) {
    const names = closed.map(({ kind, label }) => properPlace(kind, label[locale]))
    expect(new Set(names).size).toBe(closed.length)
    for (const name of names) expect(name).toMatch(/^(\p{Lu}|\d)/u)
  }
  expect(properPlace('closed_centre', 'Centre fermé de Vottem')).toBe('Vottem')
})

it('any other place is called as its label says', () => {
  expect(properPlace('return_home', 'Return home Tubize')).toBe('Return home Tubize')
  expect(properPlace('city', 'La Louvière')).toBe('La Louvière')
})
