import { describe, expect, it } from 'vitest'
import { ABSENT, byStep, COMING, firstOfEach, GAP_DAYS, GAPS, type Gap, reasonOf } from './gap.rules'

const gap = (step: Gap['step'], absent: Gap['absent'], on: string): Gap => ({ step, absent, on })

describe('the rules of what is missing for the next step', () => {
  it('name every step and everything that can be lacking, and no pair twice', () => {
    const pairs = GAPS.map(({ step, absent }) => `${step} ${absent}`)
    expect(new Set(pairs).size).toBe(pairs.length)
    expect(new Set(GAPS.map(({ step }) => step))).toEqual(new Set(COMING.codes))
    expect(new Set(GAPS.map(({ absent }) => absent))).toEqual(new Set(ABSENT.codes))
  })

  it('say why: an article of a law, or that it is practice', () => {
    for (const { reason } of GAPS)
      if (reason !== 'practice') expect(reason.article).toMatch(/, art\. [\d/]+$/)
    expect(reasonOf({ step: 'appeal', absent: 'decision' })).toEqual({
      article: 'Aliens Act, art. 39/69',
      status: 'general_knowledge',
    })
    expect(reasonOf({ step: 'visit', absent: 'consent' })).toBe('practice')
  })

  it('look no further than the longest of them', () => {
    expect(GAP_DAYS).toBe(30)
  })
})

describe('what is missing in a file', () => {
  it('is in the order of the steps', () => {
    const some = [
      gap('visit', 'consent', '2026-12-02'),
      gap('interview', 'language', '2026-12-01'),
      gap('interview', 'lawyer', '2026-12-01'),
      gap('appeal', 'decision', '2026-12-02'),
    ]
    expect([...some].sort(byStep).map(({ absent }) => absent)).toEqual([
      'lawyer',
      'language',
      'decision',
      'consent',
    ])
  })

  it('is said once, with the first step that needs it', () => {
    expect(
      firstOfEach([
        gap('appeal', 'lawyer', '2026-12-09'),
        gap('interview', 'lawyer', '2026-12-03'),
        gap('appeal', 'decision', '2026-12-09'),
      ]),
    ).toEqual([gap('interview', 'lawyer', '2026-12-03'), gap('appeal', 'decision', '2026-12-09')])
  })
})
