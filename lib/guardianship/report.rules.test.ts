import { describe, expect, it } from 'vitest'
import { makeAgeClaim } from '@/lib/people/age.rules'
import { toVersions } from './report.rules'

const said = makeAgeClaim({ basis: 'said', what: { form: 'age', from: 16, to: 16 }, asOf: '2026-11-01' })
const tested = makeAgeClaim({
  basis: 'test',
  what: { form: 'tested', tenths: 187, margin: 16 },
  asOf: '2026-11-20',
})
const silent = makeAgeClaim({ basis: 'declined', what: null, asOf: '2026-11-02' })

describe('versions side by side', () => {
  it('stand in the column of who says them, and no one decides between them', () => {
    const { names, ages } = toVersions({
      names: [
        { kind: 'as_said', text: 'Mirabel' },
        { kind: 'other_script', text: 'ሚራቤል' },
        { kind: 'authority_spelling', text: 'Mirabell' },
      ],
      ageClaims: [said, tested, silent],
    })
    expect(names).toEqual({
      said: ['Mirabel', 'ሚራቤል'],
      document: [],
      authority: ['Mirabell'],
      found: [],
    })
    expect(ages).toEqual({ said: [said], document: [], authority: [], found: [tested] })
  })
})
