import {
  isListOf,
  isNumber,
  isObject,
  isOneOf,
  isRecordOf,
  isText,
  isUnknown,
  type Shape,
  type ShapeOf,
} from '@/lib/shared/shape'
import type { Given, SealingKey, TakenAlong } from './device.types'

/** What comes back from the disk and from the server is looked at before it is believed. */
const isMoment: Shape<string> = (value): value is string => isText(value) && !Number.isNaN(Date.parse(value))
const isForm = isOneOf('visit', 'note', 'task', 'activity')
const isKey: Shape<SealingKey> = isObject({ id: isText, public: isText, until: isText })

export const isGiven: Shape<Given> = isObject({
  device: isText,
  store: isText,
  token: isText,
  key: isKey,
  locale: isText,
  as: isText,
})
export const isTaken: Shape<TakenAlong> = isObject({ id: isText, on: isText, key: isKey })
/** What is begun as it lies on the disk. Without a version: of the first. */
export const isDraftRecord = isObject(
  { name: isText, form: isForm, requestId: isText, at: isNumber, value: isUnknown },
  { schema: isNumber },
)
export const isLabel = isObject({ form: isForm, requestId: isText, at: isNumber })
export type Label = ShapeOf<typeof isLabel>

export const isReceived = isObject({ id: isText, hash: isText })
export const isHello = isObject({
  now: isMoment,
  orders: isRecordOf(isOneOf('keep', 'forget')),
  key: isKey,
  again: isListOf(isText),
  outcomes: isRecordOf(isOneOf('received', 'placed', 'returned', 'waiting')),
})
