import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useState } from 'react'
import { readKeptFacts } from '@/components/layout/keep-facts'
import { BEGINNINGS, BEYOND, type PageKey, PLACES } from '@/components/layout/places'
import { countriesBeside } from '@/lib/countries/address.rules'
import type { KeptEntry } from '@/lib/countries/offline/kept.rules'
import type { Locale } from '@/lib/i18n/locales'
import { HERE } from '@/lib/shared/here'
import { beginsWordsOf, findEntries, findPages } from './palette-options'
import { useFoundPeople } from './use-found-people'
import { useReasons } from './use-reasons'

export type Offer = {
  readonly id: string
  readonly kind: 'page' | 'person' | 'entry' | 'all'
  readonly href: string
  readonly name: string
  /** The code of a file. */
  readonly code: string | null
  /** What says why it is offered. */
  readonly line: string | null
  /** Enter may open it before anyone chose: never a person. */
  readonly isMeant: boolean
}

/** The rest stands on the page of the search. */
const MOST_PEOPLE = 5

/** How a page is called, and by which words it is found beside that. */
const useNames = () => {
  const t = useTranslations('palette')
  const menu = useTranslations('menu')
  const names = new Map<PageKey, string>([
    ...BEGINNINGS.map(({ key }) => [key, menu(`begin.${key}`)] as const),
    ...PLACES.map(({ key }) => [key, menu(`place.${key}`)] as const),
    ...BEYOND.map(({ key }) => [key, menu(`page.${key}`)] as const),
  ])
  return (key: PageKey): { readonly name: string; readonly also: string } => ({
    name: names.get(key) ?? '',
    also: t(`also.${key}`),
  })
}

/** Everything that fits what was typed, in the order in which it stands. */
export const useOffers = ({
  pages,
  typed,
  locale,
}: {
  /** Null while the palette is closed. */
  pages: readonly string[] | null
  typed: string
  locale: Locale
}) => {
  const t = useTranslations('palette')
  const nameOf = useNames()
  const reasonsOf = useReasons()
  const id = useId()
  const [entries, setEntries] = useState<readonly KeptEntry[]>([])
  const isOpen = pages !== null
  const path = usePathname()
  useEffect(() => {
    // As they lie on this device where there is no network; without any, pages and people answer.
    if (isOpen)
      Promise.all(countriesBeside(path, HERE).map((country) => readKeptFacts(country, locale))).then(
        (found) => setEntries(found.flatMap((kept) => kept ?? [])),
        () => undefined,
      )
  }, [isOpen, locale, path])
  const canFind = pages?.includes('find') === true
  const line = typed.trim()
  const { people, asking, isEnough, askNow } = useFoundPeople(canFind ? line : '')
  const country = findEntries(entries, line, locale).map(({ path, name, line: beneath, words }) => ({
    id: `${id}-${path}`,
    kind: 'entry' as const,
    href: path,
    name: name[locale],
    code: null,
    line: beneath[locale],
    isMeant: beginsWordsOf(words, line),
  }))
  // What bears the word stands before people who may only sound so.
  const isCountryFirst = country[0]?.isMeant === true
  const offers: readonly Offer[] = [
    ...findPages(pages ?? [], line, nameOf).map(({ key, href, name }) => ({
      id: `${id}-${key}`,
      kind: 'page' as const,
      href,
      name,
      code: null,
      line: null,
      isMeant: line !== '',
    })),
    ...(isCountryFirst ? country : []),
    ...people.slice(0, MOST_PEOPLE).map((one) => ({
      id: `${id}-${one.caseId}-${one.personId}`,
      kind: 'person' as const,
      href: `/cases/${one.code}?file=${one.caseId}`,
      name: one.name,
      code: one.code,
      line: reasonsOf(one).join(' · '),
      isMeant: false,
    })),
    ...(canFind && isEnough
      ? [
          {
            id: `${id}-all`,
            kind: 'all' as const,
            href: '/people/search',
            name: t('all'),
            code: null,
            line: null,
            isMeant: false,
          },
        ]
      : []),
    ...(isCountryFirst ? [] : country),
  ]
  const count = offers.filter(({ kind }) => kind !== 'all').length
  const isSettled = asking === 'still'
  return {
    offers,
    askNow,
    isSettled,
    status:
      asking === 'asking'
        ? t('asking')
        : !isSettled
          ? t(asking)
          : line === ''
            ? ''
            : t('count', { count, people: Math.min(people.length, MOST_PEOPLE) }),
  }
}
