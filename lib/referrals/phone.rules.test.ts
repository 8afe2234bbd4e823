import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { URGENT_NUMBERS } from '@/components/layout/urgent-numbers'
import { dialled } from './phone.rules'

describe('a telephone number', () => {
  it('is dialled from anywhere, and a number of three and three digits as it stands', () => {
    expect(dialled('078 15 43 24')).toBe('+3278154324')
    expect(dialled('0473 40 00 66')).toBe('+32473400066')
    expect(dialled('116 000')).toBe('116000')
  })

  it('under the urgent help of every page is the one that the reference data has, with its source and its day', () => {
    const bodies: unknown = JSON.parse(readFileSync('prisma/reference/be/help-bodies.json', 'utf8'))
    for (const slug of ['child-focus', 'guardianship-service']) {
      const shown = URGENT_NUMBERS.find((one) => one.slug === slug)
      expect(bodies).toMatchObject({
        rows: expect.arrayContaining([
          expect.objectContaining({ slug, phone: shown?.shown, readOn: expect.any(String) }),
        ]),
      })
      expect(dialled(shown?.shown ?? '')).toBe(shown?.dialled)
    }
  })
})
