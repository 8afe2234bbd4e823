import * as z from 'zod/mini'

const version = z.int().check(z.minimum(1))
const words = z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(1000, 'tooLong'))

export const placeEntrySchema = z.strictObject({ entryId: z.uuid(), version })
export const refuseEntrySchema = z.strictObject({ entryId: z.uuid(), version, words })
export const giveEntrySchema = z.strictObject({ entryId: z.uuid(), version, toStaffId: z.uuid('required') })
export const storeSchema = z.strictObject({ storeId: z.uuid() })
