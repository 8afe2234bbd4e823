import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { bringConfig, compareFile } from '@/lib/exchange/exchange.actions'
import { configurationRows, countEditions } from '../support/configuration-tables'
import { openGiven } from '../support/given/given'
import { act } from '../support/handlers'
import { fullText, mutatedConfigurations } from '../support/mutated-configurations'
import { openSuperuser } from '../support/superuser'

let owner: pg.Client
const given = openGiven()
const organisation = given.organisation()
const token = given.tokenFor(given.staff(organisation, 'admin'))

beforeAll(async () => {
  owner = await openSuperuser()
  await given.save(owner)
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

it('refuses 200 of 200 wrong files with a sentence, and writes nothing by any of them', async () => {
  const read = await act(token, compareFile, { text: fullText() })
  if (!read.ok) throw new Error(read.code)
  expect(read.value.faults).toEqual([])
  const before = await configurationRows(owner, organisation)
  const editions = await countEditions(owner, organisation)
  let refused = 0
  for (const seed of [11, 12, 13, 14, 15])
    for (const { name, text } of mutatedConfigurations(seed, 40)) {
      const answer = await act(token, compareFile, { text })
      expect({ seed, name, ok: answer.ok }).toEqual({ seed, name, ok: true })
      if (!answer.ok) continue
      expect({ seed, name, isRefused: answer.value.faults.length > 0 }).toEqual({
        seed,
        name,
        isRefused: true,
      })
      expect((await act(token, bringConfig, { text, seen: answer.value.seen, reason: 'x' })).ok).toBe(false)
      refused += 1
    }
  expect(refused).toBe(200)
  expect(await countEditions(owner, organisation)).toBe(editions)
  expect(await configurationRows(owner, organisation)).toEqual(before)
})
