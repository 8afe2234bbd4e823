import { describe, expect, it } from 'vitest'
import { STEPS, type StepKind } from '@/lib/referrals/referral.rules'
import { isTold } from './told.rules'

const step = (kind: StepKind | 'taken_back', takesBack: string | null = null) => ({
  id: kind,
  kind,
  on: '2026-11-20',
  takesBack,
})

describe('a referral told someone', () => {
  it('by the steps that reach them, and by no other', () => {
    expect(isTold([], [])).toBe(false)
    expect(STEPS.codes.filter((kind) => isTold([step(kind)], []))).toEqual([
      'told',
      'sent',
      'received',
      'accepted',
      'declined',
      'no_capacity',
    ])
  })

  it('not by a step that was taken back; by a link that was opened whatever was taken back', () => {
    const back = [step('sent'), step('taken_back', 'sent')]
    expect(isTold(back, [])).toBe(false)
    expect(isTold(back, [new Date()])).toBe(true)
  })
})
