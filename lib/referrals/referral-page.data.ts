import 'server-only'
import { readFile } from '@/lib/cases/file-page.data'
import { listWords } from '@/lib/cases/word.data'
import type { Work } from '@/lib/db/work'
import { dayOf } from '@/lib/shared/dates'
import { toParts } from '@/lib/summaries/file.view'
import { readSummaryFile, SHEET_LISTS } from '@/lib/summaries/summary-page.data'
import { listBodies } from './body.data'
import { cut } from './field.rules'
import { getReferral, listReferrals } from './referral.data'

type Address = Parameters<typeof readFile>[1]

/** The file at an address with its referrals and whom one can refer to. */
export const readReferralsPage = (work: Work, address: Address) =>
  readFile(work, address, async ({ id }) => ({
    ...(await listReferrals(work, id)),
    bodies: await listBodies(work),
  }))
export type ReferralsPart = Extract<Awaited<ReturnType<typeof readReferralsPage>>, { type: 'file' }>['part']

/** The file at an address with what of it leaves with one referral: nothing else comes to the page. */
export const readReferralSheet = (work: Work, address: Address) =>
  readFile(work, address, async ({ id, kind }) => {
    const referral = await getReferral(work, id, address.params.referralId ?? '')
    const { row } = referral
    const bodies = await listBodies(work)
    return {
      ...referral,
      isTrafficking: kind === 'thb',
      body: bodies.find(({ slug }) => slug === row.bodySlug) ?? null,
      parts: cut(toParts(await readSummaryFile(work, id), dayOf(work.now)), row.fields),
      lists: await listWords(work, SHEET_LISTS),
    }
  })
export type SheetPart = Extract<Awaited<ReturnType<typeof readReferralSheet>>, { type: 'file' }>['part']

/** What the trail keeps of a sheet, by the transaction that reads the file. */
export const toSheetOpened = (data: Awaited<ReturnType<typeof readReferralSheet>>) =>
  data.type === 'file'
    ? ({
        event: 'referral.sheet',
        caseId: data.sheet.id,
        subjectId: data.part.row.subjectId,
        version: data.part.row.revision,
        fields: data.part.row.fields,
      } as const)
    : ({ event: 'case.listed', caseIds: data.choices.map(({ id }) => id), more: false } as const)
