import type { TypedAnswer } from '@/lib/fields/answer.rules'
import { addField } from '@/lib/fields/field.actions'
import { act } from '../handlers'

/** A new field as its form sends it. */
export const aField = (change: Record<string, unknown> = {}) => ({
  labels: { en: 'Way of arrival', fr: '', nl: '', de: '' },
  owner: 'file',
  type: 'one',
  fieldClass: 'ordinary',
  decimals: '0',
  part: 'overview',
  options: 'By land\nBy sea\nBy air',
  because: 'An invented reason.',
  ...change,
})

/** Adds a field as an admin. @returns its id */
export const givenField = async (
  adminToken: string,
  change: Record<string, unknown> = {},
): Promise<string> => {
  const answer = await act(adminToken, addField, aField(change))
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.fieldId
}

/** What is typed of an answer. */
export type Typing = Partial<Omit<TypedAnswer, 'codes'>> & { readonly codes?: readonly string[] }
/** An answer as the form holds it. */
export const typedAnswer = ({ codes = [], ...change }: Typing = {}): TypedAnswer => ({
  edition: 1,
  choice: '',
  text: '',
  state: '',
  ...change,
  codes: [...codes],
})
