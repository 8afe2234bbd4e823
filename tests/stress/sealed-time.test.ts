import { afterAll, beforeAll, expect, it } from 'vitest'
import FilePage from '@/app/(signed-in)/cases/[code]/page'
import { disconnect } from '@/lib/db/client'
import { findAlike } from '@/lib/people/alike.actions'
import { findPeople } from '@/lib/people/search.actions'
import { newCode } from '@/lib/shared/ids'
import { chanceLonger, shuffle } from '../support/chance'
import { openGiven } from '../support/given/given'
import { act, openPage } from '../support/handlers'
import { openSuperuser } from '../support/superuser'

// How long an outsider waits says nothing of whether a code or a name stands in a sealed file. Glass, links from outside and
// sign-in have tests of their own.

const ROUNDS = 2000
// As long as each other and of the same letters. Which of them stands in the file is drawn, so that what a name costs by itself is no
// sign; and both are said as often, so that neither is better known to a cache.
const [NAME = '', NO_ONE = ''] = shuffle(['Verzegelda Onbekend', 'Verzegelde Onbekand'])
const given = openGiven()
const home = given.organisation()
const team = given.team(home)
const asker = given.staff(home, 'caseworker', { teams: [team] })
const worker = given.staff(home, 'caseworker', { teams: [team] })
const second = given.staff(home, 'caseworker', { teams: [team] })
const sealed = given.file({ teamId: team, workerId: worker, secrecy: 'sealed', kind: 'thb' })
for (const staffId of [worker, second])
  given.member({ caseId: sealed.id, staffId, addedBy: worker, kind: 'circle' })
given.person({ caseIds: [sealed.id], createdBy: worker, sealed: true, name: NAME })
const own = given.file({ teamId: team, workerId: asker })
given.person({ caseIds: [own.id], createdBy: asker, name: 'Alona Zichtbaar' })
const token = given.tokenFor(asker)

beforeAll(async () => {
  const owner = await openSuperuser()
  await given.save(owner)
  await owner.end()
})
afterAll(disconnect)

const NO_CODE = newCode()
const find = (sentence: string) => act(token, findPeople, { sentence, without: [], locked: [] })
const HANDLERS: Readonly<Record<string, (isSealed: boolean) => Promise<unknown>>> = {
  'the page of a code': (isSealed) =>
    openPage(token, FilePage, { params: { code: isSealed ? sealed.code : NO_CODE } }),
  'the search for a code': (isSealed) => find(isSealed ? sealed.code : NO_CODE),
  'the search for a name': (isSealed) => find(isSealed ? NAME : NO_ONE),
  'who somebody new could be': (isSealed) =>
    act(token, findAlike, { name: isSealed ? NAME : NO_ONE, nationality: '', placeId: '' }),
}

it.each(Object.entries(HANDLERS))(
  `%s takes as long for a sealed file as for none, over ${ROUNDS} pairs`,
  async (name, open) => {
    const times: Record<'sealed' | 'none', number[]> = { sealed: [], none: [] }
    const time = async (kind: 'sealed' | 'none', isKept: boolean) => {
      const started = performance.now()
      await open(kind === 'sealed')
      if (isKept) times[kind].push(performance.now() - started)
    }
    for (let warm = 0; warm < 20; warm += 1)
      for (const kind of ['sealed', 'none'] as const) await time(kind, false)
    for (let round = 0; round < ROUNDS; round += 1)
      for (const kind of shuffle(['sealed', 'none'] as const)) await time(kind, true)
    const chance = chanceLonger(times.sealed, times.none)
    console.log(`${name}: longer for a sealed file with chance ${chance.toFixed(3)}`)
    expect(chance).toBeGreaterThan(0.45)
    expect(chance).toBeLessThan(0.55)
  },
)
