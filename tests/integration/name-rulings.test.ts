import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { ruleNames, takeNamesBack } from '@/lib/people/name-ruling.actions'
import { findPeople } from '@/lib/people/search.actions'
import { openGiven } from '../support/given/given'
import { act } from '../support/handlers'
import { openSuperuser } from '../support/superuser'

let owner: Awaited<ReturnType<typeof openSuperuser>>
const given = openGiven()
const organisation = given.organisation()
const elsewhere = given.organisation()
const team = given.team(organisation)
const otherTeam = given.team(elsewhere)
const worker = given.staff(organisation, 'caseworker', { teams: [team] })
const stranger = given.staff(elsewhere, 'caseworker', { teams: [otherTeam] })
const token = {
  admin: given.tokenFor(given.staff(organisation, 'admin')),
  worker: given.tokenFor(worker),
  stranger: given.tokenFor(stranger),
}
const someone = (teamId: string, createdBy: string, name: string) =>
  given.person({ caseIds: [given.file({ teamId, workerId: createdBy }).id], createdBy, name })
const people = {
  wobar: someone(team, worker, 'Wobarel'),
  far: someone(otherTeam, stranger, 'Wobarel'),
  diallo: someone(team, worker, 'Diallo'),
}
beforeAll(async () => {
  owner = await openSuperuser()
  await given.save(owner)
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

const found = async (who: keyof typeof token, sentence: string) => {
  const answer = await act(token[who], findPeople, { sentence, without: [], locked: [] })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.people.map(({ personId }) => personId)
}

describe('what an admin says of two names', () => {
  it('finds people at once, in their organisation alone, and no longer when it is taken back', async () => {
    const names = { one: 'Zumquif', other: 'Wobarel' }
    expect(await found('worker', 'Zumquif')).toEqual([])
    expect(await act(token.admin, ruleNames, { ...names, ruling: 'same' })).toMatchObject({ ok: true })
    expect(await found('worker', 'Zumquif')).toEqual([people.wobar])
    expect(await found('stranger', 'Zumquif')).toEqual([])
    // The other way round, and in another case: the same two names.
    const turned = { one: 'wobarel', other: 'ZUMQUIF' }
    expect(await act(token.admin, takeNamesBack, turned)).toMatchObject({ ok: true })
    expect(await found('worker', 'Zumquif')).toEqual([])
    expect(await act(token.admin, takeNamesBack, names)).toMatchObject({ code: 'correctedMeanwhile' })
  })

  it('stands above what came with the program, which stands again afterwards', async () => {
    const names = { one: 'Diallo', other: 'Jallow' }
    expect(await found('worker', 'Jallow')).toEqual([people.diallo])
    await act(token.admin, ruleNames, { ...names, ruling: 'apart' })
    expect(await found('worker', 'Jallow')).toEqual([])
    await act(token.admin, takeNamesBack, names)
    expect(await found('worker', 'Jallow')).toEqual([people.diallo])
  })

  it('is one word each, of two different names', async () => {
    const wrong = (one: string, other: string) => act(token.admin, ruleNames, { one, other, ruling: 'same' })
    expect(await wrong('Kalimo Fictar', 'Kalim')).toMatchObject({
      code: 'invalid',
      fields: { one: 'oneName' },
    })
    expect(await wrong('Kalimo', 'kalimo')).toMatchObject({ code: 'invalid', fields: { other: 'sameName' } })
    expect(await wrong('0470123456', 'Kalim')).toMatchObject({ code: 'invalid', fields: { one: 'oneName' } })
  })

  it('is an admin’s to say', async () => {
    const names = { one: 'Kalimo', other: 'Kalim', ruling: 'same' as const }
    expect(await act(token.worker, ruleNames, names)).toMatchObject({ code: 'forbidden' })
  })
})
