import { newId } from '@/lib/shared/ids'
import { givenBareFile } from './bare-file'
import type { GivenOrganisation } from './organisation'

export type GivenDetained = { readonly caseId: string; readonly code: string; readonly personIds: string[] }

/** A file of casey with people in it, who are in no place yet. */
export const givenPeople = async (organisation: GivenOrganisation, count = 1): Promise<GivenDetained> => {
  const { id: caseId, code } = await givenBareFile(organisation)
  const personIds = Array.from({ length: count }, () => newId())
  for (const id of personIds) {
    await organisation.ask('INSERT INTO person (id, code, created_by) VALUES ($1, $2, $3)', [
      id,
      id.slice(-6).toUpperCase(),
      organisation.casey.id,
    ])
    await organisation.ask('INSERT INTO case_person (case_id, person_id) VALUES ($1, $2)', [caseId, id])
  }
  return { caseId, code, personIds }
}

/** What the form sends for an event of a kind, with everything that the kind does not ask left empty. */
export const eventInput = (
  { caseId, episodeId }: { readonly caseId: string; readonly episodeId: string },
  kind: string,
  on: string,
  more: Readonly<Record<string, unknown>> = {},
) => ({
  caseId,
  episodeId,
  replaces: '',
  kind,
  on,
  basis: 'document',
  at: '',
  orderKind: '',
  ground: '',
  printedEnd: '',
  extras: [],
  court: '',
  petitionOutcome: '',
  removalKind: '',
  removalOutcome: '',
  destination: '',
  escort: '',
  isolationGround: '',
  channel: '',
  endReason: '',
  phase: '',
  heardOn: '',
  servedOn: '',
  carrier: '',
  force: '',
  injuries: '',
  isolationRegime: '',
  doctorDaily: '',
  toldTo: [],
  text: '',
  ...more,
})
