import { parseWhen } from '@/lib/shared/when/parse.rules'
import {
  type Answer,
  type AnswerState,
  fromScaled,
  holdsCodes,
  type OwnField,
  SILENCES,
  toScaled,
  YES_NO,
} from './field.rules'

/** An answer as a form holds it; field.schema.ts says what may be sent. */
export type TypedAnswer = {
  /** The edition that was shown. */
  edition: number
  /** What the one answer of a list is, or '-' before why there is none. */
  choice: string
  codes: string[]
  text: string
  state: '' | Exclude<AnswerState, 'given'>
}

type Kind = Pick<OwnField, 'type' | 'decimals' | 'now'>
/** Before why there is no answer, where it is chosen from the same list as the answers. */
const SILENT = '-'
export const silentChoice = (state: string): string => `${SILENT}${state}`

const MOST_TEXT = { short: 200, reference: 60, contact: 200, long: 5000 } as const

/** An answer as its field of the form holds it. */
export const toTyped = ({ type, now }: Kind, answer: Answer | null): TypedAnswer => {
  const empty: TypedAnswer = { edition: now.edition, choice: '', codes: [], text: '', state: '' }
  if (answer === null) return empty
  const isOneOf = type === 'yes_no' || type === 'one'
  if (answer.state !== 'given')
    return isOneOf ? { ...empty, choice: silentChoice(answer.state) } : { ...empty, state: answer.state }
  if (isOneOf) return { ...empty, choice: answer.codes[0] ?? '' }
  return { ...empty, codes: [...answer.codes], text: answer.text }
}

/** The same answer, whichever edition was shown. */
export const isSameTyped = (a: TypedAnswer, b: TypedAnswer): boolean =>
  a.choice === b.choice &&
  a.state === b.state &&
  a.text.trim() === b.text.trim() &&
  [...a.codes].sort().join() === [...b.codes].sort().join()

export type Typed =
  | { readonly answer: Answer | null }
  | { readonly fault: string; readonly at: 'choice' | 'codes' | 'text' | 'state' }

const given = (codes: readonly string[], text = ''): Typed => ({ answer: { state: 'given', codes, text } })

const ofText = (field: Kind, text: string): Typed => {
  const fault = (code: string): Typed => ({ fault: code, at: 'text' })
  switch (field.type) {
    case 'amount': {
      const amount = toScaled(text, field.decimals)
      return amount === null ? fault('notANumber') : given([], fromScaled(amount, field.decimals))
    }
    case 'date': {
      const read = parseWhen(text)
      if ('problem' in read) return fault(read.problem)
      if (read.when?.form === 'not_known') return { answer: { state: 'unknown', codes: [], text: '' } }
      if (read.when?.form === 'declined') return { answer: { state: 'declined', codes: [], text: '' } }
      return text.length > 100 ? fault('tooLong') : given([], text)
    }
    case 'short':
    case 'reference':
    case 'contact':
    case 'long':
      return text.length > MOST_TEXT[field.type] ? fault('tooLong') : given([], text)
    case 'place':
    case 'partner':
      return /^[0-9a-f-]{36}$/u.test(text) ? given([], text) : fault('unknownChoice')
    case 'yes_no':
    case 'one':
    case 'several':
      return fault('unknownChoice')
  }
}

/** What was typed, as an answer of this field: of the edition that was shown, so that nothing typed meanwhile is refused. */
export const fromTyped = (
  field: OwnField,
  { choice, codes, text: raw, state, edition }: TypedAnswer,
): Typed => {
  const text = raw.trim()
  const shown = field.editions.find((one) => one.edition === edition)
  // Only a sender that is none of our forms names an edition that never was.
  if (shown === undefined) return { fault: 'unknownChoice', at: 'choice' }
  const options = shown.options.map(({ code }) => code)
  const known = field.type === 'yes_no' ? [...YES_NO.codes] : options
  if (choice !== '') {
    if (choice.startsWith(SILENT)) {
      const silence = SILENCES.match(choice.slice(SILENT.length))
      return silence === null
        ? { fault: 'unknownChoice', at: 'choice' }
        : { answer: { state: silence, codes: [], text: '' } }
    }
    const isOne = field.type === 'yes_no' || field.type === 'one'
    return isOne && known.includes(choice) ? given([choice]) : { fault: 'unknownChoice', at: 'choice' }
  }
  const isEmpty = codes.length === 0 && text === ''
  if (state !== '')
    return isEmpty ? { answer: { state, codes: [], text: '' } } : { fault: 'answerOrReason', at: 'state' }
  if (isEmpty) return { answer: null }
  if (!holdsCodes(field.type)) return ofText(field, text)
  return field.type === 'several' && codes.every((code) => known.includes(code))
    ? given(options.filter((code) => codes.includes(code)))
    : { fault: 'unknownChoice', at: 'codes' }
}
