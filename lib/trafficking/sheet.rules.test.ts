import { describe, expect, it } from 'vitest'
import { TRAFFICKING_MINIMUM } from '@/lib/referrals/field.rules'
import { URGENCIES } from '@/lib/referrals/referral.rules'
import { contradictionsOf, type FileSays, factsFor, needsHelpNow, placeOf } from './sheet.rules'
import { ANSWERS, type Answer } from './vocabulary.rules'

const account = (danger: Answer, held: Answer) => ({
  answers: { danger, held, forms: [], sector: '', region: '', recruitedIn: '' },
})
const PLACES = ['held', 'elsewhere', 'left', null] as const
const everyFile: readonly FileSays[] = PLACES.flatMap((place) =>
  [true, false].map((hasCriticalSignal) => ({ place, hasCriticalSignal })),
)
const sheetOf = (danger: Answer, held: Answer, says: FileSays) =>
  Object.fromEntries(
    factsFor(account(danger, held), [], ['danger', 'held'], says).map((fact) => [
      fact.field,
      'answer' in fact ? fact.answer : '',
    ]),
  )

describe('where the files say that a person is', () => {
  it('is the current stay; an ended detention counts when the answers are not newer', () => {
    const held = { isHeld: true, until: null }
    const home = { isHeld: false, until: null }
    const ended = { isHeld: true, until: '2026-11-10' } as const
    expect(placeOf([home, held, ended], null)).toBe('held')
    expect(placeOf([home, ended], '2026-11-01')).toBe('elsewhere')
    expect(placeOf([ended], '2026-11-10')).toBe('left')
    expect(placeOf([ended], '2026-11-11')).toBeNull()
    expect(placeOf([ended], null)).toBeNull()
    expect(placeOf([], '2026-11-01')).toBeNull()
  })
})

describe('the sheet of a referral', () => {
  it('is drawn from the file where no one answered', () => {
    for (const answer of ['not_asked', 'unsure'] as const)
      expect(sheetOf(answer, answer, { place: 'held', hasCriticalSignal: true })).toEqual({
        danger: 'yes',
        held: 'yes',
      })
    expect(factsFor(null, [], ['danger', 'held'], { place: 'held', hasCriticalSignal: false })).toEqual([
      { field: 'danger', answer: 'not_asked' },
      { field: 'held', answer: 'yes' },
    ])
  })

  it('never leaves while what it prints differs from the file, for all answers, urgencies and files', () => {
    let left = 0
    for (const danger of ANSWERS.codes)
      for (const held of ANSWERS.codes)
        for (const urgency of URGENCIES.codes)
          for (const says of everyFile) {
            const found = contradictionsOf(account(danger, held), says, {
              urgency,
              fields: TRAFFICKING_MINIMUM,
            })
            if (found.length > 0) continue
            left++
            const printed = sheetOf(danger, held, says)
            if (says.place === 'held') expect(printed.held).toBe('yes')
            if (says.place === 'elsewhere' || says.place === 'left') expect(printed.held).not.toBe('yes')
            if (says.hasCriticalSignal) expect(printed.danger).toBe('yes')
            if (printed.held === 'yes' || printed.danger === 'yes') expect(urgency).toBe('now')
          }
    expect(left).toBeGreaterThan(20)
  })

  it('names the two statements', () => {
    const says = { place: 'held', hasCriticalSignal: true } as const
    const asked = { urgency: 'this_week', fields: TRAFFICKING_MINIMUM } as const
    expect(contradictionsOf(account('no', 'no'), says, asked)).toEqual([
      'sheetHeldNo',
      'sheetDangerNo',
      'sheetUrgencyHeld',
      'sheetUrgencySignal',
    ])
    expect(contradictionsOf(account('yes', 'yes'), { ...says, place: 'left' }, asked)).toEqual([
      'sheetHeldLeft',
      'sheetUrgencyHeld',
      'sheetUrgencyDanger',
    ])
    expect(contradictionsOf(account('no', 'no'), says, { ...asked, urgency: 'now', fields: [] })).toEqual([])
  })

  it('begins as urgent as the file is', () => {
    for (const says of everyFile)
      expect(needsHelpNow(null, says)).toBe(says.place === 'held' || says.hasCriticalSignal)
  })
})
