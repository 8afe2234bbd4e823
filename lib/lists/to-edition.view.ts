import { LOCALES } from '@/lib/i18n/locales'
import type { OwnValue } from './list.data'
import type { Labels } from './list.rules'

/** Labels as an edition writes them: the languages that have one. */
export const said = (labels: Labels): Record<string, string> =>
  Object.fromEntries(
    LOCALES.codes.flatMap((locale) => (labels[locale] === '' ? [] : [[locale, labels[locale]]])),
  )
export const saidOrNull = (labels: Labels): Record<string, string> | null => {
  const own = said(labels)
  return Object.keys(own).length === 0 ? null : own
}

/** A finer value as an edition writes it. */
export const toAfter = ({
  list,
  standard,
  key,
  labels,
  position,
  retired,
  successorId,
}: Omit<OwnValue, 'id'>) => ({
  list,
  standard,
  key,
  labels: said(labels),
  position,
  retired,
  successor: successorId,
})
