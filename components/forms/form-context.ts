'use client'
import { createContext, useContext } from 'react'
import type { DraftState } from '@/lib/drafts/use-draft'

export type SavingState = 'idle' | 'sending' | 'saved' | 'lost'

export type FormState = {
  /** Prefix of the ids of this form's fields. */
  readonly id: string
  readonly saving: SavingState
  readonly savedAt: Date | null
  readonly draft: DraftState
  /** Field path -> its label, so that the summary and the conflict speak of a field by its name. */
  readonly labels: Map<string, string>
}

const FormContext = createContext<FormState | null>(null)
export const FormStateProvider = FormContext.Provider

export const useFormState = (): FormState => {
  const state = useContext(FormContext)
  if (state === null) throw new Error('no Form')
  return state
}

export const fieldId = (formId: string, name: string): string => `${formId}-${name}`
