import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partnerPolicy, publicPolicy } from './disclosure.rules'
import {
  canonicalJson,
  type Metered,
  meter,
  meterQuota,
  type Spec,
  toBase32,
  toReleaseId,
} from './release.rules'

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest()
const spec: Spec = {
  measure: 'peopleByCentre',
  profile: 'public',
  hierarchies: 'h1',
  only: null,
  dimensions: ['centre'],
  levels: ['centre:centre'],
  language: 'en',
  base: 10,
  threshold: 20,
}
const snapshot = '0199d0a0-0000-7000-8000-000000000001'

describe('the name of a release', () => {
  it('is base32 as RFC 4648 has it', () => {
    expect(toBase32(new TextEncoder().encode('foobar'))).toBe('MZXW6YTBOI')
    expect(toBase32(sha256('abc')).slice(0, 20)).toBe('XJ4BNP4PAHH6UQKBIDPF')
  })

  it('is the same for the same question and another for any other', () => {
    const id = toReleaseId(snapshot, spec, sha256)
    expect(id).toMatch(/^[A-Z2-7]{20}$/)
    expect(toReleaseId(snapshot, { ...spec }, sha256)).toBe(id)
    const others = [
      toReleaseId(snapshot.replace(/1$/, '2'), spec, sha256),
      toReleaseId(snapshot, { ...spec, language: 'fr' }, sha256),
      toReleaseId(snapshot, { ...spec, threshold: 30 }, sha256),
      toReleaseId(snapshot, { ...spec, levels: ['centre:centre+other'] }, sha256),
      toReleaseId(snapshot, { ...spec, profile: 'partner' }, sha256),
      toReleaseId(snapshot, { ...spec, only: 'age:minor' }, sha256),
    ]
    expect(new Set([id, ...others]).size).toBe(7)
  })

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (object) => {
        const turned = Object.fromEntries(Object.entries(object).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(object))
      }),
    )
  })
})

describe('the meter', () => {
  const centre: Metered = { unit: 'person', levels: ['centre:centre'], policy: publicPolicy }
  const crossed: Metered = { unit: 'person', levels: ['centre:centre', 'age:group'], policy: publicPolicy }

  const topics: Metered = { unit: 'topic', levels: ['topic:topic'], policy: publicPolicy }

  it('counts the cells that contain one record', () => {
    expect(meter([], centre)).toEqual({ cellsNew: 2, meterAfter: 2 })
    expect(meter([], crossed)).toEqual({ cellsNew: 4, meterAfter: 4 })
    expect(meter([centre], crossed)).toEqual({ cellsNew: 2, meterAfter: 4 })
  })

  it('counts a value that one person may carry five times, five times', () => {
    expect(meter([], topics)).toEqual({ cellsNew: 6, meterAfter: 6 })
  })

  it('charges a partner’s finer cell five times, and beside the public one', () => {
    const partner: Metered = { ...centre, policy: partnerPolicy }
    expect(meter([], partner)).toEqual({ cellsNew: 10, meterAfter: 10 })
    expect(meter([centre], partner)).toEqual({ cellsNew: 10, meterAfter: 12 })
    // So that 45 cells a record, at which averaging was measured, are never passed.
    expect(meterQuota / partnerPolicy.meterCost).toBeLessThanOrEqual(45)
  })

  it('charges nothing for what is out already, in whatever order', () => {
    const releases = [centre, crossed, topics] as const
    fc.assert(
      fc.property(fc.shuffledSubarray([...releases, ...releases], { minLength: 6 }), (order) => {
        const sums = order.map((one, i) => meter(order.slice(0, i), one))
        expect(sums.at(-1)?.meterAfter).toBe(10)
        expect(sums.reduce((sum, one) => sum + one.cellsNew, 0)).toBe(10)
      }),
    )
  })
})
