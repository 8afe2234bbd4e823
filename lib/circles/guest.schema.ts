import * as z from 'zod/mini'
import { day } from '@/lib/shared/day.schema'
import { GUEST_KINDS, PARTS } from './guest.rules'

const reason = z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(1000, 'tooLong'))

/** Lets a guest into one file, for parts of it and until a day; longer is the same form again, with its own reason. */
export const guestSchema = z.strictObject({
  caseId: z.uuid(),
  staffId: z.pipe(z.string().check(z.minLength(1, 'required')), z.uuid()),
  guestKind: z.enum(GUEST_KINDS.codes, 'required'),
  parts: z.array(z.enum(PARTS.codes)),
  until: z.pipe(z.string().check(z.minLength(1, 'required')), day),
  reason,
})

export const stayEndSchema = z.strictObject({ caseId: z.uuid(), memberId: z.uuid(), version: z.int() })
