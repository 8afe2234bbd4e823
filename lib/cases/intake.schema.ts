import type * as z from 'zod/mini'
import { aheadOf } from '@/lib/people/age.schema'
import { no, type Result } from '@/lib/shared/result'
import { checkSecrecy } from './case.rules'
import type { intakeSchema } from './file.schema'

export type IntakeInput = z.output<typeof intakeSchema>

/** What the application knows at the moment of an intake: its words, its places and the day. */
export type IntakeGround = {
  readonly on: string
  readonly kinds: ReadonlySet<string>
  readonly centres: ReadonlySet<string>
}

/** What an answer must be beside well-formed, for a person and their first file by whatever way they come; null when all is well. */
export const checkIntake = (
  input: IntakeInput,
  { on, kinds, centres }: IntakeGround,
): Extract<Result<never>, { ok: false }> | null => {
  if (!kinds.has(input.kind)) return no('notInList', { kind: 'unknownChoice' })
  if (checkSecrecy(input.kind, 'open') === 'needsSecrecy') return no('needsSecrecy', { kind: 'needsSecrecy' })
  if (input.placeId !== '' && !centres.has(input.placeId))
    return no('notInList', { placeId: 'unknownChoice' })
  if (input.since > on) return no('inTheFuture', { since: 'inTheFuture' })
  const ahead = aheadOf(input, on)
  return ahead === null ? null : no('inTheFuture', { [ahead]: 'inTheFuture' })
}

/** The first file of an intake: open to its office, no matter who brought it. */
export const toFirstFile = (input: IntakeInput, workerId: string, openedOn: string) => ({
  kind: input.kind,
  teamId: input.teamId,
  workerId,
  openedOn,
  status: 'active',
  risk: 'low',
  secrecy: 'open' as const,
  secondMemberId: null,
  nextStep:
    input.nextStep === ''
      ? null
      : { text: input.nextStep, on: input.nextStepOn === '' ? null : input.nextStepOn },
  stay:
    input.placeId === '' ? null : { placeId: input.placeId, since: input.since === '' ? null : input.since },
  ...(input.enquiryId === undefined ? {} : { enquiryId: input.enquiryId }),
})
