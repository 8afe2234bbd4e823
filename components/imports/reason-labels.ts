import { createTranslator } from 'use-intl/core'
import { type Words, wordsIn } from '@/lib/fields/field.rules'
import type { Messages } from '@/lib/i18n/catalogue'
import type { Locale } from '@/lib/i18n/locales'
import { FIELDS } from '@/lib/imports/field.rules'
import type { LeftOut } from '@/lib/imports/left-out.rules'

type OwnNamed = { readonly column: string; readonly labels: Words }

/** A field and a code ("born whenNoSuchDay") in words, on the page and in the file of the rows that stay out. */
export const toReasonLabels = (locale: Locale, messages: Messages, own: readonly OwnNamed[] = []) => {
  const t = createTranslator({ locale, messages, namespace: 'imports' })
  const errors = createTranslator({ locale, messages, namespace: 'errors' })
  const isKnown = (code: string): code is Exclude<keyof Messages['errors'], 'unknownField'> =>
    Object.hasOwn(messages.errors, code)
  return (name: string, code: string): string => {
    const field = FIELDS.match(name)
    const named = own.find(({ column }) => column === name)
    const label =
      field !== null ? t(`field.${field}`) : named === undefined ? name : wordsIn(named.labels, locale)
    return isKnown(code) ? errors(code, { label }) : errors('unknownField', { label })
  }
}

/** The words of the file of rows that stay out. */
export const toReportLabels = (locale: Locale, messages: Messages, own: readonly OwnNamed[]) => {
  const t = createTranslator({ locale, messages, namespace: 'imports' })
  const because = toReasonLabels(locale, messages, own)
  return {
    row: t('report.row'),
    file: t('missing.file'),
    left: (what: LeftOut) => t(`left.${what}`),
    why: t('report.why'),
    skipped: t('report.skipped'),
    because: ({ field, code }: { readonly field: string; readonly code: string }) => because(field, code),
  }
}
