import { useLocale, useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { untilWords } from '@/components/ui/until-words'
import { askServer } from '@/lib/offline/ask-server'
import { installPages } from '@/lib/offline/pages-worker'
import { type Taken, takenSchema } from '@/lib/offline/taken.schema'
import { useDevice } from './device'

type Outcome =
  | { readonly kind: 'asking' }
  | { readonly kind: 'taken'; readonly taken: Taken; readonly until: Date }
  | { readonly kind: 'not'; readonly why: 'pages' | 'full' | 'signedOut' | 'notYours' | 'lost' }

/** Takes a planned visit along: the press on the page of the server was the only one. */
export const TakePage = ({ planId }: { planId: string }) => {
  const t = useTranslations('offline.take')
  const locale = useLocale()
  const device = useDevice()
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'asking' })
  const isAsked = useRef(false)
  const ask = useCallback(async (): Promise<Outcome> => {
    // A visit that is taken along where no page will open cannot be written down.
    if (!(await installPages())) return { kind: 'not', why: 'pages' }
    const query = new URLSearchParams({ plan: planId, stores: device.stores().join() })
    const answer = await askServer(`/api/device/taking?${query}`, takenSchema)
    if (!answer.ok) {
      if (answer.code === 'signedOut') return { kind: 'not', why: 'signedOut' }
      return { kind: 'not', why: answer.code === 'lost' ? 'lost' : 'notYours' }
    }
    const kept = await device.takeAlong(answer.value)
    if (!kept.ok) return { kind: 'not', why: kept.code === 'full' ? 'full' : 'lost' }
    return { kind: 'taken', taken: answer.value, until: new Date(kept.value.until) }
  }, [device, planId])
  const take = useCallback((): void => {
    setOutcome({ kind: 'asking' })
    void ask().then(setOutcome)
  }, [ask])
  useEffect(() => {
    if (isAsked.current) return
    isAsked.current = true
    take()
  }, [take])
  return (
    <div className="grid gap-5">
      <h1>{t('title')}</h1>
      {outcome.kind === 'asking' ? <p role="status">{t('asking')}</p> : null}
      {outcome.kind === 'taken' ? (
        <Notice
          kind="success"
          title={t('taken', {
            centre: outcome.taken.centre.label,
            until: untilWords(locale, outcome.until),
          })}
        >
          <p>{t('people', { count: outcome.taken.writing.here.length })}</p>
        </Notice>
      ) : null}
      {outcome.kind === 'not' ? (
        <>
          <Notice kind="error" title={t(`not.${outcome.why}`)} />
          <p className="flex flex-wrap gap-3">
            {outcome.why === 'signedOut' ? (
              <a href="/sign-in" className={buttonClass('primary')}>
                {t('signIn')}
              </a>
            ) : (
              <Button onClick={take}>{t('again')}</Button>
            )}
          </p>
        </>
      ) : null}
      <p>
        <a href="#home" className={buttonClass('quiet')}>
          {t('toHome')}
        </a>
      </p>
    </div>
  )
}
