'use client'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { formatTime } from '@/components/ui/time'
import { findAlike } from '@/lib/people/alike.actions'
import type { Described } from '@/lib/people/alike.rules'
import type { Alike } from '@/lib/people/alike.schema'
import { PersonName } from './person-name'

const PAUSE = 300

/** Who it could be, while one types. It asks no one to wait, and an answer that does not come is no answer. */
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

/** What speaks for it, in words: which name and how near, what else fits, when they were last seen. */
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

type Fields = Record<string, unknown>
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(text) : [])

/**
 * Possible matches from one's own files, each with why. Nothing here decides or blocks: anyone who is not the same person is put
 * aside in the form, and remembered with what is saved. What is kept apart from the file in which one types is no match.
 * @param at where in the form the person is written down: name, nationality and notSame stand below it
 * @param same what one does when it is this person; it names the person for those who do not see the line
 */
export const PossibleMatches = ({
  at = '',
  same,
}: {
  at?: `${string}.` | ''
  same: (person: Alike, who: ReactNode) => ReactNode
}) => {
  const t = useTranslations('alike')
  const format = useFormatter()
  const form = useFormContext<Fields>()
  const [name, nationality, aside, placeId, caseId] = useWatch<Fields>({
    name: [`${at}name`, `${at}nationality`, `${at}notSame`, 'placeId', 'caseId'],
  })
  const others = texts(aside)
  const putAside = (ids: readonly string[]): void => form.setValue(`${at}notSame`, ids, { shouldDirty: true })
  const fits = useFits()
  const described = { name: text(name), nationality: text(nationality), placeId: text(placeId) }
  const found = useAlike(described, typeof caseId === 'string' ? caseId : undefined)
  const people = found.filter(({ personId }) => !others.includes(personId))
  const away = new Set(found.filter(({ personId }) => others.includes(personId)).map((one) => one.personId))
  return (
    <div role="status" className="grid gap-2 empty:-mt-4">
      {people.length === 0 ? null : (
        <div className="grid gap-2 rounded border border-late bg-late-soft px-3 py-2.5">
          <p className="font-semibold">{t('title', { count: people.length })}</p>
          <ul className="grid gap-2">
            {people.map((one) => {
              const names = [one.full ?? one.initials, one.code].filter((part) => part !== '')
              const who = <span className="sr-only">: {format.list(names, { type: 'unit' })}</span>
              return (
                <li key={`${one.caseId} ${one.personId}`} className="grid gap-1">
                  <p>
                    <b className="font-semibold">
                      <PersonName full={one.full} initials={one.initials} />
                    </b>{' '}
                    <span className="code text-sm">{one.code}</span>{' '}
                    <span className="text-sm text-muted">{fits(one)}</span>
                  </p>
                  <div className="flex flex-wrap gap-2">
                    {same(one, who)}
                    <Button kind="plain" size="small" onClick={() => putAside([...others, one.personId])}>
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
      {away.size === 0 ? null : (
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
          {t('putAside', { count: away.size })}
          <Button
            kind="plain"
            size="small"
            onClick={() => putAside(others.filter((personId) => !away.has(personId)))}
          >
            {t('showAgain')}
          </Button>
        </p>
      )}
    </div>
  )
}
