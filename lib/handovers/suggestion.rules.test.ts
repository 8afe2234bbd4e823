import { describe, expect, it } from 'vitest'
import { type ColleagueFacts, type FileFacts, suggest } from './suggestion.rules'

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
  accreditedFor: [],
  worksIn: [],
  leads: false,
  ...more,
})
const toWhom = (files: readonly FileFacts[], colleagues: readonly ColleagueFacts[]) =>
  Object.fromEntries([...suggest(files, colleagues)].map(([caseId, { staffId }]) => [caseId, staffId]))

describe('whom to ask', () => {
  it('puts the right to enter the centre before a lighter load', () => {
    const colleagues = [
      colleague('light', { load: 0 }),
      colleague('entering', { load: 20, accreditedFor: ['civ'] }),
    ]
    expect(toWhom([file('held', { centreIds: ['civ'] })], colleagues)).toEqual({ held: 'entering' })
    expect(toWhom([file('free')], colleagues)).toEqual({ free: 'light' })
  })

  it('counts on what it has suggested, so that nobody gets everything', () => {
    const french = colleague('french', { languages: ['fr'] })
    const files = Array.from({ length: 40 }, (_, n) => file(`f${n}`, { languages: ['fr'] }))
    const whom = Object.values(toWhom(files, [french, colleague('other')]))
    expect(whom.filter((id) => id === 'french').length).toBeGreaterThan(20)
    expect(whom.filter((id) => id === 'other').length).toBeGreaterThan(10)
  })

  it('asks only members for a restricted file, and nobody where there is none', () => {
    const colleagues = [colleague('light', { load: 0 }), colleague('member', { load: 90 })]
    expect(toWhom([file('r', { circle: ['member'] })], colleagues)).toEqual({ r: 'member' })
    expect(toWhom([file('r', { circle: ['elsewhere'] })], colleagues)).toEqual({})
  })

  it('asks whoever leads the office only where nobody else may', () => {
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
    )
    expect(found.get('held')?.why).toEqual([
      { kind: 'notAccredited' },
      { kind: 'language', language: 'ar' },
      { kind: 'centre' },
      { kind: 'load', load: 6 },
    ])
  })
})
