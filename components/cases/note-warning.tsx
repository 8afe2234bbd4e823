'use client'
import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { findOutOfPlace } from '@/lib/cases/note-warning.rules'

/**
 * One quiet line under a text that seems to hold what has a place of its own. It stops no one, changes no word and sends nothing;
 * a screen reader says it once, for as long as it says the same.
 */
export const NoteWarning = ({ name = 'text' }: { name?: string }) => {
  const t = useTranslations('warn')
  const text: unknown = useWatch({ name })
  const [found] = typeof text === 'string' ? findOutOfPlace(text) : []
  return (
    <p role="status" className={found === undefined ? 'sr-only' : 'text-sm text-muted'}>
      {found === undefined ? '' : t(found)}
    </p>
  )
}
