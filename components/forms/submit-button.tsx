'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button, type ButtonKind, type ButtonSize } from '@/components/ui/button'
import { useFormState } from './form-context'

/** Sends the form. While it sends a second press does nothing, and the focus stays where it is. */
export const SubmitButton = ({
  kind = 'primary',
  size = 'normal',
  children,
}: {
  kind?: ButtonKind
  size?: ButtonSize
  children: ReactNode
}) => {
  const t = useTranslations('forms')
  const isSending = useFormState().saving === 'sending'
  return (
    <Button type="submit" kind={kind} size={size} aria-disabled={isSending}>
      {isSending ? t('saving') : children}
    </Button>
  )
}
