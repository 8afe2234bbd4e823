'use client'
import { useMessages, useTranslations } from 'next-intl'

/**
 * The words for an error code, with the field's label in them, and what stands behind a colon of the code ("tableStrayCell:XFD1").
 * A code without words of its own gets the general sentence; no code is ever shown bare.
 */
export const useErrorLabels = (): ((code: string | undefined, label?: string) => string) => {
  const t = useTranslations('errors')
  const { errors } = useMessages()
  const isKnown = (code: string): code is Exclude<keyof typeof errors, 'unknownField'> =>
    Object.hasOwn(errors, code)
  return (found = '', label = '') => {
    const [code = '', detail = ''] = found.split(':')
    if (isKnown(code)) return t(code, { label, detail })
    return label === '' ? t('unknown') : t('unknownField', { label })
  }
}
