import 'server-only'
import { isClosed } from '@/lib/cases/case.rules'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { type Address, readFile } from '@/lib/cases/file-page.data'
import { listWords } from '@/lib/cases/word.data'
import type { Work } from '@/lib/db/work'
import { listPartners } from '@/lib/partners/partner.data'
import { listBodies } from '@/lib/referrals/body.data'
import { gapOf, withdrawnSince } from '@/lib/referrals/ground.data'
import { getReferral, listReferrals, type Referral } from '@/lib/referrals/referral.data'
import { currentSteps } from '@/lib/referrals/referral.rules'
import { listShares, type ShareRow } from '@/lib/referrals/share.data'
import { shareStateOf } from '@/lib/referrals/share.rules'
import { dayOf } from '@/lib/shared/dates'
import { listContradictions } from '@/lib/trafficking/sheet.data'
import type { Contradiction } from '@/lib/trafficking/sheet.rules'
import { cut } from './field-cut.rules'
import { toParts } from './file.view'
import { readSummaryFile, SHEET_LISTS } from './summary-page.data'

/** The links of a referral, each with how it stands at this second and on what it leaves. */
const toShares = async (
  work: Work,
  { row, steps }: Referral,
  { shares, isFileOver }: { readonly shares: readonly ShareRow[]; readonly isFileOver: boolean },
) => {
  const own = shares.filter(({ referralId }) => referralId === row.subjectId)
  const stepOf = (share: ShareRow) => currentSteps(steps).find(({ id }) => id === share.stepId)
  const gap = own.some((share) => stepOf(share)?.ground === 'consent') ? await gapOf(work, row) : null
  const shown = []
  for (const share of own) {
    const step = stepOf(share)
    const around = {
      isFileOver,
      isTakenBack: step === undefined,
      gap: step?.ground === 'consent' ? gap : await withdrawnSince(work, share),
    }
    shown.push({ ...share, state: shareStateOf(share, around, work.now) })
  }
  return shown
}

/** What stands of the referrals of a file, each with the links that were made of it. */
export const listReferralsWithShares = async (
  work: Work,
  file: { readonly id: string; readonly status: string },
) => {
  const { current, mistakes } = await listReferrals(work, file.id)
  const around = { shares: await listShares(work, file.id), isFileOver: isClosed(file.status) }
  const referrals = []
  for (const referral of current)
    referrals.push({ ...referral, shares: await toShares(work, referral, around) })
  return { current: referrals, mistakes }
}

/** What keeps each sheet of a file from leaving, by referral; for members, who can put it right. */
const listWithheld = async (
  work: Work,
  file: Pick<CaseHeader, 'kind' | 'memberIds'>,
  referrals: readonly Referral[],
): Promise<ReadonlyMap<string, readonly Contradiction[]>> => {
  const held = new Map<string, readonly Contradiction[]>()
  if (!file.memberIds.includes(work.actor.id)) return held
  for (const { row } of referrals) held.set(row.subjectId, await listContradictions(work, file, row))
  return held
}

/** The file at an address with its referrals and whom one can refer to. */
export const readReferralsPage = (work: Work, address: Address) =>
  readFile(work, address, async (caseHeader) => {
    const { current, mistakes } = await listReferralsWithShares(work, caseHeader)
    const held = await listWithheld(work, caseHeader, current)
    return {
      current: current.map((one) => ({ ...one, contradictions: held.get(one.row.subjectId) ?? [] })),
      mistakes,
      bodies: await listBodies(work),
      partners: await listPartners(work),
    }
  })
export type ReferralsPart = Extract<Awaited<ReturnType<typeof readReferralsPage>>, { type: 'file' }>['part']
export type ReferralShown = ReferralsPart['current'][number]
export type ShareShown = ReferralShown['shares'][number]

/** The file at an address with what of it leaves with one referral: nothing else comes to the page. */
export const readReferralSheet = (work: Work, address: Address) =>
  readFile(work, address, async ({ id, kind }) => {
    const referral = await getReferral(work, id, address.params.referralId ?? '')
    const { row } = referral
    const bodies = await listBodies(work)
    return {
      ...referral,
      isTrafficking: kind === 'thb',
      contradictions: await listContradictions(work, { kind }, row),
      body: bodies.find(({ slug }) => slug === row.bodySlug) ?? null,
      parts: cut(toParts(await readSummaryFile(work, id), dayOf(work.now)), row.fields),
      lists: await listWords(work, SHEET_LISTS),
    }
  })
export type SheetPart = Extract<Awaited<ReturnType<typeof readReferralSheet>>, { type: 'file' }>['part']

/** What the audit log keeps of a sheet, by the transaction that reads the file. */
export const toSheetOpened = (data: Awaited<ReturnType<typeof readReferralSheet>>) =>
  data.type === 'file'
    ? ({
        event: 'referral.sheet',
        caseId: data.caseHeader.id,
        subjectId: data.part.row.subjectId,
        version: data.part.row.revision,
        fields: data.part.row.fields,
      } as const)
    : ({ event: 'case.listed', caseIds: data.choices.map(({ id }) => id), more: false } as const)
