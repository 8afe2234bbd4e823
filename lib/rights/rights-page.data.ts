import 'server-only'
import { type Address, readFile } from '@/lib/cases/file-page.data'
import { listShownPeople } from '@/lib/cases/shown-people.data'
import { listWords } from '@/lib/cases/word.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { isUuid } from '@/lib/shared/ids'
import { getCertificate, listAsked, listErased } from './erasure.data'
import { type Hold, listHolds } from './hold.data'
import { type CorrectionRow, type ExtractRow, listCorrections, listExtracts } from './request.data'
import { countDue, listDue, listRules } from './retention.data'

export type RightsPart = {
  readonly holds: readonly Hold[]
  readonly asked: Awaited<ReturnType<typeof listAsked>>
  readonly extracts: readonly ExtractRow[]
  readonly corrections: readonly CorrectionRow[]
}

/** The file at an address with what holds it and who wants it erased. */
export const readRightsPart = (work: Work, address: Address) =>
  readFile(
    work,
    address,
    async ({ id }): Promise<RightsPart> => ({
      holds: await listHolds(work, id),
      asked: await listAsked(work, id),
      extracts: await listExtracts(work, id),
      corrections: await listCorrections(work, id),
    }),
  )

/** What falls due and by which rule, what waits for a second word, and what was erased. */
export const readRightsPage = async (work: Work, isDiscreet: boolean) => {
  const rules = await listRules(work)
  const due = await listDue(work, rules)
  const asked = await listAsked(work)
  const caseIds = [...due.files.map(({ id }) => id), ...asked.map(({ file }) => file.id)]
  return {
    rules,
    due,
    people: await listShownPeople(work, caseIds, isDiscreet),
    offices: await countDue(work, rules),
    asked,
    erased: await listErased(work),
    words: await listWords(work, ['case_kind']),
  }
}
export type RightsRead = Awaited<ReturnType<typeof readRightsPage>>

export const readCertificate = async (work: Work, erasureId: string) => {
  const certificate = isUuid(erasureId) ? await getCertificate(work, erasureId) : null
  if (certificate === null) throw new NotFound()
  return { certificate, words: await listWords(work, ['case_kind']) }
}
export type CertificateRead = Awaited<ReturnType<typeof readCertificate>>
