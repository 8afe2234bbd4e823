import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { GET as download } from '@/app/api/attachments/route'
import { POST as openShare } from '@/app/shared/[secret]/route'
import { unwrapDraftKey } from '@/lib/accounts/draft-key.data'
import { writeNote } from '@/lib/cases/note.actions'
import { disconnect } from '@/lib/db/client'
import { withStatsWork } from '@/lib/db/work'
import { openDraft, placeName } from '@/lib/drafts/draft-box'
import { deriveDraftKeys, draftSlot, openText } from '@/lib/drafts/draft-cipher'
import { toOutboxItem } from '@/lib/drafts/draft-content'
import { OUTBOX_ACTIONS } from '@/lib/drafts/outbox-action.rules'
import { listReleases } from '@/lib/statistics/register.data'
import { releaseStatistic } from '@/lib/statistics/statistic.actions'
import { verifyArchives } from '@/lib/statistics/verify/verify'
import { listHandlers } from '../architecture/walk'
import { text } from '../support/archive-parts'
import { draw } from '../support/draw'
import { act, fetchFile, openPage, withToken } from '../support/handlers'
import {
  type OldOrganisation,
  oldBrowser,
  oldFacts,
  oldFile,
  openOld,
  signInOld,
} from '../support/old-archive'
import { urls as own } from '../support/own-database'
import { fetchRelease } from '../support/release-requests'

// The people of 16c1e1d go on working with the code of today: what they sent, typed, shared, gave out and wrote down.

const { staff, full, sealed } = oldFacts
let old: OldOrganisation
beforeAll(async () => {
  old = await openOld(`${new URL(own.superuser).pathname.slice(1)}_old`)
}, 240_000)
afterAll(async () => {
  await disconnect()
  await old.close()
})
const signIn = (name: keyof typeof staff): Promise<string> => signInOld(old.ask, staff[name])

const sha256 = (of: string | Uint8Array): string => createHash('sha256').update(of).digest('hex')
const bytes = z.instanceof(Buffer)
type Page = Parameters<typeof openPage>[1]
const isPage = (open: unknown): open is Page => typeof open === 'function'

