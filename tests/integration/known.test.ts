import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getCaseHeader } from '@/lib/cases/case-header.data'
import { addClaim, withdrawClaim } from '@/lib/cases/claim.actions'
import { readKnown } from '@/lib/cases/known.data'
import { disconnect } from '@/lib/db/client'
import { withWork } from '@/lib/db/work'
import { emptyAge, emptyMore, emptyPerson } from '@/lib/people/empty-person'
import { type Day, dayOf } from '@/lib/shared/dates'
import { openGiven } from '../support/given/given'
import { act } from '../support/handlers'
import { openSuperuser } from '../support/superuser'

let owner: Awaited<ReturnType<typeof openSuperuser>>
const given = openGiven()
const organisation = given.organisation()
const team = given.team(organisation)
const worker = given.staff(organisation, 'caseworker', { teams: [team] })
const stranger = given.staff(organisation, 'caseworker', { teams: [team] })
const token = { worker: given.tokenFor(worker), stranger: given.tokenFor(stranger) }
const file = given.file({ teamId: team, workerId: worker })
const personId = given.person({ caseIds: [file.id], createdBy: worker, name: 'Ombrelin Weten' })

beforeAll(async () => {
  owner = await openSuperuser()
  await given.save(owner)
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

const known = (who: keyof typeof token, on: Day | null) =>
  withWork(token[who], async (work) => readKnown(work, await getCaseHeader(work, file.id), on))
const CLAIM = {
  ...emptyAge,
  ...emptyMore,
  certainty: emptyPerson.certainty,
  caseId: file.id,
  personId,
  name: 'Ombrelin Wetten',
  nameKind: 'alias',
  nationality: 'notAsked',
}

describe('what was known of someone', () => {
  it('says who wrote down a name and who withdrew it, and stands or stands not on a day', async () => {
    const before = await known('worker', null)
    expect(await act(token.worker, addClaim, CLAIM)).toMatchObject({ ok: true })
    const [said] = (await known('worker', null)).changes
    if (said?.kind !== 'said') throw new Error('the newest change is what was just said')
    expect(said).toMatchObject({ claim: { said: { kind: 'name', text: 'Ombrelin Wetten' } } })
    expect(said.by).toMatch(/\S/)
    expect((await known('worker', null)).changes).toHaveLength(before.changes.length + 1)

    const claimId = said.claim.id
    // Written down eight days ago, and withdrawn today.
    await owner.query("UPDATE person_name SET created_at = created_at - interval '8 days' WHERE id = $1", [
      claimId,
    ])
    await owner.query('UPDATE case_file SET opened_on = opened_on - 20 WHERE id = $1', [file.id])
    const of = { caseId: file.id, personId, claimId, because: 'misread' }
    expect(await act(token.worker, withdrawClaim, of)).toMatchObject({ ok: true })
    const { changes } = await known('worker', null)
    expect(changes[0]).toMatchObject({ kind: 'withdrawn', because: 'misread', by: said.by })
    const names = async (on: Day) =>
      (await known('worker', on)).asOf?.claims.flatMap(({ said: one }) =>
        one.kind === 'name' ? [one.text] : [],
      )
    const today = dayOf(new Date())
    const ago = (days: number): Day => dayOf(new Date(Date.now() - days * 86_400_000))
    expect(await names(today)).not.toContain('Ombrelin Wetten')
    expect(await names(ago(2))).toContain('Ombrelin Wetten')
    expect(await names(ago(12))).not.toContain('Ombrelin Wetten')
    expect((await known('worker', ago(400))).asOf).toMatchObject({ isThere: false, claims: [] })
    expect((await known('worker', ago(2))).changes.some(({ kind }) => kind === 'withdrawn')).toBe(false)
  })

  it('is told to no one who does not reach the file', async () => {
    await expect(known('stranger', null)).rejects.toThrow()
  })
})
