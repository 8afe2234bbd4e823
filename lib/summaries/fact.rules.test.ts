import { describe, expect, it } from 'vitest'
import { PLACE_KINDS } from '@/lib/countries/vocabulary.rules'
import { toPlace } from './fact.rules'

const labels = { labelEn: 'Invented', labelFr: 'Inventé', labelNl: 'Verzonnen', labelDe: 'Erfunden' }

describe('a place in a summary', () => {
  it.each(PLACE_KINDS.codes)('%s says where a person is held, or elsewhere', (kind) => {
    const isHeld = ['closed_centre', 'return_home', 'inad_centre'].includes(kind)
    expect(toPlace({ kind, ...labels }).of).toBe(isHeld ? kind : 'elsewhere')
  })

  it('of a kind that is not known is an error', () => {
    expect(() => toPlace({ kind: 'moon', ...labels })).toThrow('countries.place-kinds')
  })
})
