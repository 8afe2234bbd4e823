'use client'
import { useLocale, useMessages } from 'next-intl'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { createTranslator } from 'use-intl/core'
import { bringErrors, findErrors, listenToErrors } from './all-errors'

const none = () => null

/**
 * The words for an error code, with the field's label in them, and what stands behind a colon of the code ("tableStrayCell:XFD1").
 * A code without words of its own gets the general sentence; no code is ever shown bare. The words come right after the page, like the
 * schema of a form; until then those of the frame have to do.
 */
export const useErrorLabels = (): ((code: string | undefined, label?: string) => string) => {
  const locale = useLocale()
  const { errors: first } = useMessages()
  const all = useSyncExternalStore(listenToErrors, () => findErrors(locale), none)
  useEffect(() => void bringErrors(locale), [locale])
  const errors = all ?? first
  const t = useMemo(
    () => createTranslator({ locale, messages: { errors }, namespace: 'errors' }),
    [locale, errors],
  )
  const isKnown = (code: string): code is Exclude<keyof typeof errors, 'unknownField'> =>
    Object.hasOwn(errors, code)
  return (found = '', label = '') => {
    const [code = '', detail = ''] = found.split(':')
    if (isKnown(code)) return t(code, { label, detail })
    return label === '' ? t('unknown') : t('unknownField', { label })
  }
}
