import * as z from 'zod'
import { SECOND_FAULTS, type SecondCode, toSecondCode } from '@/lib/accounts/second-person.rules'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { no, ok, type Result } from '@/lib/shared/result'

const said = z
  .array(
    z.object({ said: z.enum(['signed', 'notFound', 'notLead', 'signedBefore', ...SECOND_FAULTS.codes]) }),
  )
  .length(1)

/** Signs a release as it stands in the chain. Throws NotFound for what is no release of the organisation. */
export async function signEntry(
  { tx }: Work,
  releaseId: string,
): Promise<Result<Record<string, never>, 'notDataLead' | 'ownRelease' | 'signedBefore' | SecondCode>> {
  const [row] = said.parse(await tx.$queryRaw`SELECT app.sign_release(${releaseId}) AS said`)
  if (row?.said === 'signed') return ok({})
  if (row?.said === 'notLead') return no('notDataLead')
  if (row?.said === 'notOneself') return no('ownRelease')
  const fault = toSecondCode(row?.said ?? '')
  if (fault !== null) return no(fault)
  if (row?.said === 'signedBefore') return no('signedBefore')
  throw new NotFound()
}
