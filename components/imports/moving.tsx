'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useErrorLabels } from '@/components/forms/use-error-labels'
import { Button } from '@/components/ui/button'
import { goOn, lookForKnown, stopImport } from '@/lib/imports/import.actions'
import type { Progress } from '@/lib/imports/import.schema'
import { rowsBehind } from './import-labels'

type What = 'checking' | 'running' | 'undoing' | 'asking'
type At = { readonly done: number; readonly isOver: boolean }

const atOf = (what: What, progress: Progress): At =>
  what === 'asking'
    ? { done: progress.askedTo, isOver: progress.askedTo >= progress.rows || progress.state !== 'checked' }
    : { done: rowsBehind(progress.at, progress.rows), isOver: progress.state !== what }

type Props = {
  readonly importId: string
  readonly what: What
  readonly start: number
  readonly rows: number
  /** Of a search that may be left: nothing was written by it. */
  readonly onStop?: () => void
}

/** Asks for piece after piece, with numbers. A lost answer is asked for again under its own id: no piece is done twice. */
export const Moving = ({ importId, what, start, rows, onStop }: Props) => {
  const t = useTranslations('imports')
  const labels = useErrorLabels()
  const router = useRouter()
  const [done, setDone] = useState(start)
  const [trouble, setTrouble] = useState<string | null>(null)
  const isOn = useRef(false)
  const wantsStop = useRef(false)

  const go = useCallback(async (): Promise<void> => {
    if (isOn.current) return
    isOn.current = true
    setTrouble(null)
    let [asked, requestId, tries] = [goOn, crypto.randomUUID(), 0]
    while (isOn.current) {
      const ask = wantsStop.current ? stopImport : what === 'asking' ? lookForKnown : goOn
      if (ask !== asked) [asked, requestId, tries] = [ask, crypto.randomUUID(), 0]
      const answer = await ask({ requestId, input: { importId } }).catch(() => null)
      if (answer !== null && !answer.ok && answer.code === 'signedOut') return location.assign('/sign-in')
      if (answer === null || (!answer.ok && answer.code === 'failed')) {
        tries += 1
        if (tries < 3) continue
      }
      if (answer === null || !answer.ok) {
        setTrouble(answer === null ? 'failed' : answer.code)
        break
      }
      const next = atOf(what, answer.value)
      setDone(next.done)
      if (next.isOver) {
        router.refresh()
        break
      }
      ;[requestId, tries] = [crypto.randomUUID(), 0]
    }
    isOn.current = false
  }, [importId, what, router])

  useEffect(() => {
    void go()
    return () => {
      isOn.current = false
    }
  }, [go])

  const quarter = Math.floor((done / Math.max(1, rows)) * 4)
  return (
    <section aria-labelledby="moving" className="grid gap-3">
      <h2 id="moving">{t(`moving.${what}`)}</h2>
      <progress max={rows} value={done} aria-labelledby="moving" className="h-3 w-full max-w-prose" />
      <p className="num">{t('moving.of', { done, all: rows })}</p>
      <p role="status" className="sr-only" key={quarter}>
        {t('moving.of', { done, all: rows })}
      </p>
      <p className="max-w-prose text-muted">{t('moving.stay')}</p>
      <p role="alert" className="font-semibold text-danger empty:hidden">
        {trouble === null ? '' : trouble === 'failed' ? t('moving.broken') : labels(trouble)}
      </p>
      <p className="flex flex-wrap gap-3">
        {trouble === null ? null : <Button onClick={() => void go()}>{t('moving.again')}</Button>}
        {what === 'running' ? (
          <Button
            kind="quiet"
            onClick={() => {
              wantsStop.current = true
              void go()
            }}
          >
            {t('moving.stop')}
          </Button>
        ) : null}
        {what === 'asking' ? (
          <Button
            kind="quiet"
            onClick={() => {
              isOn.current = false
              onStop?.()
              router.refresh()
            }}
          >
            {t('moving.stop')}
          </Button>
        ) : null}
      </p>
    </section>
  )
}
