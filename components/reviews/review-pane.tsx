'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useIsLive } from '@/components/ui/use-is-live'
import { useLater } from '@/components/ui/use-later'
import { type Command, type KeySetting, toCommand } from '@/lib/reviews/key.rules'
import { asksReason, reviewAfter } from '@/lib/reviews/review.rules'
import type { ReviewFile } from '@/lib/reviews/review.schema'
import type { ReviewPageData } from '@/lib/reviews/review-page.data'
import { DecisionBar } from './decision-bar'
import { FileUnderReview } from './file-under-review'
import type { Decided, Reviewing } from './use-review'
import { Writer, type Writing } from './writer'

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select')

/**
 * Keys that are down. A press counts once, however long it lasts and however often the keyboard says so: pressed again it counts
 * again, at once. What goes down here may come up anywhere.
 */
const useHeldKeys = () => {
  const held = useRef(new Set<string>())
  useEffect(() => {
    const lift = ({ code }: globalThis.KeyboardEvent): void => void held.current.delete(code)
    const liftAll = (): void => held.current.clear()
    window.addEventListener('keyup', lift, true)
    window.addEventListener('blur', liftAll)
    return () => {
      window.removeEventListener('keyup', lift, true)
      window.removeEventListener('blur', liftAll)
    }
  }, [])
  return ({ code, repeat }: KeyboardEvent): boolean => {
    const isNew = !repeat && !held.current.has(code)
    held.current.add(code)
    return isNew
  }
}

type Props = {
  readonly data: ReviewPageData
  readonly reviewing: Reviewing
  readonly keys: KeySetting
  readonly onKeys: (keys: KeySetting) => void
  readonly summary: string
}

/** One file and what may be said of it. Its keys work while the focus is in here, and nowhere else. */
export const ReviewPane = ({ data, reviewing, keys, onKeys, summary }: Props) => {
  const t = useTranslations('reviews')
  const { at, item, file, decide, go, undo } = reviewing
  const pane = useRef<HTMLElement>(null)
  const [writing, setWriting] = useState<Writing | null>(null)
  const [after, setAfter] = useState<{ readonly of: string; readonly days: Decided['reviewAfter'] } | null>(
    null,
  )

  // Below it a link leads to the summary too, for the time that it is not there.
  const end = useLater(() => import('./review-done'))
  const isLive = useIsLive()
  const isPressed = useHeldKeys()
  /** Commands that came faster than the files: each is carried out when its file is there. */
  const coming = useRef<Command[]>([])

  const shown: ReviewFile | null = typeof file === 'object' ? file : null

  // Before the next key can come: between two files the focus is nowhere else.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file takes the focus, so that it is read out and the keys go on
  useLayoutEffect(() => {
    setWriting(null)
    pane.current?.querySelector('h2')?.focus()
  }, [at, shown?.caseId])

  const days =
    after !== null && after.of === item?.caseId ? after.days : reviewAfter(shown?.risk ?? '', data.reviewDays)
  const say = (said: Pick<Decided, 'decision'> & Partial<Decided>): void =>
    decide({ text: '', dueIn: 'none', draft: null, reviewAfter: days, ...said })

  const run = (command: Command): void => {
    if (command === 'undo') undo()
    else if (command === 'next') go(at + 1)
    else if (command === 'back') go(at - 1)
    else if (shown === null) return
    else if (command === 'fine' && !asksReason(shown.signals)) say({ decision: 'fine' })
    else if (command === 'close') say({ decision: 'close', text: t('closeTask') })
    else {
      coming.current = []
      setWriting(command)
    }
  }
  const take = (command: Command): void => {
    if (coming.current.length > 0 || (shown === null && file === 'loading')) coming.current.push(command)
    else run(command)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: one command for each file that has come
  useEffect(() => {
    if (file === 'gone' || file === 'failed') coming.current = []
    const next = shown === null ? undefined : coming.current.shift()
    if (next !== undefined) run(next)
  }, [at, file])
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const command = toCommand(event.key, keys)
    if (command === null) return
    event.preventDefault()
    if (isPressed(event)) take(command)
  }

  return (
    <section
      ref={pane}
      aria-label={t('pane')}
      className="min-w-0"
      onKeyDown={press}
      // Only then is a key heard.
      data-settled={isLive && shown !== null}
    >
      {item === undefined ? (
        <>
          <h2 tabIndex={-1} className="sr-only">
            {t('done', { files: data.items.length })}
          </h2>
          {end === null ? null : (
            <end.Done summary={summary} files={data.items.length} reviewing={reviewing} />
          )}
        </>
      ) : (
        <>
          {shown === null ? (
            <Missing state={file} reviewing={reviewing} code={item.code} />
          ) : (
            <FileUnderReview
              key={shown.caseId}
              file={shown}
              decision={reviewing.decisions.get(item.caseId) ?? null}
              data={data}
              reviewAfter={days}
              onReviewAfter={(chosen) => setAfter({ of: item.caseId, days: chosen })}
            />
          )}
          <div className="sticky bottom-14 z-5 -mx-4 mt-4 border-t border-hair bg-paper px-4 py-2.5 lg:bottom-0 lg:mx-0 lg:px-0">
            {writing === null || shown === null ? (
              <DecisionBar
                keys={keys}
                onKeys={(setting) => {
                  onKeys(setting)
                  pane.current?.querySelector('h2')?.focus()
                }}
                onCommand={take}
                canUndo={reviewing.canUndo}
                isFinished={data.review.isFinished}
              />
            ) : (
              <Writer
                key={`${item.caseId}:${writing}`}
                writing={writing}
                reviewId={data.review.id}
                caseId={item.caseId}
                worker={shown.worker}
                onSaid={say}
                onLeave={() => {
                  setWriting(null)
                  pane.current?.querySelector('h2')?.focus()
                }}
              />
            )}
          </div>
        </>
      )}
    </section>
  )
}

const Missing = ({
  state,
  reviewing,
  code,
}: {
  state: Reviewing['file']
  reviewing: Reviewing
  code: string
}) => {
  const t = useTranslations('reviews')
  return (
    <div className="grid min-h-80 content-start gap-3">
      <h2 tabIndex={-1} className="code">
        {code}
      </h2>
      {state === 'failed' ? (
        <Notice kind="error" title={t('failed')}>
          <Button className="mt-2" kind="quiet" onClick={reviewing.reload}>
            {t('trouble.again')}
          </Button>
        </Notice>
      ) : null}
      {state === 'gone' ? (
        <Notice title={t('gone')}>
          <Button className="mt-2" kind="quiet" onClick={reviewing.skip}>
            {t('command.next')}
          </Button>
        </Notice>
      ) : null}
      {state === 'loading' ? <p className="text-muted">{t('loading')}</p> : null}
    </div>
  )
}
