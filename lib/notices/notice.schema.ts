import * as z from 'zod'
import { DIGESTS, listKinds, type NoticeKind, WAYS } from './notice.rules'

export const readSchema = z.strictObject({ ids: z.array(z.uuid()).max(100).nullable() })

const hour = z.coerce.number().int().min(0).max(23)
const kind = z.string().refine((text): text is NoticeKind => listKinds().some((known) => known === text))

export const noticeSettingsSchema = z.strictObject({
  kinds: z.array(z.strictObject({ kind, way: z.enum(WAYS) })).max(50),
  digest: z.enum(DIGESTS),
  quietFrom: hour,
  quietUntil: hour,
  version: z.int().min(0),
})
