import 'server-only'
import * as z from 'zod'
import { isOutOfReach, NotFound } from '@/lib/db/errors'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { AGE_CLAIM_BASES } from '@/lib/people/age.rules'
import { CERTAINTIES } from '@/lib/people/person.rules'
import { SEXES } from '@/lib/people/person-field.rules'
import { STEPS } from '@/lib/referrals/referral.rules'
import { openSealedAnswers } from '@/lib/trafficking/sealed-answers.data'
import { REASONS, STAGE_KINDS } from '@/lib/trafficking/stage.rules'
import type { ExactTable } from './line.rules'
import { countTrafficking, type SealedFile } from './trafficking.rules'

const day = z.iso.date()
const revised = { id: z.string(), subjectId: z.string(), revision: z.int(), mistake: z.string().nullable() }
const bytes = z.instanceof(Uint8Array)
const rows = z.array(
  z.object({
    case_id: z.string(),
    person_id: z.string(),
    sex: storedCode(SEXES),
    ages: z.array(
      z.object({
        basis: storedCode(AGE_CLAIM_BASES),
        bornEarliest: day.nullable(),
        bornLatest: day.nullable(),
      }),
    ),
    nationalities: z.array(
      z.object({
        country: z.string(),
        certainty: storedCode(CERTAINTIES),
        from: day.nullable(),
        to: day.nullable(),
      }),
    ),
    signs: z.array(z.object({ ...revised, on: day })),
    stages: z.array(
      z.object({
        ...revised,
        kind: storedCode(STAGE_KINDS),
        reason: storedCode(REASONS).nullable(),
        on: day,
      }),
    ),
    steps: z.array(
      z.object({
        id: z.string(),
        kind: z.enum([...STEPS.codes, 'taken_back']),
        takesBack: z.string().nullable(),
        on: day,
      }),
    ),
    account_id: z.string().nullable(),
    account_at: z.date().nullable(),
    answers: bytes.nullable(),
    key_id: z.string().nullable(),
    wrapped: bytes.nullable(),
  }),
)
type Row = z.output<typeof rows>[number]

const accountOf = (row: Row): SealedFile['account'] => {
  const { case_id: caseId, account_id: accountId, account_at: at, answers, key_id: keyId, wrapped } = row
  if (accountId === null || at === null || answers === null) return null
  if (keyId === null || wrapped === null) return { at, answers: null }
  return { at, answers: openSealedAnswers({ caseId, accountId, answers, keyId, wrapped }) }
}

const toSealedFile = (row: Row): SealedFile => ({
  personId: row.person_id,
  sex: row.sex,
  ages: row.ages,
  nationalities: row.nationalities,
  signs: row.signs,
  stages: row.stages,
  steps: row.steps,
  account: accountOf(row),
})

/**
 * Possible trafficking of a year that is over, exact, for an account that may read sealed figures. The database hands the rows out, refuses
 * anyone else and any open year, and writes in the audit log that they were read (app.sealed_trafficking). They are opened and counted here
 * and leave as numbers; no file is opened to the reader. In a transaction of its own, so that the line of the audit log is there whatever
 * becomes of the page. Throws NotFound.
 */
export const readTraffickingTable = async (work: Work, year: number): Promise<ExactTable> => {
  const handed = await work
    .apart(async ({ tx }) =>
      rows.parse(await tx.$queryRaw`SELECT * FROM app.sealed_trafficking(${year}::integer)`),
    )
    .catch((error: unknown) => {
      throw isOutOfReach(error) ? new NotFound() : error
    })
  return countTrafficking(year, handed.map(toSealedFile))
}
