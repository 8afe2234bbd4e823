'use client'
import { lazy, Suspense, useEffect } from 'react'
import { FormFold } from '@/components/ui/form-fold'
import type { AnswersProps } from './answers-form'

const load = () => import('./answers-form')
const AnswersForm = lazy(async () => ({ default: (await load()).AnswersForm }))

/**
 * The form of the own fields, drawn when it is opened. Its script comes after the page, for most readers of a file never open it; it
 * comes before anyone asks, because by then there may be no network. On this side, because no function crosses to the browser.
 */
export const AnswersFold = ({
  label,
  of,
  ...form
}: AnswersProps & { readonly label: string; readonly of: string }) => {
  useEffect(() => {
    // What does not arrive now is asked for again when the form is opened.
    load().catch(() => undefined)
  }, [])
  return (
    <FormFold label={label} of={of}>
      {() => (
        <Suspense>
          <AnswersForm {...form} />
        </Suspense>
      )}
    </FormFold>
  )
}
