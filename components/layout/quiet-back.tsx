'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { signOut } from '@/lib/accounts/session.actions'
import { forget } from './quiet'

/** Ends the session; false when the application did not answer. What was typed is encrypted on the device and waits there. */
export const leaveQuietly = async (): Promise<boolean> => {
  const answer = await signOut({ requestId: crypto.randomUUID(), input: {} }).catch(() => null)
  if (answer?.ok !== true) return false
  forget()
  return true
}

/** Ends the session once the month itself is loaded: the button may have been pressed before its script could. */
export const EndSession = () => {
  useEffect(() => {
    void leaveQuietly()
  }, [])
  return null
}

/** The small way back from the other page: through sign-in, and nowhere else. */
export const QuietBack = ({ instead = () => false }: { instead?: () => boolean }) => {
  const t = useTranslations('layout')
  const back = async (): Promise<void> => {
    if (!instead() && (await leaveQuietly())) location.assign('/sign-in')
  }
  return (
    <button type="button" className="min-h-11 text-muted underline" onClick={() => void back()}>
      {t('quiet.back')}
    </button>
  )
}
