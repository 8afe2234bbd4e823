'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFormState } from '@/components/forms/form-context'
import { Button } from '@/components/ui/button'
import { useIsLive } from '@/components/ui/use-is-live'

/** The button of a form that saves nothing but lets someone in; what stands in it goes nowhere but through the scripts of the page. */
export const SignInSubmit = ({ children }: { children: ReactNode }) => {
  const t = useTranslations('forms.press')
  const isLive = useIsLive()
  const isSending = useFormState().saving === 'sending'
  return (
    <p>
      <Button type="submit" disabled={!isLive} aria-disabled={isSending}>
        {isSending ? t('busy') : children}
      </Button>
    </p>
  )
}
