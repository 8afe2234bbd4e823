import * as z from 'zod/mini'
import { DIGESTS, listKinds, type NoticeKind, WAYS } from './notice.rules'

export const readSchema = z.strictObject({ ids: z.nullable(z.array(z.uuid()).check(z.maxLength(100))) })

const hour = z.pipe(
  z.transform((typed: unknown) => Number(typed)),
  z.int().check(z.minimum(0), z.maximum(23)),
)
const kind = z.custom<NoticeKind>((text) => listKinds().some((known) => known === text))

export const noticeSettingsSchema = z.strictObject({
  kinds: z.array(z.strictObject({ kind, way: z.enum(WAYS.codes) })).check(z.maxLength(50)),
  digest: z.enum(DIGESTS.codes),
  quietFrom: hour,
  quietUntil: hour,
  version: z.int().check(z.minimum(0)),
})
