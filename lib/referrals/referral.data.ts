import 'server-only'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { nextRow, openAt, sealAt } from '@/lib/registers/register.data'
import { MISTAKES, mistakesOf, type Revised, standingOf } from '@/lib/registers/register.rules'
import { isUuid } from '@/lib/shared/ids'
import { FIELDS, type Field } from './field.rules'
import { REFERRAL_KINDS, type ReferralKind, URGENCIES } from './referral.rules'
import type { ReferralInput } from './referral.schema'
import { listSteps } from './step.data'

const table = 'referral'
const columns = {
  id: true,
  caseId: true,
  subjectId: true,
  revision: true,
  mistake: true,
  personId: true,
  bodySlug: true,
  kind: true,
  urgency: true,
  fields: true,
  language: true,
  toCipher: true,
  askedCipher: true,
  contactCipher: true,
  reachCipher: true,
  createdAt: true,
  creator: { select: { name: true } },
} as const satisfies Prisma.ReferralSelect
const coded = z.object({
  mistake: storedCode(MISTAKES).nullable(),
  kind: storedCode(REFERRAL_KINDS),
  urgency: storedCode(URGENCIES),
  fields: z.array(storedCode(FIELDS)),
  language: storedCode(LOCALES),
})

const toReferral = async (
  work: Work,
  {
    toCipher,
    askedCipher,
    contactCipher,
    reachCipher,
    creator,
    createdAt,
    ...row
  }: Prisma.ReferralGetPayload<{ select: typeof columns }>,
) => {
  const open = async (column: string, cipher: Uint8Array | null): Promise<string> =>
    cipher === null ? '' : openAt(work, { table, column, caseId: row.caseId, row: row.id }, cipher)
  return {
    ...row,
    ...coded.parse(row),
    to: await open('to', toCipher),
    asked: await open('asked', askedCipher),
    contact: await open('contact', contactCipher),
    reach: await open('reach', reachCipher),
    by: creator.name,
    recordedAt: createdAt,
  }
}
export type ReferralRow = Awaited<ReturnType<typeof toReferral>>

/** Every row about referrals of a file within reach, the oldest first. */
export const listReferralRows = async (work: Work, caseId: string): Promise<ReferralRow[]> => {
  const rows = await work.tx.referral.findMany({
    where: { caseId },
    select: columns,
    orderBy: { id: 'asc' },
    take: 500,
  })
  const referrals: ReferralRow[] = []
  for (const row of rows) referrals.push(await toReferral(work, row))
  return referrals
}

/** What stands of the referrals of a file, the latest first, each with its steps; then what was a mistake. */
export const listReferrals = async (work: Work, caseId: string) => {
  const rows = await listReferralRows(work, caseId)
  const steps = await listSteps(work, caseId)
  return {
    standing: [...standingOf(rows)].reverse().map(({ row, earlier }) => ({
      row,
      earlier,
      steps: steps.filter(({ referralId }) => referralId === row.subjectId),
    })),
    mistakes: mistakesOf(rows).map(({ row }) => row),
  }
}
export type Referral = Awaited<ReturnType<typeof listReferrals>>['standing'][number]

/** One referral that stands. Throws NotFound, the same for one that was a mistake. */
export const getReferral = async (work: Work, caseId: string, subjectId: string): Promise<Referral> => {
  const { standing } = await listReferrals(work, caseId)
  const found = isUuid(subjectId) ? standing.find(({ row }) => row.subjectId === subjectId) : undefined
  if (found === undefined) throw new NotFound()
  return found
}

export type NewReferral = Pick<
  ReferralInput,
  'caseId' | 'personId' | 'urgency' | 'asked' | 'contact' | 'reach'
> & {
  readonly bodySlug: string | null
  readonly to: string
  readonly kind: ReferralKind
  readonly fields: readonly Field[]
  readonly language: Locale
}

/** Writes a row into a file that the caller has found within reach. */
export const insertReferral = async (
  work: Work,
  input: NewReferral,
  before: Revised | null,
  mistake: Revised['mistake'] = null,
): Promise<Revised> => {
  const { caseId, personId, bodySlug, kind, urgency, fields, language } = input
  const next = nextRow(work, caseId, before, mistake)
  const seal = (column: string, text: string) => sealAt(work, { table, column, caseId, row: next.id }, text)
  await work.tx.referral.createMany({
    data: [
      {
        ...next,
        personId,
        bodySlug,
        kind,
        urgency,
        fields: FIELDS.codes.filter((field) => fields.includes(field)),
        language,
        toCipher: await seal('to', input.to),
        askedCipher: await seal('asked', input.asked),
        contactCipher: input.contact === '' ? null : await seal('contact', input.contact),
        reachCipher: input.reach === '' ? null : await seal('reach', input.reach),
      },
    ],
  })
  return next
}
