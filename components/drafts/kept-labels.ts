'use client'
import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import { fileCodeOf, kindOf } from '@/lib/drafts/kept-text.rules'

/** What a kept text is called in a list: its kind, the file's code, when it was written. Never a name. */
export const useKeptLabels = () => {
  const t = useTranslations('drafts')
  const locale = useLocale()
  const when = (at: number): string => formatTime(locale, new Date(at), 'moment')
  const title = ({ form, path }: { form: string; path: string }): string => {
    const kind = t(`kind.${kindOf(form)}`)
    const code = fileCodeOf(path)
    return code === null ? kind : `${kind} · ${code}`
  }
  return { when, title }
}
