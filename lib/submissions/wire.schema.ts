import * as z from 'zod/mini'
import { LOCALES } from '@/lib/i18n/locales'
import { sealingKeySchema } from '@/lib/offline/taken.schema'
import { vocabulary } from '@/lib/shared/vocabulary'

/** What goes between a device and the server about texts that were finished without a network. Bytes are base64url without padding. */

/** More is not read. */
export const MOST_BYTES = 352 * 1024

export const FORMS = vocabulary('submissions.forms', ['visit', 'note', 'task', 'activity'])
export const ITEM_STATES = vocabulary('submissions.item-states', ['finished', 'unfinished'])
export const ORDERS = vocabulary('submissions.orders', ['keep', 'forget'])
/** `received`: in custody and not judged yet. */
export const OUTCOMES = vocabulary('submissions.outcomes', ['received', 'placed', 'returned', 'waiting'])

const id = z.uuid()
const moment = z.iso.datetime()
const bytes = z.string().check(z.regex(/^[\w-]+$/), z.maxLength(MOST_BYTES))
/** SHA-256 of the sealed bytes. */
const hash = z.string().check(z.regex(/^[\w-]{43}$/))

/** POST /api/submissions. 202 { id, hash }. 409: other bytes under the same id. 400: does not open. 413: too large. 429: too many. 503: later. */
export const submissionSchema = z.strictObject({ v: z.literal(1), id, key: id, enc: bytes, cipher: bytes })
export type SubmissionSent = z.output<typeof submissionSchema>

/** What lies inside the seal, as JSON, padded. */
export const sealedSchema = z.strictObject({
  v: z.literal(1),
  form: z.enum(FORMS.codes),
  schema: z.int().check(z.minimum(1), z.maximum(10_000)),
  state: z.enum(ITEM_STATES.codes),
  requestId: id,
  /** The account that wrote it. */
  as: id,
  /** Proves the author: base64url of 256 random bits. */
  token: z.string().check(z.regex(/^[\w-]{43}$/)),
  /** Counts up on the device and orders its items; a clock does not. */
  seq: z.int().check(z.minimum(0)),
  /** When it was written, by the clock of the device, and by how many milliseconds the server was ahead when they spoke last. */
  at: moment,
  skew: z.number().check(z.minimum(-8_000_000_000_000), z.maximum(8_000_000_000_000)),
  /** Waits until this request is placed. */
  after: z.nullable(id),
  device: id,
  /** What the schema of the form takes online. Of an unfinished one the values of the form as they are; null: its author threw it away. */
  input: z.unknown(),
})
export type Sealed = z.output<typeof sealedSchema>

/** POST /api/device/hello, without a session. `stores`: one of each account on the device. */
export const helloSchema = z.strictObject({
  device: id,
  stores: z.array(id).check(z.maxLength(20)),
  now: moment,
  build: z.string().check(z.maxLength(64)),
  arrived: z.array(hash).check(z.maxLength(50)),
})
export const helloAnswerSchema = z.strictObject({
  now: moment,
  orders: z.record(z.string(), z.enum(ORDERS.codes)),
  key: sealingKeySchema,
  /** Items that the server lost, to be sent again. */
  again: z.array(hash),
  outcomes: z.record(z.string(), z.enum(OUTCOMES.codes)),
})
export type HelloAnswer = z.output<typeof helloAnswerSchema>

/** POST /api/device/prepare, signed in. Wrong password: 403. `device`: of a browser that is prepared for another account already. */
export const prepareSchema = z.strictObject({
  password: z.string().check(z.minLength(1), z.maxLength(200)),
  /** As its owner will know it again. */
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  device: z.nullable(id),
})
export const preparedSchema = z.strictObject({
  device: id,
  store: id,
  token: z.string(),
  key: sealingKeySchema,
  locale: z.enum(LOCALES.codes),
  as: id,
})
export type Prepared = z.output<typeof preparedSchema>
