import { describe, expect, it } from 'vitest'
import { readSearch, writeCursor, writeSearch } from './caseload.schema'

const worker = '018f3a1e-7c00-7000-8000-000000000001'

describe('the caseload in the address', () => {
  it('comes back as it was written', () => {
    const filters = { worker, status: 'active', centre: '127bis', signal: 'critical', late: '1' }
    const at = { on: '2026-11-24', id: worker, passed: 50 }
    const url = new URL(writeSearch(filters, writeCursor(at)), 'http://localhost')
    expect(readSearch(Object.fromEntries(url.searchParams))).toEqual({ filters, after: at })
  })

  it('leaves out what it cannot read', () => {
    const raw = {
      worker: "' OR 1=1",
      status: ['active', 'closed'],
      signal: 'loud',
      late: 'yes',
      after: 'bm90IGpzb24',
      name: 'x',
    }
    expect(readSearch(raw)).toEqual({ filters: { status: 'active' }, after: null })
  })

  it('without filters is a plain address', () => {
    expect(writeSearch({})).toBe('/cases')
  })
})