describe('an organisation of 16c1e1d, with the code of today', () => {
  it('answers a request of then from its receipt, and refuses its id for another text', async () => {
    const token = await signIn('casey')
    const { requestId, noteId, input } = oldFacts.receipt
    const notes = () => old.count('SELECT count(*)::int AS n FROM note')
    const before = await notes()
    expect(await act(token, writeNote, input, requestId)).toEqual({ ok: true, value: { noteId } })
    expect(await act(token, writeNote, { ...input, text: 'Another text' }, requestId)).toEqual({
      ok: false,
      code: 'requestIdReused',
    })
    expect(await notes()).toBe(before)
  })

  it('opens drafts and what waits to be sent, in the browser and on the server, under the names of their forms', async () => {
    const [row] = await old.ask('SELECT wrapped FROM draft_key WHERE staff_id = $1', [staff.casey])
    const key = unwrapDraftKey(staff.casey, bytes.parse(row?.wrapped))
    const keys = await deriveDraftKeys(staff.casey, key.toString('base64'))
    const outbox = await draftSlot(keys, 'outbox')
    const record = (one: {
      slot: string
      tab: string
      iv: Uint8Array<ArrayBuffer>
      cipher: Uint8Array<ArrayBuffer>
    }) => ({
      ...one,
      cipher: one.cipher.buffer,
    })
    const waiting: unknown[] = []
    const typed: unknown[] = []
    for (const one of oldBrowser.records)
      if (one.slot === outbox) {
        const item = toOutboxItem(await openText(keys, placeName(one), record(one)))
        expect(OUTBOX_ACTIONS.has(item?.door), item?.door).toBe(true)
        waiting.push(item?.values?.text)
      } else {
        const draft = await openDraft(keys, record(one))
        expect(one.slot).toBe(await draftSlot(keys, draft?.form ?? ''))
        typed.push(draft?.values.text)
      }
    expect(waiting.sort()).toEqual([oldFacts.browser.note, oldFacts.browser.task].sort())
    expect(typed.sort()).toEqual([...oldFacts.browser.drafts].sort())
    const texts: unknown[] = []
    for (const { slot, tab, iv, cipher } of await old.ask(
      'SELECT slot, tab, iv, cipher FROM draft WHERE staff_id = $1',
      [staff.casey],
    )) {
      const place = { slot: String(slot), tab: String(tab) }
      const draft = await openDraft(keys, {
        ...place,
        iv: Uint8Array.from(bytes.parse(iv)),
        cipher: Uint8Array.from(bytes.parse(cipher)).buffer,
      })
      texts.push(draft?.values.text)
    }
    expect(texts).toEqual(expect.arrayContaining([...oldFacts.browser.drafts]))
    for (const form of [`note:${full.caseId}`, `task:${full.caseId}`, `goal:${full.caseId}`])
      expect(
        await old.count('SELECT count(*)::int AS n FROM draft WHERE slot = $1', [
          await draftSlot(keys, form),
        ]),
      ).toBeGreaterThan(0)
  })

  it('opens a shared sheet by its link and code, and gives a paper out byte by byte', async () => {
    await old.ask("UPDATE referral_share SET expires_at = now() + interval '1 day'")
    const { secret, code } = oldFacts.share
    const shown = await withToken(null, async () =>
      (
        await openShare(
          new Request(`http://localhost:3000/shared/${secret}?l=en`, {
            method: 'POST',
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            body: new URLSearchParams({ code }).toString(),
          }),
          { params: Promise.resolve({ secret }) },
        )
      ).text(),
    )
    expect(shown).toContain('Zzreach via us')
    const paper = await fetchFile(
      await signIn('casey'),
      download,
      `/api/attachments?id=${oldFacts.attachmentId}`,
    )
    expect(await paper.text()).toBe('Zzpaper of Qqherself')
  })

  it('has its releases in an unbroken register, and gives out the archives that it gave out then', async () => {
    const token = await signIn('ada')
    const { releases, brokenAt } = await withStatsWork(token, listReleases)
    expect(brokenAt).toBeNull()
    expect(releases.map(({ id }) => id).reverse()).toEqual(oldFacts.ids)
    const given = releases.map(({ number, kind, id }) => ({ id, kind, name: `${number}-${kind}.zip` }))
    for (const { id, name } of given) {
      const archive = fs.readFileSync(oldFile(`releases/${name}`))
      const hash = sha256(archive)
      const [row] = await old.ask("SELECT file_hashes ->> 'zip' AS hash FROM sdc_release WHERE id = $1", [id])
      expect(row?.hash, name).toBe(hash)
      const { body } = await fetchRelease(token, id)
      expect(sha256(body), name).toBe(hash)
    }
    for (const { id, name } of given) {
      const parts = unzipSync(fs.readFileSync(oldFile(`releases/${name}`)))
      const { dataSha256, release } = z
        .object({ dataSha256: z.string(), release: z.string() })
        .parse(JSON.parse(text(parts['certificate.json'])))
      expect([release, dataSha256], name).toEqual([id, sha256(parts['data.json'] ?? '')])
      // That version signed no archive, and the verifier says so instead of calling it false.
      const [verdict] = verifyArchives([{ name, bytes: fs.readFileSync(oldFile(`releases/${name}`)) }], [])
      expect(verdict?.lines).toEqual([
        'Refused: it is not signed (archives made before December 2026 are not).',
      ])
    }
    // What leaves today is checked beside what left then.
    const asked = { period: '2026-Q3', recipient: 'Invented foundation', purpose: 'Annual report' }
    expect(await act(token, releaseStatistic, { ...asked, table: 'peopleByNationality' })).toMatchObject({
      ok: true,
    })
    const [row] = await old.ask(
      `SELECT certificate::jsonb -> 'with' AS "with" FROM sdc_release ORDER BY number DESC LIMIT 1`,
    )
    expect(row?.with).toEqual(
      expect.arrayContaining(given.flatMap(({ id, kind }) => (kind === 'table' ? [id] : []))),
    )
    expect((await withStatsWork(token, listReleases)).brokenAt).toBeNull()
  })

  it('shows every page of its files, and what hangs on them, with nothing damaged', async () => {
    const [casey, coral] = [await signIn('casey'), await signIn('coral')]
    const of = async (table: string, column = 'id'): Promise<string> =>
      String(
        (
          await old.ask(`SELECT ${column} AS id FROM ${table} WHERE case_id = $1 ORDER BY 1 LIMIT 1`, [
            full.caseId,
          ])
        )[0]?.id,
      )
    const { reviewId, importId, handoverId } = oldFacts
    const params = {
      reviewId,
      importId,
      handoverId,
      encounterId: await of('encounter_account', 'encounter_id'),
      visitId: await of('encounter', 'visit_id'),
      summaryId: await of('case_summary'),
      extractId: await of('access_extract'),
    }
    const html: string[] = []
    const shown: string[] = []
    for (const { name, metadata, open } of await listHandlers()) {
      if (metadata?.kind !== 'page' || !isPage(open)) continue
      const ofFile = /^\/cases\/\[code\](\/[a-z]+)*$/.test(name)
      if (!ofFile && !/\[(review|import|handover|encounter|visit|summary|extract)Id\]/.test(name)) continue
      for (const code of ofFile ? [full.code, sealed.code] : [full.code])
        for (const token of ofFile ? [casey] : [casey, coral]) {
          const page = await openPage(token, open, { params: { ...params, code } })
          if (page.outcome !== 'shown') continue
          shown.push(name)
          // Some need a browser to be drawn: what they read is opened all the same.
          html.push(await draw(page.node).catch(() => ''))
        }
    }
    // One of each at least, no matter who may open it.
    for (const part of Object.keys(params))
      expect(
        shown.some((name) => name.includes(`[${part}]`)),
        part,
      ).toBe(true)
    expect(html.length).toBeGreaterThan(25)
    expect(await old.ask("SELECT detail FROM audit_event WHERE event = 'content.damaged'")).toEqual([])
    expect(html.some((page) => page.includes('Zzonce and never twice'))).toBe(true)
  })
})
