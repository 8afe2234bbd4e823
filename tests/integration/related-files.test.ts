import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { relateFile, unrelateFile } from '@/lib/cases/related-file.actions'
import { listRelated } from '@/lib/cases/related-file.data'
import { givenBareFile, givenMember } from '../support/given/bare-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const relate = (who: 'casey' | 'coral' | 'sol', caseId: string, code: string, kind = 'child') =>
  act(organisation[who].token, relateFile, { caseId, code, kind, basis: 'said', since: '2020-05-01' })
const seen = (who: 'casey' | 'cory' | 'coral', caseId: string) =>
  organisation[who].work(async (work) =>
    (await listRelated(work, caseId)).map(({ file, kind }) => [file.code, kind]),
  )

describe('two files that belong together', () => {
  it('say so to each other, each from its own side, until the tie is taken away', async () => {
    const [mother, son] = [await givenBareFile(organisation), await givenBareFile(organisation)]
    const tied = await relate('casey', mother.id, son.code.toLowerCase())
    if (!tied.ok) throw new Error(tied.code)
    expect(await seen('coral', mother.id)).toEqual([[son.code, 'child']])
    expect(await seen('coral', son.id)).toEqual([[mother.code, 'parent']])
    expect(await relate('casey', son.id, mother.code)).toMatchObject({ ok: false, code: 'relatedAlready' })
    // From the other side, by a colleague who may write in both.
    const { relationId } = tied.value
    expect(await act(organisation.coral.token, unrelateFile, { caseId: son.id, relationId })).toMatchObject({
      ok: true,
    })
    expect(await seen('casey', mother.id)).toEqual([])
    expect(await act(organisation.coral.token, unrelateFile, { caseId: son.id, relationId })).toMatchObject({
      code: 'notFound',
    })
    // Neither history tells of it: its readers may reach one file alone.
    expect(
      await organisation.ask(
        `SELECT event, case_id FROM (SELECT * FROM audit_event WHERE event LIKE 'files.%' ORDER BY at DESC LIMIT 2) last
          ORDER BY at`,
      ),
    ).toEqual([
      { event: 'files.related', case_id: null },
      { event: 'files.unrelated', case_id: null },
    ])
  })

  it('are nothing to anyone who reads one of them, by the page or by a statement', async () => {
    const [wide, narrow] = [
      await givenBareFile(organisation),
      await givenBareFile(organisation, 'restricted'),
    ]
    for (const staff of [organisation.casey, organisation.cory])
      await givenMember(organisation, narrow.id, staff.id, 'circle')
    expect(await relate('casey', wide.id, narrow.code)).toMatchObject({ ok: true })
    expect(await seen('casey', wide.id)).toEqual([[narrow.code, 'child']])
    // Coral leads the office and is outside the circle; cory is inside and does not reach the open file.
    expect([await seen('coral', wide.id), await seen('cory', narrow.id)]).toEqual([[], []])
    for (const who of ['coral', 'cory'] as const)
      await organisation[who].work(async (work) => {
        expect(await work.tx.relatedFile.count({ where: { caseId: wide.id } })).toBe(0)
        expect(
          await work.tx.$executeRawUnsafe(
            `UPDATE related_file SET withdrawn_at = now() WHERE case_id = $1::uuid`,
            wide.id,
          ),
        ).toBe(0)
      })
  })

  it('are not tied to a file out of reach: its code is one that no one has', async () => {
    const own = await givenBareFile(organisation)
    const [theirs] = await organisation.ask(
      `INSERT INTO case_file (id, code, kind, team_id, worker_id, opened_on, created_by)
       VALUES (gen_random_uuid(), 'AWAY-1', 'detention', $1, $2, '2026-07-01', $2) RETURNING id, code`,
      [organisation.south, organisation.sol.id],
    )
    const forged = await relate('casey', own.id, 'AWAY-1')
    expect(forged).toMatchObject({ ok: false, code: 'noSuchFile' })
    expect(await relate('casey', own.id, 'NEVER-1')).toEqual(forged)
    expect(await relate('casey', own.id, own.code)).toEqual(forged)
    expect(await relate('sol', own.id, 'AWAY-1')).toMatchObject({ code: 'notFound' })
    const sql = `INSERT INTO related_file (id, case_id, other_case_id, kind, created_by)
                 VALUES (gen_random_uuid(), $1::uuid, $2::uuid, 'sibling', $3::uuid)`
    await expect(
      organisation.casey.work((work) =>
        work.tx.$executeRawUnsafe(sql, own.id, String(theirs?.id), organisation.casey.id),
      ),
    ).rejects.toThrow('row-level security')
  })

  it('are never tied where one of them is sealed', async () => {
    const own = await givenBareFile(organisation)
    const sealed = { id: '', code: 'SLOT-1' }
    const [row] = await organisation.ask(
      `WITH f AS (INSERT INTO case_file (id, code, kind, secrecy, team_id, worker_id, opened_on, created_by)
                  VALUES (gen_random_uuid(), 'SLOT-1', 'thb', 'sealed', $1, $2, '2026-07-01', $2) RETURNING id)
       INSERT INTO case_member (id, case_id, staff_id, kind, added_by)
       SELECT gen_random_uuid(), f.id, s.id, 'circle', $2 FROM f, unnest(ARRAY[$2::uuid, $3::uuid]) AS s(id) RETURNING case_id`,
      [organisation.north, organisation.casey.id, organisation.cory.id],
    )
    sealed.id = String(row?.case_id)
    expect(await relate('casey', own.id, sealed.code)).toMatchObject({ ok: false, code: 'sealedUntied' })
    expect(await relate('casey', sealed.id, own.code)).toMatchObject({ ok: false, code: 'sealedUntied' })
    const sql = `INSERT INTO related_file (id, case_id, other_case_id, kind, created_by)
                 VALUES (gen_random_uuid(), $1::uuid, $2::uuid, 'sibling', $3::uuid)`
    await expect(
      organisation.casey.work((work) =>
        work.tx.$executeRawUnsafe(sql, own.id, sealed.id, organisation.casey.id),
      ),
    ).rejects.toThrow('row-level security')
  })
})
