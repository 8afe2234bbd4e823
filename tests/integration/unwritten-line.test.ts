import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import HistoryRoute from '@/app/(signed-in)/cases/[code]/history/page'
import FileRoute from '@/app/(signed-in)/cases/[code]/page'
import SummaryRoute from '@/app/(signed-in)/cases/[code]/summary/page'
import CaseloadRoute from '@/app/(signed-in)/cases/page'
import PrintRoute from '@/app/(signed-in)/cases/print/page'
import TodayRoute from '@/app/(signed-in)/page'
import { GET } from '@/app/api/attachments/route'
import { insertAttachment } from '@/lib/attachments/attachment.data'
import { disconnect } from '@/lib/db/client'
import { findPeople } from '@/lib/people/search.actions'
import { givenFullFile } from '../support/given/full-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act, fetchFile, openPage } from '../support/handlers'

let organisation: GivenOrganisation
let file: { caseId: string; code: string }
let paper = ''
/** The disk of the audit log is full: PostgreSQL refuses the row with disk_full (53100). */
const fill = (isFull: boolean) =>
  organisation.ask(
    isFull
      ? `CREATE FUNCTION public.no_space() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
           RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
         CREATE TRIGGER no_space BEFORE INSERT ON public.audit_event FOR EACH ROW EXECUTE FUNCTION public.no_space()`
      : 'DROP TRIGGER no_space ON public.audit_event; DROP FUNCTION public.no_space()',
  )
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  file = await givenFullFile(organisation)
  const bytes = Buffer.from('Zzpaper')
  paper = await organisation.casey.work((work) =>
    insertAttachment(work, {
      caseId: file.caseId,
      kind: 'decision',
      name: 'Zzname',
      bytes,
      type: 'text/plain',
      scan: 'none',
    }),
  )
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

const PAGES = { FileRoute, HistoryRoute, SummaryRoute, CaseloadRoute, PrintRoute, TodayRoute }
const open = (page: (typeof PAGES)[keyof typeof PAGES]) =>
  openPage(organisation.casey.token, page, { params: { code: file.code }, search: { file: file.caseId } })
const search = () =>
  act(organisation.casey.token, findPeople, { sentence: 'Kalimo', without: [], locked: [] })
const take = () => fetchFile(organisation.casey.token, GET, `/api/attachments?id=${paper}`)

describe('when the audit log cannot be written', () => {
  it.each(Object.entries(PAGES))('no %s is shown', async (_name, page) => {
    expect((await open(page)).outcome).toBe('shown')
    await fill(true)
    try {
      await expect(open(page)).rejects.toThrow()
    } finally {
      await fill(false)
    }
    expect((await open(page)).outcome).toBe('shown')
  })

  it('no search finds anyone and no paper leaves', async () => {
    expect(JSON.stringify(await search())).toContain('Kalimo')
    expect((await take()).status).toBe(200)
    await fill(true)
    try {
      const found = await search()
      expect(found).toMatchObject({ ok: false })
      expect(JSON.stringify(found)).not.toContain('Kalimo')
      const answer = await take()
      expect(answer.status).toBeGreaterThanOrEqual(500)
      expect(await answer.text()).toBe('')
    } finally {
      await fill(false)
    }
  })
})
