import { describe, expect, it } from 'vitest'
import { type ColleagueFacts, type FileFacts, neededUntil, suggest } from './suggestion.rules'

const file = (caseId: string, more: Partial<FileFacts> = {}): FileFacts => ({
  caseId,
  weight: 2,
  centreIds: [],
  languages: [],
  circle: null,
  ...more,
})
const colleague = (id: string, more: Partial<ColleagueFacts> = {}): ColleagueFacts => ({
  id,
  load: 10,
  languages: [],
  accreditations: [],
  worksIn: [],
  leads: false,
  ...more,
})
const toWhom = (files: readonly FileFacts[], colleagues: readonly ColleagueFacts[]) =>
  Object.fromEntries(
    [...suggest(files, colleagues, '2026-12-28')].map(([caseId, { staffId }]) => [caseId, staffId]),
  )

describe('whom to ask', () => {
  it('puts the right to enter the centre before a lighter load', () => {
    const colleagues = [
      colleague('light', { load: 0 }),
      colleague('entering', { load: 20, accreditations: [{ placeId: 'civ', until: '2027-06-30' }] }),
    ]
    expect(toWhom([file('held', { centreIds: ['civ'] })], colleagues)).toEqual({ held: 'entering' })
    expect(toWhom([file('free')], colleagues)).toEqual({ free: 'light' })
  })

  it('counts on what it has suggested, so that no one gets everything', () => {
    const french = colleague('french', { languages: ['fr'] })
    const files = Array.from({ length: 40 }, (_, n) => file(`f${n}`, { languages: ['fr'] }))
    const whom = Object.values(toWhom(files, [french, colleague('other')]))
    expect(whom.filter((id) => id === 'french').length).toBeGreaterThan(20)
    expect(whom.filter((id) => id === 'other').length).toBeGreaterThan(10)
  })

  it('asks only members for a restricted file, and no one where there is none', () => {
    const colleagues = [colleague('light', { load: 0 }), colleague('member', { load: 90 })]
    expect(toWhom([file('r', { circle: ['member'] })], colleagues)).toEqual({ r: 'member' })
    expect(toWhom([file('r', { circle: ['elsewhere'] })], colleagues)).toEqual({})
  })

  it('asks the coordinator of the office only where no one else may', () => {
    const colleagues = [colleague('lead', { load: 0, leads: true }), colleague('busy', { load: 90 })]
    expect(toWhom([file('open'), file('r', { circle: ['lead'] })], colleagues)).toEqual({
      open: 'busy',
      r: 'lead',
    })
  })

  it('says why, and what one should know', () => {
    const found = suggest(
      [file('held', { centreIds: ['civ'], languages: ['ti', 'ar'] })],
      [colleague('a', { languages: ['ar'], worksIn: ['civ'], load: 6 })],
      '2026-12-28',
    )
    expect(found.get('held')?.why).toEqual([
      { kind: 'notAccredited' },
      { kind: 'language', language: 'ar' },
      { kind: 'centre' },
      { kind: 'load', load: 6 },
    ])
  })

  it('counts on no accreditation that ends too soon, and says when it ends', () => {
    const until = (day: string) => [{ placeId: 'civ', until: day }]
    const held = file('held', { centreIds: ['civ'] })
    const colleagues = [
      colleague('tomorrow', { load: 9, accreditations: until('2026-11-29') }),
      colleague('long', { load: 20, accreditations: until('2026-12-28') }),
    ]
    expect(toWhom([held], colleagues)).toEqual({ held: 'long' })
    const [first, second] = colleagues.map((one) => suggest([held], [one], '2026-12-28').get('held')?.why[0])
    expect(first).toEqual({ kind: 'accreditationEnds', until: '2026-11-29' })
    expect(second).toEqual({ kind: 'accredited', until: '2026-12-28' })
  })

  it('needs an accreditation until the end of a cover, or for a month', () => {
    expect(neededUntil('2026-12-05', '2026-11-28')).toBe('2026-12-05')
    expect(neededUntil(null, '2026-11-28')).toBe('2026-12-28')
  })
})
