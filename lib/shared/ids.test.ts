import { describe, expect, it } from 'vitest'
import { newCode, newId } from './ids'

describe('ids', () => {
  it('makes a UUID of version 7 that carries its time', () => {
    const id = newId(Date.UTC(2026, 10, 24))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 24))
  })

  it('makes codes that are neither counted nor repeated', () => {
    const codes = new Set(Array.from({ length: 2000 }, newCode))
    expect(codes.size).toBe(2000)
    for (const code of codes) expect(code).toMatch(/^[2-9CDFGHJKLMNPQRTVWX]{3}-[2-9CDFGHJKLMNPQRTVWX]{4}$/)
  })
})
