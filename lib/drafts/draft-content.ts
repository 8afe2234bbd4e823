import {
  isId,
  isListOf,
  isNullOr,
  isNumber,
  isObject,
  isOneOf,
  isRecordOf,
  isText,
  isUnknown,
  type ShapeOf,
} from '@/lib/shared/shape'

/** Why the server did not take something: codes and field paths; `theirs` is what stood there instead. */
const isProblem = isObject(
  { code: isText },
  { fields: isRecordOf(isText), theirs: isRecordOf(isUnknown), reference: isText },
)
export type Problem = ShapeOf<typeof isProblem>

const isDraft = isObject(
  {
    /** When the last key was pressed, milliseconds since 1970. */
    at: isNumber,
    /** The id under which the form sends: after a reload the same text is still the same request. */
    requestId: isId,
    values: isRecordOf(isUnknown),
    /** Which form, about what, and the page it stands on. */
    form: isText,
    path: isText,
    /** What the server had against it when it was sent. */
    problem: isNullOr(isProblem),
  },
  {
    /** The texts it continues, as they stood when it took them over: a copy of one of these that lingers is no other text. */
    after: isListOf(isObject({ tab: isText, at: isNumber })),
    /** The fields in which someone typed or chose something; of a text from before it was written down, all. */
    typed: isListOf(isText),
  },
)
export type DraftContent = ShapeOf<typeof isDraft>

const isOutboxItem = isObject({
  state: isOneOf('waiting', 'failed', 'sent'),
  form: isText,
  at: isNumber,
  requestId: isId,
  /** Through which handler it goes. */
  door: isText,
  path: isText,
  /** Empty once the server has it. */
  values: isNullOr(isRecordOf(isUnknown)),
  tries: isNumber,
  /** Not before this moment, milliseconds since 1970. */
  nextAt: isNumber,
  problem: isNullOr(isProblem),
  sentAt: isNullOr(isNumber),
  /** Its copy among the server's drafts, to be taken away when it was sent. */
  copy: isNullOr(isObject({ slot: isText, tab: isText })),
})
export type OutboxContent = ShapeOf<typeof isOutboxItem>

const toJson = (text: string | null): unknown => {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

/** What an earlier version left said less about where it was written. */
const withPlace = (json: unknown): unknown =>
  isRecordOf(isUnknown)(json) ? { form: '', path: '', problem: null, ...json } : json

export const toDraft = (text: string | null): DraftContent | null => {
  const json = withPlace(toJson(text))
  return isDraft(json) ? json : null
}
export const toOutboxItem = (text: string | null): OutboxContent | null => {
  const json = toJson(text)
  return isOutboxItem(json) ? json : null
}
