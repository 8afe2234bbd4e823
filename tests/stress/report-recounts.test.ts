import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { givenRandomOrganisation } from '../support/random-organisation'
import { countAddresses } from '../support/recounts/addresses'
import { compare } from '../support/recounts/compare'
import { differences, disturb, readAllCells } from '../support/recounts/hidden'
import { openSuperuser } from '../support/superuser'

// What tests/integration/report-recounts.test.ts holds of eight organisations, of many.

let owner: pg.Client
beforeAll(async () => {
  owner = await openSuperuser()
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

/** Some of them: FROM=1101 ORGANISATIONS=20 npm run stress -- report-recounts. */
const FIRST = Number(process.env.FROM ?? 1001)
const ORGANISATIONS = Number(process.env.ORGANISATIONS ?? 200)

it(`every figure is what a recount by hand says, in ${ORGANISATIONS} organisations`, async () => {
  const faults: string[] = []
  let [cells, questions, nothing] = [0, 0, 0]
  for (let seed = FIRST; seed < FIRST + ORGANISATIONS; seed++) {
    const organisation = await givenRandomOrganisation(owner, seed)
    // For every reader in each period in one of ten, which takes a minute; in the others as npm test draws them.
    const found = await compare(owner, organisation, seed, { deep: seed % 10 === 0 })
    faults.push(...found.faults)
    cells += found.cells
    questions += found.questions
    nothing += found.zeros
    console.log(`organisation ${seed}: ${found.faults.length} faults, ${cells} cells until now`)
    if (faults.length > 20) break
  }
  console.log(`recounts: ${cells} cells of ${questions} questions, ${nothing} of them nothing`)
  expect(faults.slice(0, 20)).toEqual([])
})

/** Or those alone that are named: HIDDEN=2018 npm run stress -- report-recounts. */
const HIDDEN = process.env.HIDDEN?.split(',').map(Number) ?? Array.from({ length: 30 }, (_, i) => 2001 + i)

it(`no restricted or sealed file moves a figure of others, in ${HIDDEN.length} organisations`, async () => {
  for (const seed of HIDDEN) {
    const organisation = await givenRandomOrganisation(owner, seed, { size: 40 })
    const read = () =>
      Promise.all([
        readAllCells(organisation, 'bothLead', 'team'),
        readAllCells(organisation, 'holder', 'organisation'),
      ])
    const [team, all] = await read()
    for (let round = 1; round <= 5; round++) await disturb(owner, organisation, seed * 10 + round)
    const [teamAfter, allAfter] = await read()
    expect([seed, differences(team, teamAfter), differences(all, allAfter)]).toEqual([seed, [], []])
  }
})

it('2,000 addresses are read and counted without a fault', async () => {
  const organisation = await givenRandomOrganisation(owner, 3001, { size: 12 })
  const { faults } = await countAddresses(organisation, 2_000, 20_261_201)
  expect(faults.slice(0, 10)).toEqual([])
})
