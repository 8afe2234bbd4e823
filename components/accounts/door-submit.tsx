'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFormState } from '@/components/forms/form-context'
import { Button } from '@/components/ui/button'

/** The button of a form that saves nothing but lets somebody in. */
export const DoorSubmit = ({ children }: { children: ReactNode }) => {
  const t = useTranslations('forms.press')
  const isSending = useFormState().saving === 'sending'
  return (
    <p>
      <Button type="submit" aria-disabled={isSending}>
        {isSending ? t('busy') : children}
      </Button>
    </p>
  )
}
