import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { disconnect } from '@/lib/db/client'
import { withWork } from '@/lib/db/work'
import { findNames, type NameHit } from '@/lib/people/match.data'
import { isShownBeside } from '@/lib/people/match.rules'
import { newId } from '@/lib/shared/ids'
import { draws } from '../../prisma/seed/invented'
import { openGiven } from '../support/given/given'
import { givenUncounted } from '../support/given/uncounted'
import { openSuperuser } from '../support/superuser'
import { drawn } from '../support/sweep'

const pair = z.tuple([z.string(), z.string()])
const families = z
  .object({
    families: z.record(
      z.string(),
      z.object({ source: z.string(), public: z.array(pair), heldOut: z.array(pair), apart: z.array(pair) }),
    ),
  })
  .parse(JSON.parse(readFileSync('tests/names/pairs.json', 'utf8'))).families

/** Every sixth pair; all of them in a sweep. */
const asked = <T>(pairs: readonly T[]): readonly T[] => pairs.filter((_, index) => index % drawn(6, 1) === 0)

/** Other people of the same families: their words put together anew. */
const DISTRACTORS = drawn(800, 3000)
const wordsOf = (name: string): readonly string[] => name.split(' ')
const setOf = (name: string): string => [...wordsOf(name.toLowerCase())].sort().join(' ')

const known = new Map<string, string>()
let token: string
let holder: string

const register = (): readonly string[] => {
  const draw = draws(20_261_126)
  const all = Object.values(families).map((family) =>
    [...family.public, ...family.heldOut, ...family.apart].map(([name]) => name),
  )
  const asked = Object.values(families).flatMap((family) =>
    [...family.public, ...family.heldOut, ...family.apart].flat(),
  )
  const taken = new Set(asked.map(setOf))
  const others: string[] = []
  while (others.length < DISTRACTORS) {
    const family = draw.pick(all)
    const name = [
      wordsOf(draw.pick(family))[0],
      wordsOf(draw.pick(draw.chance(0.1) ? draw.pick(all) : family)).at(-1),
    ].join(' ')
    if (!taken.has(setOf(name))) others.push(name)
  }
  return [...new Set(all.flat()), ...others]
}

beforeAll(async () => {
  const given = openGiven()
  const organisation = given.organisation()
  const team = given.team(organisation)
  const worker = given.staff(organisation, 'coordinator', { leads: [team] })
  const colleague = given.staff(organisation, 'caseworker', { teams: [team] })
  token = given.tokenFor(worker)
  holder = given.tokenFor(colleague)
  const owner = await openSuperuser()
  for (const name of register()) {
    const { id } = given.file({ teamId: team, workerId: colleague })
    known.set(name, given.person({ caseIds: [id], createdBy: worker, name }))
  }
  await givenUncounted(
    (sql) => owner.query(sql),
    () => given.save(owner),
  )
  await owner.end()
})
afterAll(disconnect)

// Each name is asked for once, whichever test comes first.
const answers = new Map<string, Promise<NameHit[]>>()
const find = (name: string): Promise<NameHit[]> => {
  const answer = answers.get(name) ?? withWork(token, (work) => findNames(work, 'case:create', name))
  answers.set(name, answer)
  return answer
}
const rankOf = (hits: readonly NameHit[], name: string): number =>
  [...new Set(hits.map(({ personId }) => personId))].indexOf(known.get(name) ?? newId()) + 1

describe('names across scripts and spellings', () => {
  for (const half of ['public', 'heldOut'] as const)
    it(`has the right person among the first five (${half})`, async () => {
      const lines: string[] = []
      const missed: string[] = []
      let right = 0
      let all = 0
      for (const [family, { [half]: pairs }] of Object.entries(families)) {
        let found = 0
        for (const [name, heard] of asked(pairs)) {
          const hits = await find(heard)
          const rank = rankOf(hits, name)
          if (rank >= 1 && rank <= 5) found++
          else missed.push(`${family}: ${name} | ${heard} (${rank === 0 ? 'not found' : `rank ${rank}`})`)
        }
        lines.push(`${family} ${found} of ${asked(pairs).length}`)
        right += found
        all += asked(pairs).length
      }
      process.stdout.write(
        `recall@5, ${half}: ${right} of ${all}; ${lines.join(', ')}\n${missed.join('\n')}\n`,
      )
      expect(right / all).toBeGreaterThanOrEqual(0.95)
    })

  it('shows a near miss, and anyone else beside the right one, at most one time in four', async () => {
    const isWrong = async (name: string, heard: string): Promise<boolean> =>
      rankOf((await find(heard)).filter(isShownBeside), name) > 0
    const misses = Object.values(families).flatMap(({ apart }) => asked(apart))
    const wrong: string[] = []
    for (const [name, heard] of misses) if (await isWrong(name, heard)) wrong.push(`${name} | ${heard}`)
    const pairs = Object.values(families).flatMap((family) => asked([...family.public, ...family.heldOut]))
    let crowded = 0
    let hidden = 0
    for (const [name, heard] of pairs) {
      const shown = (await find(heard)).filter(isShownBeside)
      if (rankOf(shown, name) === 0) hidden++
      if (shown.some(({ personId }) => personId !== known.get(name))) crowded++
    }
    process.stdout.write(
      `near misses shown: ${wrong.length} of ${misses.length}; somebody else shown: ${crowded} of ${pairs.length}; ` +
        `the right one not shown: ${hidden}\n${wrong.join('\n')}\n`,
    )
    expect(wrong.length / misses.length).toBeLessThanOrEqual(0.25)
    expect(crowded / pairs.length).toBeLessThanOrEqual(0.25)
    expect(hidden / pairs.length).toBeLessThanOrEqual(0.05)
  })

  // Who leads is asked for in two steps, who holds files in one (docs/adr/0089).
  it('finds the same first five for the coordinator of the office as for anyone who holds each of its files', async () => {
    const first = (hits: readonly NameHit[]): readonly number[] =>
      hits
        .filter(isShownBeside)
        .slice(0, 5)
        .map(({ score }) => score)
    const heard = Object.values(families).flatMap((family) => asked([...family.public, ...family.heldOut]))
    let shown = 0
    for (const [, name] of heard.filter((_, index) => index % drawn(2, 4) === 0)) {
      const led = first(await find(name))
      shown += led.length
      const held = await withWork(holder, (work) => findNames(work, 'case:create', name))
      expect(led, name).toEqual(first(held))
    }
    expect(shown).toBeGreaterThan(drawn(30, 100))
  })
})
