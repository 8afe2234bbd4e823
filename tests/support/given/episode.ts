import { newId } from '@/lib/shared/ids'
import { givenBareFile } from './bare-file'
import type { GivenHouse } from './case-house'

export type GivenDetained = { readonly caseId: string; readonly code: string; readonly personIds: string[] }

/** A file of casey with people in it, who are in no place yet. */
export const givenPeople = async (house: GivenHouse, count = 1): Promise<GivenDetained> => {
  const { id: caseId, code } = await givenBareFile(house)
  const personIds = Array.from({ length: count }, () => newId())
  for (const id of personIds) {
    await house.ask('INSERT INTO person (id, code, created_by) VALUES ($1, $2, $3)', [
      id,
      id.slice(-6).toUpperCase(),
      house.casey.id,
    ])
    await house.ask('INSERT INTO case_person (case_id, person_id) VALUES ($1, $2)', [caseId, id])
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
