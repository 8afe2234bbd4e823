'use client'
import { useLocale } from 'next-intl'
import { useEffect } from 'react'

/** Anyone who opens a page of a country can read it later without a network. What that takes comes after the page. */
export const KeepFactsHere = ({ country }: { country: string }) => {
  const locale = useLocale()
  useEffect(() => {
    void import('@/components/layout/keep-facts')
      .then(({ keepFacts }) => keepFacts(country, locale))
      .catch(() => undefined)
  }, [country, locale])
  return null
}
