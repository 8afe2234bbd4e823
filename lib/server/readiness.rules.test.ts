import { expect, it } from 'vitest'
import { type Condition, openReadiness, REASONS, type Reason, reasonsAgainst } from './readiness.rules'

const well: Condition = {
  isAway: false,
  isMigrated: true,
  hasKeys: true,
  isDraining: false,
  clockDifference: -29,
  memory: { used: 600, limit: 1000, heapUsed: 400, heapLimit: 500 },
}
const WRONG: Readonly<Record<Reason, Partial<Condition>>> = {
  database: { isAway: true },
  migrations: { isMigrated: false },
  keys: { hasKeys: false },
  draining: { isDraining: true },
  clock: { clockDifference: 31 },
  memory: { memory: { used: 751, limit: 1000, heapUsed: 0, heapLimit: 500 } },
}

it.each(REASONS.codes)('says why it takes no requests: %s', (reason) => {
  expect(reasonsAgainst(well)).toEqual([])
  expect(reasonsAgainst({ ...well, ...WRONG[reason] })).toEqual([reason])
})

it('says nothing of a database that is away but that, and counts a full heap without any limit of the system', () => {
  expect(reasonsAgainst({ ...well, isAway: true, isMigrated: false, clockDifference: 900 })).toEqual([
    'database',
  ])
  const memory = { used: 9e9, limit: null, heapUsed: 451, heapLimit: 500 }
  expect(reasonsAgainst({ ...well, memory })).toEqual(['memory'])
  expect(reasonsAgainst({ ...well, memory: { ...memory, heapUsed: 450 } })).toEqual([])
})

it('is looked at once a second, however often it is asked', () => {
  let looks = 0
  let clock = 0
  const ask = openReadiness(
    () => {
      looks += 1
      return []
    },
    () => clock,
  )
  for (let i = 0; i < 50; i++) ask()
  clock = 999
  ask()
  expect(looks).toBe(1)
  clock = 1_000
  ask()
  expect(looks).toBe(2)
})
