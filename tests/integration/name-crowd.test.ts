import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { withWork } from '@/lib/db/work'
import { findNames } from '@/lib/people/match.data'
import { openGiven } from '../support/given/given'
import { givenUncounted } from '../support/given/uncounted'
import { openSuperuser } from '../support/superuser'

// More people than are looked at closely bear a word that sounds like the one that was heard (docs/adr/0089).

const CROWD = 400
const ONE_OFF = 'Tasemir Kelvadim'
const BOTH_OFF = 'Tosanur Kelvadim'
const THREE = 'Ulo Tosanur Papo Kelvadim'

const personOf = new Map<string, string>()
let leader: string
let holder: string

beforeAll(async () => {
  const given = openGiven()
  const organisation = given.organisation()
  const team = given.team(organisation)
  const elsewhere = given.team(organisation)
  const leading = given.staff(organisation, 'coordinator', { leads: [team] })
  const holding = given.staff(organisation, 'caseworker', { teams: [team] })
  const stranger = given.staff(organisation, 'caseworker', { teams: [elsewhere] })
  leader = given.tokenFor(leading)
  holder = given.tokenFor(holding)
  const call = (name: string, teamId: string, workerId: string): string => {
    const { id } = given.file({ teamId, workerId })
    return given.person({ caseIds: [id], createdBy: workerId, name })
  }
  for (let index = 0; index < CROWD; index++) call('Tasemir Papo', team, holding)
  for (const name of [ONE_OFF, BOTH_OFF, THREE]) personOf.set(name, call(name, team, holding))
  personOf.set('unseen', call(BOTH_OFF, elsewhere, stranger))
  const owner = await openSuperuser()
  await givenUncounted(
    (sql) => owner.query(sql),
    () => given.save(owner),
  )
  await owner.end()
})
afterAll(disconnect)

const find = (token: string, name: string) =>
  withWork(token, async (work) =>
    (await findNames(work, 'case:create', name)).map(({ personId }) => personId),
  )

describe('a name among many that begin alike', () => {
  it('is found by one word as it is read and one that is a letter off', async () => {
    expect((await find(leader, 'Tasemir Kelvadin'))[0]).toBe(personOf.get(ONE_OFF))
  })

  it('is found by two words that are both a letter off, in any order and with words between them', async () => {
    for (const heard of ['Dosamur Kelvadin', 'Kelvadin Dosamur']) {
      const found = await find(leader, heard)
      expect(found, heard).toContain(personOf.get(BOTH_OFF))
      expect(found, heard).toContain(personOf.get(THREE))
    }
  })

  it('is looked for at once where no one is led', async () => {
    expect(await find(holder, 'Dosamur Kelvadin')).toContain(personOf.get(BOTH_OFF))
  })

  it('is found within reach alone', async () => {
    for (const token of [leader, holder])
      expect(await find(token, 'Dosamur Kelvadin')).not.toContain(personOf.get('unseen'))
  })
})
