import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import EntryRoute from '@/app/(signed-in)/statistics/releases/[releaseId]/page'
import RegisterRoute from '@/app/(signed-in)/statistics/releases/page'
import { setDataLead } from '@/lib/accounts/administration.actions'
import { disconnect } from '@/lib/db/client'
import { NotFound } from '@/lib/db/errors'
import { withStatsWork, withWork } from '@/lib/db/work'
import { findBreak } from '@/lib/statistics/chain.rules'
import { getEntry, listReleases } from '@/lib/statistics/register.data'
import { releaseStatistic, signRelease } from '@/lib/statistics/statistic.actions'
import { givenAdmin } from '../support/given/admin'
import { givenFrozen } from '../support/given/frozen-organisation'
import { givenMetPeople } from '../support/given/met-people'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act, openPage } from '../support/handlers'

let organisation: GivenOrganisation

/** Releases a table of the frozen quarter as ada and gives its id. */
const released = async (table: string): Promise<string> => {
  const input = { period: '2026-Q3', table, recipient: 'Invented foundation', purpose: 'Annual report' }
  const answer = await act(organisation.ada.token, releaseStatistic, input)
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
  organisation = await givenCaseOrganisation()
  await givenMetPeople(organisation, { n: 300, enteredOn: '2026-07-05', seed: 8 })
  await givenFrozen(organisation)
})

afterAll(async () => {
  await organisation.close()
  await disconnect()
})

describe('a release in the register', () => {
  it('stands in a chain that a missing, a changed or a moved row breaks', async () => {
    await released('peopleByAge')
    await released('peopleByCentre')
    const register = await withStatsWork(organisation.ada.token, listReleases)
    expect(register.brokenAt).toBeNull()
    expect(register.releases.length).toBeGreaterThan(1)
    const rows = await organisation.ask(
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
    const lead = await givenAdmin(organisation, 'home')
    const outsider = await givenAdmin(organisation, 'elsewhere')
    const sign = (token: string) => act(token, signRelease, { releaseId })
    const name = (token: string, staffId: unknown, leads = true) =>
      act(token, setDataLead, { staffId, leads })
    const idOf = async (token: string) => withWork(token, async ({ actor }) => actor.id)
    const leadId = await idOf(lead)

    expect(await sign(lead)).toMatchObject({ ok: false, code: 'notDataLead' })
    // No one gives it to themselves, no one outside gives it, and it is given to admins alone.
    expect(await name(lead, leadId)).toMatchObject({ ok: false, code: 'notFound' })
    expect(await name(outsider, leadId)).toMatchObject({ ok: false, code: 'notFound' })
    expect(await name(organisation.coral.token, leadId)).toMatchObject({ ok: false, code: 'forbidden' })
    expect(await name(organisation.ada.token, organisation.casey.id)).toMatchObject({
      ok: false,
      code: 'notFound',
    })
    expect(await name(organisation.ada.token, leadId)).toMatchObject({ ok: true })
    expect(await name(lead, organisation.ada.id)).toMatchObject({ ok: true })
    await expect(
      organisation.ask(`UPDATE staff SET leads_data_protection = true WHERE role = 'caseworker'`),
    ).rejects.toThrow('staff_lead_is_admin')

    expect(await sign(organisation.ada.token)).toMatchObject({ ok: false, code: 'ownRelease' })
    expect(await sign(outsider)).toMatchObject({ ok: false, code: 'notFound' })
    expect(await sign(organisation.coral.token)).toMatchObject({ ok: false, code: 'forbidden' })
    expect(await sign(lead)).toMatchObject({ ok: true })
    expect(await sign(lead)).toMatchObject({ ok: false, code: 'signedBefore' })
    const entry = await withStatsWork(organisation.ada.token, (work) => getEntry(work, releaseId))
    expect(entry).toMatchObject({
      signature: { by: leadId },
      handovers: [{ recipient: 'Invented foundation', by: organisation.ada.id }],
    })
    await expect(withStatsWork(outsider, (work) => getEntry(work, releaseId))).rejects.toThrow(NotFound)
    const [kept] = await organisation.ask(
      `SELECT s.signed_hash = r.own_hash AS same FROM sdc_signature s JOIN sdc_release r ON r.id = s.release_id WHERE r.id = $1`,
      [releaseId],
    )
    expect(kept).toEqual({ same: true })
    await expect(organisation.ask('DELETE FROM sdc_signature')).rejects.toThrow()
  })

  it('stands on a page of its own, for admins of its organisation and no one else', async () => {
    const releaseId = await released('peopleByAge')
    const outsider = await givenAdmin(organisation, 'elsewhere')
    for (const [route, params] of [
      [RegisterRoute, {}],
      [EntryRoute, { releaseId }],
    ] as const) {
      expect((await openPage(organisation.ada.token, route, { params })).outcome).toBe('shown')
      expect((await openPage(organisation.coral.token, route, { params })).outcome).toBe('notFound')
      expect((await openPage(organisation.casey.token, route, { params })).outcome).toBe('notFound')
    }
    expect((await openPage(outsider, EntryRoute, { params: { releaseId } })).outcome).toBe('notFound')
    expect(
      (await openPage(organisation.ada.token, EntryRoute, { params: { releaseId: "x' OR 1=1" } })).outcome,
    ).toBe('notFound')
    expect((await withStatsWork(outsider, listReleases)).releases).toEqual([])
  })
})
