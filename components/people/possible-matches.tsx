'use client'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { formatTime } from '@/components/ui/time'
import { findAlike } from '@/lib/people/alike.actions'
import type { Described } from '@/lib/people/alike.rules'
import type { Alike } from '@/lib/people/alike.schema'

const PAUSE = 300

/** Who it could be, while one types. It asks nobody to wait, and an answer that does not come is no answer. */
const useAlike = ({ name, nationality, placeId }: Described, caseId?: string): readonly Alike[] => {
  const [found, setFound] = useState<readonly Alike[]>([])
  const asked = name.trim()
  useEffect(() => {
    if (asked.length < 3) return
    let isCurrent = true
    const ask = async (): Promise<void> => {
      try {
        const input = { name: asked, nationality, placeId, ...(caseId === undefined ? {} : { caseId }) }
        const answer = await findAlike({ requestId: crypto.randomUUID(), input })
        if (isCurrent) setFound(answer.ok ? answer.value.people : [])
      } catch {
        // No network: the list comes again with the next letter, and the form goes on without it.
        if (isCurrent) setFound([])
      }
    }
    const timer = setTimeout(() => void ask(), PAUSE)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [asked, nationality, placeId, caseId])
  return asked.length < 3 ? [] : found
}

/** What speaks for it, in words: which name and how near, what else fits, when she was last seen. */
const useFits = () => {
  const t = useTranslations('alike')
  const locale = useLocale()
  return (one: Alike): string =>
    [
      t(one.isSameName ? `same.${one.nameKind}` : `near.${one.nameKind}`),
      one.isSameNationality ? t('sameNationality') : one.country,
      one.isSamePlace ? t('samePlace') : null,
      one.lastMetOn === null ? null : t('lastMet', { day: formatTime(locale, one.lastMetOn, 'dayInYear') }),
    ]
      .filter((part) => part !== null)
      .join(' · ')
}

/**
 * Possible matches from one's own files, each with why. Nothing here decides or blocks: "another person" puts one away.
 * @param caseId the file in which one types; what is kept apart from it is no match
 * @param same what one does when it is her; it names her for those who do not see the line
 */
export const PossibleMatches = ({
  described,
  caseId,
  same,
}: {
  described: Described
  caseId?: string
  same: (person: Alike, who: ReactNode) => ReactNode
}) => {
  const t = useTranslations('alike')
  const format = useFormatter()
  const [others, setOthers] = useState<readonly string[]>([])
  const fits = useFits()
  const people = useAlike(described, caseId).filter(({ personId }) => !others.includes(personId))
  return (
    <div role="status">
      {people.length === 0 ? null : (
        <div className="grid gap-2 rounded border border-late bg-late-soft px-3 py-2.5">
          <p className="font-semibold">{t('title', { count: people.length })}</p>
          <ul className="grid gap-2">
            {people.map((one) => {
              const names = [one.initials, one.code].filter((part) => part !== '')
              const who = <span className="sr-only">: {format.list(names, { type: 'unit' })}</span>
              return (
                <li key={`${one.caseId} ${one.personId}`} className="grid gap-1">
                  <p>
                    <span className="font-semibold">{one.initials}</span>{' '}
                    <span className="code text-sm">{one.code}</span>{' '}
                    <span className="text-sm text-muted">{fits(one)}</span>
                  </p>
                  <div className="flex flex-wrap gap-2">
                    {same(one, who)}
                    <Button
                      kind="plain"
                      size="small"
                      onClick={() => setOthers((before) => [...before, one.personId])}
                    >
                      {t('anotherPerson')}
                      {who}
                    </Button>
                  </div>
                </li>
              )
            })}
          </ul>
        </div>
      )}
    </div>
  )
}
