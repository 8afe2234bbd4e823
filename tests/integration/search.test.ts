import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { findPeople } from '@/lib/people/search.actions'
import { newId } from '@/lib/shared/ids'
import { openGiven } from '../support/given/given'
import { act } from '../support/handlers'
import { openSuperuser } from '../support/superuser'

let owner: Awaited<ReturnType<typeof openSuperuser>>
const given = openGiven()
const token = { worker: '', coordinator: '', stranger: '' }
const of = { team: '', other: '', worker: '', stranger: '', coordinator: '' }
const people = { mine: '', second: '', restricted: '', far: '' }
const codes = { mine: '', sealed: '', far: '' }

beforeAll(async () => {
  owner = await openSuperuser()
  const organisation = given.organisation()
  of.team = given.team(organisation)
  of.other = given.team(organisation)
  of.worker = given.staff(organisation, 'caseworker', { teams: [of.team] })
  of.coordinator = given.staff(organisation, 'coordinator', { leads: [of.team] })
  of.stranger = given.staff(organisation, 'caseworker', { teams: [of.other] })
  token.worker = given.tokenFor(of.worker)
  token.coordinator = given.tokenFor(of.coordinator)
  token.stranger = given.tokenFor(of.stranger)
  const file = (workerId: string, teamId: string, more = {}) => given.file({ teamId, workerId, ...more })
  const [mine, second, far] = [
    file(of.worker, of.team),
    file(of.coordinator, of.team),
    file(of.stranger, of.other),
  ]
  const restricted = file(of.worker, of.team, { secrecy: 'restricted' })
  given.member({ caseId: restricted.id, staffId: of.worker, addedBy: of.worker, kind: 'support' })
  const person = (caseId: string, createdBy: string, name: string) =>
    given.person({ caseIds: [caseId], createdBy, name })
  people.mine = person(mine.id, of.worker, 'Kalimo Fictar')
  people.second = person(second.id, of.coordinator, 'Calimo Fiktar')
  people.restricted = person(restricted.id, of.worker, 'Kalimu Fichtar')
  people.far = person(far.id, of.stranger, 'Kalimo Fictar')
  codes.mine = mine.code
  codes.far = far.code
  await given.save(owner)
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

const ask = async (
  who: keyof typeof token,
  sentence: string,
  more: { without?: string[]; locked?: string[] } = {},
) => {
  const answer = await act(token[who], findPeople, { sentence, without: [], locked: [], ...more })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}
const found = async (who: keyof typeof token, sentence: string, more = {}) =>
  (await ask(who, sentence, more)).people.map(({ personId }) => personId)

describe('finding a person by a sentence', () => {
  it('shows whom one reaches and no one else, whatever the spelling', async () => {
    expect(new Set(await found('worker', 'maybe Kalimo Fiktar'))).toEqual(
      new Set([people.mine, people.restricted]),
    )
    expect(new Set(await found('coordinator', 'Kalimo Fictar'))).toEqual(
      new Set([people.mine, people.second]),
    )
    expect(await found('stranger', 'Kalimo Fictar')).toContain(people.far)
  })

  it('shows no one when no name is like the one that was said', async () => {
    for (const who of ['worker', 'coordinator'] as const)
      expect(await found(who, 'somebody, maybe Zzyxqua Wvorpik')).toEqual([])
  })

  it('finds a file by its code, and none out of reach', async () => {
    expect(await found('worker', codes.mine.toLowerCase())).toEqual([people.mine])
    expect(await found('worker', codes.far)).toEqual([])
  })

  it('answers the same, to the letter, when a person is written down out of reach', async () => {
    const before = await ask('worker', 'Kalimo Fictar')
    const more = given.file({ teamId: of.other, workerId: of.stranger })
    given.person({ caseIds: [more.id], createdBy: of.stranger, name: 'Kalimo Fictar' })
    await given.save(owner)
    expect(await ask('worker', 'Kalimo Fictar')).toEqual(before)
  })

  it('says no country of someone whose country no one knows', async () => {
    const country = async () => (await ask('worker', codes.mine)).people.map((one) => one.country)
    const [known] = await country()
    expect(known).toMatchObject({ name: 'Guinea' })
    await owner.query(
      "UPDATE nationality SET country = 'XXX', certainty = 'not_known' WHERE person_id = $1",
      [people.mine],
    )
    expect(await country()).toEqual([null])
    await owner.query("UPDATE nationality SET country = 'GN', certainty = 'said' WHERE person_id = $1", [
      people.mine,
    ])
  })

  it('adds what was said to the order, and leaves out only by what is certain', async () => {
    await owner.query(
      "INSERT INTO nationality (id, person_id, country, certainty) VALUES ($1, $2, 'SN', 'said')",
      [newId(), people.second],
    )
    expect((await found('coordinator', 'Senegalese, Kalimo Fictar'))[0]).toBe(people.second)
    expect(await found('coordinator', 'Senegalese, Kalimo Fictar', { locked: ['country:SN'] })).toEqual([
      people.second,
    ])
    expect((await found('coordinator', 'Senegalese, Kalimo Fictar', { without: ['country:SN'] }))[0]).toBe(
      people.mine,
    )
  })

  it('keeps in the audit log whom it showed, and of the words a mark that does not give them back', async () => {
    await ask('worker', 'Unmistakable Fictar')
    const { rows } = await owner.query(
      "SELECT detail::text AS detail FROM audit_event WHERE event = 'people.searched' AND actor_id = $1 ORDER BY at DESC, id DESC",
      [of.worker],
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toMatch(/unmistakable|fictar/iu)
    expect(JSON.stringify(rows)).toContain('term')
  })
})
