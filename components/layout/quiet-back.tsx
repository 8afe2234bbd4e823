'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { signOut } from '@/lib/accounts/session.actions'
import { forget } from './quiet'

/** Ends the session; false when the application did not answer. What was typed is encrypted on the device and waits there. */
const leaveQuietly = async (): Promise<boolean> => {
  const answer = await signOut({ requestId: crypto.randomUUID(), input: {} }).catch(() => null)
  if (answer?.ok !== true) return false
  forget()
  return true
}

const AGAIN_MS = 3_000
/**
 * Ends the session once the month itself is loaded, however often the application has to be asked; a button that was pressed before its
 * script had come leads there too.
 */
export const EndSession = () => {
  useEffect(() => {
    let isOver = false
    const end = async (): Promise<void> => {
      while (!isOver && !(await leaveQuietly())) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
    void end()
    return () => {
      isOver = true
    }
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
