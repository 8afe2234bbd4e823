import 'server-only'
import type { Work } from '@/lib/db/work'
import { makeAgeClaim } from '@/lib/people/age.rules'
import { insertAgeClaim, within } from '@/lib/people/claim.data'
import { withdrawAgeClaim } from '@/lib/people/withdrawal.data'
import { no, ok, type Result } from '@/lib/shared/result'
import { toWhen } from '@/lib/shared/when/when.schema'
import type { EventRow } from './event.data'
import type { EventInput } from './event.schema'
import { toTested } from './tested.rules'

type File = { readonly id: string; readonly secrecy: string }

/** The claim of a row that does not stand any more counts for nothing. */
export const withdrawTested = async (
  work: Work,
  file: File,
  { personId, claimId }: Pick<EventRow, 'personId' | 'claimId'>,
): Promise<void> => {
  if (claimId !== null) await withdrawAgeClaim(work, { id: claimId, personId, ...within(file) }, 'misread')
}

const isAlike = (typed: EventInput, before: EventRow): boolean =>
  typed.ageTested === before.details.ageTested &&
  typed.ageMargin === before.details.ageMargin &&
  typed.form === before.form &&
  typed.on === before.typed

/**
 * What a test found stands once among the claims of age, beside all others: the first time it is recorded, and anew when it
 * is corrected. @returns its id, or null without figures
 */
export const claimTested = async (
  work: Work,
  file: File,
  typed: EventInput,
  corrected: EventRow | null,
): Promise<Result<string | null>> => {
  if (typed.kind !== 'age_assessed') return ok(null)
  if (corrected !== null && isAlike(typed, corrected)) return ok(corrected.claimId)
  if (corrected !== null) await withdrawTested(work, file, corrected)
  const { value: tested } = toTested(typed)
  if (typed.ageTested === '' || tested === null) return ok(null)
  const on = toWhen(typed.on)
  if (on?.form !== 'exact') return no('testDayNeeded', { on: 'testDayNeeded' })
  const claim = makeAgeClaim({
    basis: 'test',
    what: { form: 'tested', ...tested },
    asOf: on.day,
    source: typed.form === 'medical_triple_test' ? 'triple_test' : 'other_test',
  })
  return ok(await insertAgeClaim(work, typed.personId, claim, within(file)))
}
