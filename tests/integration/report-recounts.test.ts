import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { FIGURE_IDS, type FigureId, figureOf, isAdditive, isOfFiles } from '@/lib/reporting/figure.rules'
import { givenRandomOrganisation, type RandomOrganisation } from '../support/random-organisation'
import { countAddresses } from '../support/recounts/addresses'
import { compare } from '../support/recounts/compare'
import { differences, disturb, joinHidden, movedFigures, readAllCells } from '../support/recounts/hidden'
import { openSuperuser } from '../support/superuser'
import { drawn, isSweep } from '../support/sweep'

/** Seeds, with how many people there are: four in `npm test`, all in a sweep, and 200 others in tests/stress. */
const SIZES: Readonly<Record<number, number>> = { 1: 0, 2: 4, 3: 12, 4: 25, 5: 40, 6: 60, 7: 60, 8: 60 }
const ORGANISATIONS = Object.entries(SIZES)
  .map(([seed, size]) => ({ seed: Number(seed), size }))
  .filter(({ seed }) => isSweep || [1, 3, 4, 6].includes(seed))

let owner: pg.Client
const given = new Map<number, RandomOrganisation>()
beforeAll(async () => {
  owner = await openSuperuser()
  // One of them with every trigger, which would refuse what cannot be.
  for (const { seed, size } of ORGANISATIONS)
    given.set(seed, await givenRandomOrganisation(owner, seed, { size, quickly: seed !== 4 }))
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

describe('every figure of reports is what a recount by hand says', () => {
  it.each(ORGANISATIONS)('in organisation $seed of $size people', async ({ seed }) => {
    const organisation = given.get(seed)
    if (organisation === undefined) throw new Error('not given')
    const { faults, cells } = await compare(owner, organisation, seed)
    expect(faults.slice(0, 20)).toEqual([])
    expect(cells).toBeGreaterThan(200)
  })

  it('lengths and waits of many people, of whom half may be told, and files on the day they are closed', async () => {
    const organisation = await givenRandomOrganisation(owner, 9, { size: drawn(90, 150) })
    const isLasting = (figure: FigureId): boolean => ['length', 'wait'].includes(figureOf(figure).counting.of)
    const figures = FIGURE_IDS.codes.filter((figure) => isLasting(figure) || figure === 'files_open')
    const { faults, cells } = await compare(owner, organisation, 9, { deep: true, figures })
    expect(faults.slice(0, 20)).toEqual([])
    expect(cells).toBeGreaterThan(200)
  })

  it('of people who were merged, merges taken back, and files erased', () => {
    const sum = (of: (organisation: RandomOrganisation) => number): number =>
      [...given.values()].reduce((all, organisation) => all + of(organisation), 0)
    expect(sum(({ merged }) => merged)).toBeGreaterThan(drawn(1, 5))
    expect(sum(({ undone }) => undone)).toBeGreaterThan(0)
    expect(sum(({ erased }) => erased)).toBeGreaterThan(drawn(1, 3))
  })
})

describe('a file that is restricted or sealed', () => {
  it('moves no figure but those of its own members, whatever is written, changed or deleted in it', async () => {
    const organisation = await givenRandomOrganisation(owner, 101, { size: 60 })
    await joinHidden(owner, organisation, 'worker')
    // One after the other: each reads in one transaction, which beside others may take longer than it is given.
    const read = async () =>
      [
        await readAllCells(organisation, 'bothLead', 'team'),
        await readAllCells(organisation, 'holder', 'organisation'),
        await readAllCells(organisation, 'worker', 'own'),
      ] as const
    const [team, all, own] = await read()
    for (const seed of [1, 2, 3, 4]) expect(await disturb(owner, organisation, seed)).toBeGreaterThan(30)
    const [teamAfter, allAfter, ownAfter] = await read()
    expect(differences(team, teamAfter)).toEqual([])
    expect(differences(all, allAfter)).toEqual([])
    // Each number that is about files was in danger: it moved for a member.
    const moved = movedFigures(own, ownAfter)
    const additive = FIGURE_IDS.codes.filter((figure) => isOfFiles(figure) && isAdditive(figure))
    expect(additive.filter((figure) => !moved.has(figure))).toEqual([])
  })

  it('shows two coordinators of one office the same number in every cell', async () => {
    const organisation = await givenRandomOrganisation(owner, 102, { size: 30 })
    const one = await readAllCells(organisation, 'lead', 'team')
    const other = await readAllCells(organisation, 'lead2', 'team')
    expect(one.size).toBeGreaterThan(200)
    expect(differences(one, other)).toEqual([])
  })
})

it('reads and counts any address without a fault, and nothing that is not in the registry', async () => {
  const organisation = await givenRandomOrganisation(owner, 103, { size: 6 })
  const { faults, columns } = await countAddresses(organisation, 200, 20_261_130)
  expect(faults.slice(0, 5)).toEqual([])
  expect(columns).toBeGreaterThan(200)
})
