import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { COMMANDS, sendWords } from '../support/commands'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { HOSTILE } from '../support/hostile'
import { wordFaults } from '../support/word-faults'

// What is typed is kept as it was typed, or refused with a word about its field: nothing breaks and nothing gets lost.

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

const names = Object.keys(COMMANDS)
const strings = Object.values(HOSTILE).flat()

it('are thirty or more of every class', () => {
  for (const some of Object.values(HOSTILE)) expect(new Set(some).size).toBeGreaterThanOrEqual(30)
})

describe('words of every class', () => {
  // Each of them at one command, so that each command meets every class; all of them at all commands is `npm run stress -- hostile`.
  it.each(Object.entries(COMMANDS))(
    '%s keeps them, or says in which field they cannot stand',
    async (name, command) => {
      const some = strings.filter((_, i) => i % names.length === names.indexOf(name))
      expect(await sendWords(organisation, command, some)).toEqual({ refusedWithoutField: [], lost: [] })
    },
  )
})

describe('every field of every handler that takes words', () => {
  it('keeps them but for blanks around, or refuses them with a word that a form can show', async () => {
    const { fields, faults } = await wordFaults(strings)
    expect(faults).toEqual([])
    // Forms grow; a walk that found fewer fields than this would have lost its way.
    expect(fields).toBeGreaterThan(80)
  })
})
