import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeze, type Live, type LiveEncounter, openFreezer } from './snapshot.rules'
import { toRecordKey } from './snapshot-key'

const keyOf = (text: string): number => toRecordKey(new Uint8Array(32).fill(5), text)
const personOf = () => ({ nationality: 'GN', ageBand: '18-24' })
const met = (id: string, personId: string, more: Partial<LiveEncounter> = {}): LiveEncounter => ({
  id,
  visitId: `v${id}`,
  personId,
  isMet: true,
  centre: 'north',
  metOn: '2026-08-01',
  ...more,
})
const frozen = (live: Partial<Live>) =>
  freeze({ encounters: [], topics: [], signals: [], personOf, keyOf, ...live })

describe('freezing a period', () => {
  it('counts a person once, in the centre where she was met most often', () => {
    const rows = frozen({
      encounters: [
        met('1', 'awa', { centre: 'south' }),
        met('2', 'awa', { centre: 'north' }),
        met('3', 'awa', { centre: 'south' }),
      ],
    }).filter((row) => row.unit === 'person')
    expect(rows).toMatchObject([{ person: 1, centre: 'south', nationality: 'GN', ageBand: '18-24' }])
  })

  it('takes the last of two equal centres', () => {
    const encounters = [met('1', 'awa', { centre: 'south', metOn: '2026-08-02' }), met('2', 'awa')]
    expect(frozen({ encounters }).find((row) => row.unit === 'person')?.centre).toBe('south')
  })

  it('keeps five encounters of one person and no more', () => {
    const encounters = Array.from({ length: 13 }, (_, i) => met(String(i), 'awa'))
    expect(frozen({ encounters }).filter((row) => row.unit === 'encounter')).toHaveLength(5)
    expect(frozen({ encounters }).filter((row) => row.unit === 'visit')).toHaveLength(5)
  })

  it('counts a visit once for each person met on it, however often', () => {
    const visit = { visitId: 'tuesday' }
    const rows = frozen({
      encounters: [met('1', 'awa', visit), met('2', 'awa', visit), met('3', 'sekou', visit)],
    }).filter((row) => row.unit === 'visit')
    expect(rows).toHaveLength(2)
    expect(new Set(rows.map((row) => row.event)).size).toBe(1)
  })

  it('counts nobody who was not met, but the signal raised about her', () => {
    const rows = frozen({
      encounters: [met('1', 'awa', { isMet: false })],
      signals: [
        { encounterId: '1', code: 'isolation_security' },
        { encounterId: '1', code: 'isolation_security' },
      ],
    })
    expect(rows.map((row) => row.unit)).toEqual(['signal'])
  })

  it('holds no identifier, and is the same whatever the order of reading', () => {
    const encounter = fc.record({ person: fc.nat(8), visit: fc.nat(4) })
    fc.assert(
      fc.property(fc.array(encounter, { maxLength: 40 }), (drawn) => {
        const encounters = drawn.map((one, i) =>
          met(`secret-${i}`, `person-${one.person}`, { visitId: `visit-${one.visit}` }),
        )
        const rows = frozen({ encounters })
        expect(frozen({ encounters: encounters.toReversed() })).toEqual(rows)
        expect(JSON.stringify(rows)).not.toMatch(/secret-|person-|visit-/)
        for (const unit of ['person', 'encounter', 'visit']) {
          const own = rows.filter((row) => row.unit === unit)
          expect(own.map((row) => row.row)).toEqual(own.map((_, i) => i + 1))
        }
      }),
    )
  })

  it('is the same snapshot in parts as at once, but for the numbers it draws', () => {
    const encounter = fc.record({
      person: fc.nat(12),
      visit: fc.nat(6),
      centre: fc.constantFrom('north', 'south'),
    })
    const withoutNumbers = (rows: ReturnType<typeof frozen>) =>
      rows
        .map(({ row: _row, person: _person, event: _event, hh: _hh, ...rest }) => JSON.stringify(rest))
        .sort()
    fc.assert(
      fc.property(fc.array(encounter, { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (drawn, size) => {
        const encounters = drawn.map(({ person, visit, centre }, i) =>
          met(`e${i}`, `p${person}`, { visitId: `v${visit}`, centre }),
        )
        const freezePart = openFreezer(keyOf)
        const people = [...new Set(encounters.map(({ personId }) => personId))]
        const rows = Array.from({ length: Math.ceil(people.length / size) }, (_, part) => {
          const own = new Set(people.slice(part * size, (part + 1) * size))
          const live = { topics: [], signals: [], personOf }
          return freezePart({ ...live, encounters: encounters.filter(({ personId }) => own.has(personId)) })
        }).flat()
        expect(withoutNumbers(rows)).toEqual(withoutNumbers(frozen({ encounters })))
        // A number is one person's, one event's; and one event has one number.
        for (const [a, b] of [
          ['person', 'rk'],
          ['event', 'eventKey'],
        ] as const) {
          const pairs = new Set(rows.map((row) => `${row[a]} ${row[b]}`))
          expect(new Set(rows.map((row) => row[a])).size).toBe(pairs.size)
          expect(new Set(rows.map((row) => row[b])).size).toBe(pairs.size)
        }
        for (const unit of ['person', 'encounter', 'visit'])
          expect(rows.filter((row) => row.unit === unit).map((row) => row.row)).toEqual(
            rows.filter((row) => row.unit === unit).map((_, i) => i + 1),
          )
      }),
    )
  })
})
