'use client'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { formatTime } from '@/components/ui/time'
import type { Alike } from '@/lib/detention/alike.data'
import { findAlikePeople } from '@/lib/detention/visit.actions'

const PAUSE = 300

/** Who it could be, while the name is typed. It asks nobody to wait, and an answer that does not come is no answer. */
const useAlike = (name: string): readonly Alike[] => {
  const [found, setFound] = useState<{ name: string; people: readonly Alike[] }>({ name: '', people: [] })
  const asked = name.trim()
  useEffect(() => {
    if (asked.length < 3) return
    let isCurrent = true
    const ask = async (): Promise<void> => {
      try {
        const answer = await findAlikePeople({ requestId: crypto.randomUUID(), input: { name: asked } })
        if (isCurrent) setFound({ name: asked, people: answer.ok ? answer.value.people : [] })
      } catch {
        // No network: the list comes again with the next letter, and the form goes on without it.
        if (isCurrent) setFound({ name: asked, people: [] })
      }
    }
    const timer = setTimeout(() => void ask(), PAUSE)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [asked])
  return asked.length < 3 ? [] : found.people
}

/** Possible matches from one's own files. "The same person" links the card to her; "another person" goes on. */
export const PossibleMatches = ({ name, onSame }: { name: string; onSame: (person: Alike) => void }) => {
  const t = useTranslations('detention.alike')
  const locale = useLocale()
  const format = useFormatter()
  const [others, setOthers] = useState<readonly string[]>([])
  const people = useAlike(name).filter(({ personId }) => !others.includes(personId))
  const factsOf = (one: Alike): string =>
    [
      one.country,
      one.lastMetOn === null ? null : t('lastMet', { day: formatTime(locale, one.lastMetOn, 'dayInYear') }),
      t(one.isSameName ? 'sameName' : 'nearName'),
    ]
      .filter((part) => part !== null)
      .join(' · ')
  return (
    <div role="status">
      {people.length === 0 ? null : (
        <div className="grid gap-2 rounded border border-late bg-late-soft px-3 py-2.5">
          <p className="font-semibold">{t('title', { count: people.length })}</p>
          <ul className="grid gap-2">
            {people.map((one) => {
              const who = format.list(
                [one.initials, one.code].filter((part) => part !== ''),
                {
                  type: 'unit',
                },
              )
              return (
                <li key={`${one.caseId} ${one.personId}`} className="grid gap-1">
                  <p>
                    <span className="font-semibold">{one.initials}</span>{' '}
                    <span className="code text-sm">{one.code}</span>{' '}
                    <span className="text-sm text-muted">{factsOf(one)}</span>
                  </p>
                  <div className="flex flex-wrap gap-2">
                    <Button kind="quiet" size="small" onClick={() => onSame(one)}>
                      {t('same')}
                      <span className="sr-only">: {who}</span>
                    </Button>
                    <Button
                      kind="plain"
                      size="small"
                      onClick={() => setOthers((before) => [...before, one.personId])}
                    >
                      {t('not')}
                      <span className="sr-only">: {who}</span>
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
