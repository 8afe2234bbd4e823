import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import EntryRoute from '@/app/(house)/statistics/releases/[releaseId]/page'
import RegisterRoute from '@/app/(house)/statistics/releases/page'
import { setDataLead } from '@/lib/accounts/administration.actions'
import { disconnect } from '@/lib/db/client'
import { NotFound } from '@/lib/db/errors'
import { withStatsWork, withWork } from '@/lib/db/work'
import { findBreak } from '@/lib/statistics/chain.rules'
import { getEntry, listReleases } from '@/lib/statistics/register.data'
import { releaseStatistic, signRelease } from '@/lib/statistics/statistic.actions'
import { givenAdmin } from '../support/given/admin'
import { type GivenHouse, givenCaseHouse } from '../support/given/case-house'
import { givenFrozen } from '../support/given/frozen-house'
import { givenMetPeople } from '../support/given/met-people'
import { act, openPage } from '../support/handlers'

let house: GivenHouse

/** Releases a table of the frozen quarter as ada and gives its id. */
const released = async (table: string): Promise<string> => {
  const input = { period: '2026-Q3', table, recipient: 'Invented foundation', purpose: 'Annual report' }
  const answer = await act(house.ada.token, releaseStatistic, input)
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.releaseId
}

const link = z.object({
  id: z.string(),
  snapshotId: z.string(),
  engineVersion: z.string(),
  profile: z.string(),
  fileHashes: z.record(z.string(), z.string()),
  meterAfter: z.number(),
  number: z.number(),
  prevHash: z.string(),
  ownHash: z.string(),
})

beforeAll(async () => {
  house = await givenCaseHouse()
  await givenMetPeople(house, { n: 300, enteredOn: '2026-07-05', seed: 8 })
  await givenFrozen(house)
})

afterAll(async () => {
  await house.close()
  await disconnect()
})

describe('a release in the register', () => {
  it('stands in a chain that a missing, a changed or a moved row breaks', async () => {
    await released('peopleByAge')
    await released('peopleByCentre')
    const register = await withStatsWork(house.ada.token, listReleases)
    expect(register.brokenAt).toBeNull()
    expect(register.releases.length).toBeGreaterThan(1)
    const rows = await house.ask(
      `SELECT id, snapshot_id AS "snapshotId", engine_version AS "engineVersion", profile, file_hashes AS "fileHashes",
              meter_after AS "meterAfter", number, prev_hash AS "prevHash", own_hash AS "ownHash"
         FROM sdc_release ORDER BY number`,
    )
    const [first, second, ...rest] = z.array(link).parse(rows)
    if (!first || !second) throw new Error('two releases were made')
    const hash = (text: string) => createHash('sha256').update(text).digest('hex')
    expect(findBreak([first, second, ...rest], hash)).toBeNull()
    expect(findBreak([second, ...rest], hash)).toBe(second.id)
    expect(findBreak([second, first, ...rest], hash)).toBe(second.id)
    expect(findBreak([{ ...first, meterAfter: first.meterAfter + 1 }, second, ...rest], hash)).toBe(first.id)
    const forged = { ...first, fileHashes: { ...first.fileHashes, csv: hash('other numbers') } }
    expect(findBreak([forged, second, ...rest], hash)).toBe(first.id)
  })

  it('is signed once, by an admin who leads data protection and did not make it', async () => {
    const releaseId = await released('peopleByTopic')
    const lead = await givenAdmin(house, 'home')
    const outsider = await givenAdmin(house, 'elsewhere')
    const sign = (token: string) => act(token, signRelease, { releaseId })
    const name = (token: string, staffId: unknown, leads = true) =>
      act(token, setDataLead, { staffId, leads })
    const idOf = async (token: string) => withWork(token, async ({ actor }) => actor.id)
    const leadId = await idOf(lead)

    expect(await sign(lead)).toMatchObject({ ok: false, code: 'notDataLead' })
    // Nobody gives it to herself, nobody outside gives it, and it is given to admins alone.
    expect(await name(lead, leadId)).toMatchObject({ ok: false, code: 'notFound' })
    expect(await name(outsider, leadId)).toMatchObject({ ok: false, code: 'notFound' })
    expect(await name(house.coral.token, leadId)).toMatchObject({ ok: false, code: 'forbidden' })
    expect(await name(house.ada.token, house.casey.id)).toMatchObject({ ok: false, code: 'notFound' })
    expect(await name(house.ada.token, leadId)).toMatchObject({ ok: true })
    expect(await name(lead, house.ada.id)).toMatchObject({ ok: true })
    await expect(
      house.ask(`UPDATE staff SET leads_data_protection = true WHERE role = 'caseworker'`),
    ).rejects.toThrow('staff_lead_is_admin')

    expect(await sign(house.ada.token)).toMatchObject({ ok: false, code: 'ownRelease' })
    expect(await sign(outsider)).toMatchObject({ ok: false, code: 'notFound' })
    expect(await sign(house.coral.token)).toMatchObject({ ok: false, code: 'forbidden' })
    expect(await sign(lead)).toMatchObject({ ok: true })
    expect(await sign(lead)).toMatchObject({ ok: false, code: 'signedBefore' })
    const entry = await withStatsWork(house.ada.token, (work) => getEntry(work, releaseId))
    expect(entry).toMatchObject({
      signature: { by: leadId },
      handovers: [{ recipient: 'Invented foundation', by: house.ada.id }],
    })
    await expect(withStatsWork(outsider, (work) => getEntry(work, releaseId))).rejects.toThrow(NotFound)
    const [kept] = await house.ask(
      `SELECT s.signed_hash = r.own_hash AS same FROM sdc_signature s JOIN sdc_release r ON r.id = s.release_id WHERE r.id = $1`,
      [releaseId],
    )
    expect(kept).toEqual({ same: true })
    await expect(house.ask('DELETE FROM sdc_signature')).rejects.toThrow()
  })

  it('stands on a page of its own, for admins of its house and nobody else', async () => {
    const releaseId = await released('peopleByAge')
    const outsider = await givenAdmin(house, 'elsewhere')
    for (const [route, params] of [
      [RegisterRoute, {}],
      [EntryRoute, { releaseId }],
    ] as const) {
      expect((await openPage(house.ada.token, route, { params })).outcome).toBe('shown')
      expect((await openPage(house.coral.token, route, { params })).outcome).toBe('notFound')
      expect((await openPage(house.casey.token, route, { params })).outcome).toBe('notFound')
    }
    expect((await openPage(outsider, EntryRoute, { params: { releaseId } })).outcome).toBe('notFound')
    expect(
      (await openPage(house.ada.token, EntryRoute, { params: { releaseId: "x' OR 1=1" } })).outcome,
    ).toBe('notFound')
    expect((await withStatsWork(outsider, listReleases)).releases).toEqual([])
  })
})
