'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { useIsLive } from '@/components/ui/use-is-live'
import { findPeople } from '@/lib/people/search.actions'
import { FoundList } from './found-list'
import { SearchChips } from './search-chips'
import { takeLine } from './search-line'

type Answer = Extract<Awaited<ReturnType<typeof findPeople>>, { ok: true }>['value']
type Asked = {
  readonly sentence: string
  readonly without: readonly string[]
  readonly locked: readonly string[]
}

/**
 * One line about someone, what was understood of it, and who could be meant. What is typed stands in no address and stays on no
 * device.
 */
export const SearchForm = () => {
  const t = useTranslations('find')
  const isLive = useIsLive()
  const [sentence, setSentence] = useState('')
  const [asked, setAsked] = useState<Asked | null>(null)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [state, setState] = useState<'still' | 'asking' | 'failed' | 'signedOut'>('still')
  const latest = useRef(0)
  const ask = async (what: Asked): Promise<void> => {
    const mine = ++latest.current
    setAsked(what)
    setState('asking')
    try {
      const input = { ...what, without: [...what.without], locked: [...what.locked] }
      const given = await findPeople({ requestId: crypto.randomUUID(), input })
      // An answer that was overtaken by another question says nothing any more.
      if (mine !== latest.current) return
      setAnswer(given.ok ? given.value : null)
      setState(given.ok ? 'still' : given.code === 'signedOut' ? 'signedOut' : 'failed')
    } catch {
      if (mine === latest.current) setState('failed')
    }
  }
  const field = useRef<HTMLInputElement>(null)
  const begin = useRef(ask)
  useEffect(() => {
    const line = takeLine()
    // What was typed before the scripts of the page had come is not wiped by them.
    if (line === '') return setSentence((was) => was || (field.current?.value ?? ''))
    setSentence(line)
    void begin.current({ sentence: line, without: [], locked: [] })
  }, [])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (sentence.trim().length >= 2) void ask({ sentence, without: [], locked: [] })
  }
  return (
    <div className="grid max-w-3xl gap-5">
      <search>
        <form autoComplete="off" onSubmit={submit} className="grid gap-2">
          <label htmlFor="sentence" className="font-semibold">
            {t('sentence')}
          </label>
          <p id="sentence-hint" className="text-sm text-muted">
            {t('example')}
          </p>
          <div className="flex flex-wrap gap-3">
            <input
              ref={field}
              id="sentence"
              type="search"
              value={sentence}
              onChange={({ target }) => setSentence(target.value)}
              aria-describedby="sentence-hint"
              maxLength={300}
              dir="auto"
              spellCheck={false}
              translate="no"
              autoComplete="off"
              // The page has one purpose, and its title was read when it opened.
              // biome-ignore lint/a11y/noAutofocus: anyone who opens this page came to type here
              autoFocus
              className="min-h-11 min-w-0 grow basis-64 rounded border border-edge bg-surface px-3 py-2 text-base text-ink"
            />
            <Button type="submit" disabled={!isLive}>
              {t('search')}
            </Button>
          </div>
        </form>
      </search>
      {answer !== null && asked !== null && answer.chips.length > 0 ? (
        <SearchChips
          chips={answer.chips}
          onRemove={(id) =>
            void ask({
              ...asked,
              without: [...asked.without, id],
              locked: asked.locked.filter((one) => one !== id),
            })
          }
          onLock={(id, isLocked) =>
            void ask({
              ...asked,
              locked: isLocked ? [...asked.locked, id] : asked.locked.filter((one) => one !== id),
            })
          }
        />
      ) : null}
      {answer === null && state === 'still' ? <p className="text-muted">{t('comes')}</p> : null}
      <p role="status" className="font-semibold empty:-mt-5">
        {state === 'asking'
          ? t('searching')
          : answer === null
            ? null
            : t('count', { count: answer.people.length })}
      </p>
      {state === 'signedOut' ? (
        <Notice kind="error">
          <p>{t('signedOut')}</p>
          <p>
            {/* Another window: the line stands nowhere but here. */}
            <a href="/sign-in?back=%2Fpeople%2Fsearch" target="_blank" rel="noreferrer">
              {t('signIn')}
            </a>
          </p>
        </Notice>
      ) : null}
      {state === 'failed' ? <Notice kind="error">{t('failed')}</Notice> : null}
      {answer === null ? null : (
        <>
          <FoundList people={answer.people} />
          {answer.more ? <p className="text-sm text-muted">{t('more')}</p> : null}
          {answer.people.length > 0 ? null : (
            <div className="grid justify-items-start gap-3">
              <p>{t('noMatch')}</p>
              <LinkButton kind="quiet" href="/people/new">
                {t('newPerson')}
              </LinkButton>
            </div>
          )}
        </>
      )}
    </div>
  )
}
