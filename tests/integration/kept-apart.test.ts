import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { joinFile } from '@/lib/cases/file-people.actions'
import { keepApart, liftApart } from '@/lib/cases/kept-apart.actions'
import { listKeptApart } from '@/lib/cases/kept-apart.data'
import { listRelated } from '@/lib/cases/related-file.data'
import { disconnect } from '@/lib/db/client'
import { findAlike } from '@/lib/people/alike.actions'
import { newCode, newId } from '@/lib/shared/ids'
import { givenCircle } from '../support/given/circle'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

const givenPerson = async (caseId: string, name: string) => {
  const personId = newId()
  await organisation.ask('INSERT INTO person (id, code, created_by) VALUES ($1, $2, $3)', [
    personId,
    newCode(),
    organisation.casey.id,
  ])
  await organisation.ask('INSERT INTO case_person (case_id, person_id) VALUES ($1, $2)', [caseId, personId])
  await organisation.ask(
    `INSERT INTO person_name (id, person_id, kind, text) VALUES ($1, $2, 'as_said', $3)`,
    [newId(), personId, name],
  )
  return personId
}
/** The file that is kept apart, and that of the relative; both of casey, tied as siblings. */
const givenTwo = async () => {
  const [theirs, his] = [await givenCircle(organisation, 'open'), await givenCircle(organisation, 'open')]
  const name = `Zzfictar${newId().slice(-6)}`
  const personId = await givenPerson(theirs.id, name)
  await organisation.ask(
    `INSERT INTO related_file (id, case_id, other_case_id, kind, created_by) VALUES ($1, $2, $3, 'sibling', $4)`,
    [newId(), his.id, theirs.id, organisation.casey.id],
  )
  return { theirs, his, name, personId }
}
const ties = (caseId: string) =>
  organisation.casey.work(async (work) => (await listRelated(work, caseId)).map(({ file }) => file.id))

describe('a file kept apart from that of a dangerous relative', () => {
  it('is not on the relative’s file, neither as a tie nor as a match, though one reads both; the relative’s is on it', async () => {
    const { theirs, his, name } = await givenTwo()
    const match = async (caseId?: string) =>
      JSON.stringify(
        await act(organisation.casey.token, findAlike, {
          name,
          nationality: '',
          placeId: '',
          ...(caseId === undefined ? {} : { caseId }),
        }),
      ).includes(theirs.id)
    expect(await ties(his.id)).toEqual([theirs.id])
    expect(await match(his.id)).toBe(true)
    expect(
      await act(organisation.casey.token, keepApart, { caseId: theirs.id, code: his.code }),
    ).toMatchObject({
      ok: true,
    })
    expect(await ties(his.id)).toEqual([])
    expect(await match(his.id)).toBe(false)
    expect(await ties(theirs.id)).toEqual([his.id])
    expect(await match()).toBe(true)
    expect(
      await act(organisation.casey.token, keepApart, { caseId: theirs.id, code: his.code }),
    ).toMatchObject({
      fields: { code: 'keptAlready' },
    })
    const [kept] = await organisation.casey.work((work) => listKeptApart(work, theirs.id))
    expect(kept).toMatchObject({ code: his.code })
    expect(
      await act(organisation.casey.token, liftApart, { caseId: theirs.id, keptId: kept?.id }),
    ).toMatchObject({
      ok: true,
    })
    expect(await ties(his.id)).toEqual([theirs.id])
  })

  it('gives no one to the relative’s file, by the form or by a row, in the words for someone out of reach', async () => {
    const { theirs, his, personId } = await givenTwo()
    await act(organisation.casey.token, keepApart, { caseId: theirs.id, code: his.code })
    const row = (person: string) =>
      organisation.casey
        .work(
          (work) =>
            work.tx
              .$executeRaw`INSERT INTO case_person (case_id, person_id) VALUES (${his.id}::uuid, ${person}::uuid)`,
        )
        .catch((error: unknown) => /42501[^"]*/.exec(String(error))?.[0] ?? String(error))
    expect(String(await row(personId))).toContain('42501')
    expect(String(await row(newId()))).toContain('42501')
    const { emptyPerson } = await import('@/lib/people/empty-person')
    const join = (person: string) =>
      act(organisation.casey.token, joinFile, {
        ...emptyPerson,
        caseId: his.id,
        personId: person,
        role: 'sibling',
        basis: '',
        since: '',
        placeId: '',
        placeSince: '',
      })
    const [kept, noOne] = [await join(personId), await join(newId())]
    expect(kept).toEqual(noOne)
    expect(kept.ok).toBe(false)
  })

  it('is said by who may write in both, and read by who reads the file that said it', async () => {
    const { theirs, his } = await givenTwo()
    for (const who of [organisation.cory, organisation.sola, organisation.stranger])
      expect(await act(who.token, keepApart, { caseId: theirs.id, code: his.code })).toMatchObject({
        code: 'notFound',
      })
    for (const who of [organisation.ada, organisation.gus])
      expect(await act(who.token, keepApart, { caseId: theirs.id, code: his.code })).toMatchObject({
        code: 'forbidden',
      })
    await act(organisation.casey.token, keepApart, { caseId: theirs.id, code: his.code })
    await organisation.ask(
      `INSERT INTO case_member (id, case_id, staff_id, kind, added_by) VALUES ($1, $2, $3, 'support', $4)`,
      [newId(), his.id, organisation.sol.id, organisation.casey.id],
    )
    expect(
      await organisation.sol.work((work) => work.tx.keptApart.count({ where: { caseId: theirs.id } })),
    ).toBe(0)
    expect(
      await organisation.coral.work((work) => work.tx.keptApart.count({ where: { caseId: theirs.id } })),
    ).toBe(1)
  })
})
