import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { COMMANDS, givenCommandFile } from '../support/commands'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'
import { drawn } from '../support/sweep'

// Many intentions of each command: a double click, two tabs, a retry after a lost answer, another text under an old id.

const INTENTIONS = drawn(8, 40)

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

describe.each(Object.entries(COMMANDS))('%s', (_, { open, input, ...command }) => {
  it('is done once for every intention, however often and from wherever it is sent', async () => {
    const file = await givenCommandFile(organisation, command)
    const traces = async () => {
      const [row] = await organisation.ask('SELECT count(*)::int AS n FROM audit_event WHERE case_id = $1', [
        file.caseId,
      ])
      return Number(row?.n)
    }
    const before = await traces()
    for (let i = 0; i < INTENTIONS; i++) {
      const requestId = randomUUID()
      const send = (words: string) => act(organisation.casey.token, open, input(file, words, i), requestId)
      const words = `Verzonnen ${i}`
      const [first, ...others] = await Promise.all([send(words), send(words), send(words)])
      expect(first).toMatchObject({ ok: true })
      for (const other of others) expect(other).toEqual(first)
      if (i % 4 !== 0) continue
      expect(await send(words)).toEqual(first)
      expect(await send(`${words} anders`)).toMatchObject({ ok: false, code: 'requestIdReused' })
    }
    expect(await traces()).toBe(before + INTENTIONS)
  })
})

it('are many: five hundred and more in a sweep', () =>
  expect(Object.keys(COMMANDS).length * INTENTIONS).toBeGreaterThanOrEqual(drawn(100, 500)))
