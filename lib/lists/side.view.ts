import type { Locale } from '@/lib/i18n/locales'
import { LOCALES } from '@/lib/i18n/locales'

const field = (value: object, name: string): unknown => Object.getOwnPropertyDescriptor(value, name)?.value
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** One side of a change of a list or a place, in words. */
export const readSide = (
  value: unknown,
  locale: Locale,
  words: { readonly shipped: string; readonly hidden: string },
): string => {
  if (!isObject(value)) return words.shipped
  const labels = field(value, 'labels')
  const said = isObject(labels)
    ? [locale, ...LOCALES.codes]
        .map((one) => field(labels, one))
        .find((text) => typeof text === 'string' && text !== '')
    : undefined
  const aliases = field(value, 'aliases')
  const visit = field(value, 'visit')
  const facts = isObject(visit)
    ? ['hours', 'phone', 'bring']
        .map((name) => field(visit, name))
        .filter((text) => typeof text === 'string' && text !== '')
    : []
  const isHidden = field(value, 'hidden') === true || field(value, 'retired') === true
  const parts = [
    typeof said === 'string' ? said : words.shipped,
    ...(Array.isArray(aliases) && aliases.length > 0 ? [aliases.join(', ')] : []),
    ...facts,
    ...(isHidden ? [words.hidden] : []),
  ]
  return parts.join(' · ')
}
