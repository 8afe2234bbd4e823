import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { judgeRegime } from './regime.rules'
import { EVENTS, STATUSES } from './vocabulary.rules'

const row = z
  .strictObject({
    instrument: z.enum(['APR', 'AMMR', 'SCREENING', 'RCD']),
    law: z.string(),
    from: z.iso.date(),
    trigger: z.enum(EVENTS.codes),
    openDays: z.array(z.iso.date()),
    article: z.string(),
    source: z.strictObject({ title: z.string(), address: z.string(), seen: z.string() }).nullable(),
    status: z.enum(STATUSES.codes),
  })
  .refine(({ status, source }) => status !== 'verified' || source !== null)

describe('the days of the regulations', () => {
  it('stand in the reference data, each with its event, article and status', () => {
    const text = readFileSync(new URL('../../prisma/reference/be/regimes.json', import.meta.url), 'utf8')
    const { rows } = z.strictObject({ document: z.string(), rows: z.array(row) }).parse(JSON.parse(text))
    expect(rows.map(({ instrument, from, trigger }) => [instrument, from, trigger])).toEqual([
      ['APR', '2026-06-12', 'application_lodged'],
      ['AMMR', '2026-07-01', 'application_registered'],
      ['SCREENING', '2026-06-12', 'screening_began'],
      ['RCD', '2026-06-12', 'application_lodged'],
    ])
  })

  it.each([
    { event: 'cgrs_decision_notified', lodgedOn: '2026-06-11', registeredOn: null, says: 'otherRegime' },
    { event: 'cgrs_decision_notified', lodgedOn: '2026-06-12', registeredOn: null, says: 'applies' },
    { event: 'cgrs_decision_notified', lodgedOn: null, registeredOn: null, says: 'regimeUnclear' },
    { event: 'transfer_accepted', lodgedOn: '2026-07-05', registeredOn: '2026-06-30', says: 'otherRegime' },
    { event: 'transfer_accepted', lodgedOn: '2026-07-05', registeredOn: '2026-07-01', says: 'regimeUnclear' },
    { event: 'transfer_accepted', lodgedOn: '2026-07-05', registeredOn: '2026-07-02', says: 'applies' },
    { event: 'transfer_accepted', lodgedOn: '2026-06-30', registeredOn: null, says: 'otherRegime' },
    { event: 'transfer_accepted', lodgedOn: '2026-07-05', registeredOn: null, says: 'regimeUnclear' },
    { event: 'screening_began', lodgedOn: null, registeredOn: null, says: 'applies' },
    { event: 'application_registered', lodgedOn: null, registeredOn: null, says: 'applies' },
  ] as const)('of $event, lodged $lodgedOn, registered $registeredOn: a rule of the Pact $says', (given) => {
    const { event, lodgedOn, registeredOn, says } = given
    expect(judgeRegime('PACT', { event, lodgedOn, registeredOn, facts: [], triggeredOn: '2026-11-24' })).toBe(
      says,
    )
  })
})
