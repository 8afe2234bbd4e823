import { describe, expect, it } from 'vitest'
import { strandOf } from './strand.rules'

describe('the procedure of a deadline', () => {
  it('is the one whose entry began it, also where its event is named like another one', () => {
    expect(strandOf('detention_event', 'dublin_detention_ordered')).toBe('detention')
    expect(strandOf('guardianship_event', 'minor_reported')).toBe('guardianship')
    expect(strandOf('stay_document', 'card_expires')).toBe('asylum')
  })

  it('is read from the event where an entry tells nothing, or was none', () => {
    expect(strandOf(null, 'child_missing')).toBe('guardianship')
    expect(strandOf('note', 'petition_filed')).toBe('detention')
    expect(strandOf(null, 'cgrs_decision_notified')).toBe('asylum')
    expect(strandOf('trafficking_event', 'annex_15_issued')).toBe('other')
    expect(strandOf(null, 'data_requested')).toBe('other')
  })
})
