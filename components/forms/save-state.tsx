'use client'
import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import { useFormState } from './form-context'

/** Where the text is right now, in words, near the button. Announced only when something went wrong (see Troubles). */
export const SaveState = () => {
  const t = useTranslations('forms')
  const locale = useLocale()
  const { saving, savedAt, draft } = useFormState()
  const clock = (at: Date | null): string => (at === null ? '' : formatTime(locale, at, 'clock'))
  const words = (): string => {
    if (saving === 'sending') return t('saving')
    if (saving === 'lost') return draft.status === 'kept' ? t('savedNotSent') : t('notSent')
    if (draft.status === 'server') return t('draftOnServer', { time: clock(draft.keptAt) })
    if (draft.status === 'memory') return t(draft.why === 'full' ? 'draftFull' : 'draftMemory')
    if (draft.status === 'writing') return t('draftWriting')
    if (draft.status === 'kept') return t('draftSaved', { time: clock(draft.keptAt) })
    if (saving === 'saved') return t('saved', { time: clock(savedAt) })
    return draft.status === 'off' ? '' : t('draftNothingLost')
  }
  return <p className="text-sm text-muted">{words()}</p>
}
