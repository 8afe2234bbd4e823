import { afterAll, beforeAll, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { COMMANDS, sendWords } from '../support/commands'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { hostileThousand } from '../support/hostile'
import { wordFaults } from '../support/word-faults'

const THOUSAND = hostileThousand(20_261_126)

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

it('are a thousand, thirty and more of each class', () => {
  const sizes = Object.values(THOUSAND).map((strings) => new Set(strings).size)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThanOrEqual(1000)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(30)
})

it('every field of every handler keeps each of a thousand hostile words, or refuses it with a word that a form can show', async () => {
  const { fields, faults } = await wordFaults(Object.values(THOUSAND).flat())
  console.log(`${Object.values(THOUSAND).flat().length} words, each in ${fields} fields`)
  expect(faults).toEqual([])
})

it.each(Object.entries(COMMANDS))(
  '%s keeps each of a thousand hostile words, or refuses it by field',
  async (_, command) => {
    for (const [kind, strings] of Object.entries(THOUSAND))
      expect({ kind, ...(await sendWords(organisation, command, strings)) }).toEqual({
        kind,
        refusedWithoutField: [],
        lost: [],
      })
  },
)
