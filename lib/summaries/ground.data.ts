import 'server-only'
import { type CaseHeader, getCaseHeader } from '@/lib/cases/case-header.data'
import { listConsents, listRecipients } from '@/lib/consents/consent.data'
import { consentGap, type Gap } from '@/lib/consents/cover.rules'
import type { Work } from '@/lib/db/work'
import { minority } from '@/lib/people/minority.rules'
import { dayOf } from '@/lib/shared/dates'
import { leavesOrganisation, scopesOf } from './ground.rules'
import type { Told } from './summary.schema'

/** Whom a file is about: each of them has to agree. The trigger asks the same of the database. */
const principals = (people: CaseHeader['people']) =>
  people.filter(({ inFile }) => inFile.role === 'principal')

/** Why a sheet may not leave the organisation on the consent that was chosen; null when it may, or rests on something else. */
export const gapOf = async (work: Work, input: Told): Promise<Gap | null> => {
  const { caseId, audience, ground, recipient, sections } = input
  if (!leavesOrganisation(audience) || ground !== 'consent') return null
  const { people, kind } = await getCaseHeader(work, caseId)
  const consents = await listConsents(work, caseId)
  const scopes = scopesOf(sections, kind)
  const main = principals(people)
  if (main.length === 0) return 'not_asked'
  for (const { id: personId } of main) {
    const gap = consentGap(consents, { personId, purpose: 'summary', recipient, scopes }, work.now)
    if (gap !== null) return gap.gap
  }
  return null
}

/** What was asked about summaries of a file within reach, of each whom it is about. */
export const readAgreed = async (work: Work, caseId: string, people: CaseHeader['people']) => ({
  consents: (await listConsents(work, caseId)).filter(({ purpose }) => purpose === 'summary'),
  recipients: await listRecipients(work),
  people: principals(people).map((person) => ({
    id: person.id,
    name: person.names[0]?.text ?? '',
    isMinor: minority(person.ageClaims, dayOf(work.now)).treatedAsMinor,
    language: person.languages[0]?.language ?? '',
    needsInterpreter: person.interpreterNeed === 'yes',
  })),
})
export type Agreed = Awaited<ReturnType<typeof readAgreed>>
