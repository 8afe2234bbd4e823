'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { connection } from '@/lib/drafts/connection'

/**
 * A defect: a number for the report and a way on; never the message of the error. Of a code that is not known, the name of its
 * vocabulary. When the server or its database is away, that.
 */
export const BrokenPage = ({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) => {
  const t = useTranslations('layout')
  const isAway = useSyncExternalStore(connection.listen, connection.now, () => 'well') !== 'well'
  const wasAway = useRef(false)
  useEffect(() => void connection.look(), [])
  useEffect(() => {
    if (isAway) wasAway.current = true
    else if (wasAway.current) location.reload()
  }, [isAway])
  // A vocabulary has a dot in its name, and the number of another defect has none.
  const why = isAway ? 'awayPage' : error.digest?.includes('.') ? 'newerData' : 'broken'
  const title = t(`${why}.title`)
  return (
    <div
      className="mx-auto grid max-w-prose justify-items-start gap-4 px-4 py-12"
      role={isAway ? 'status' : undefined}
    >
      <title>{`${title} · Accompany`}</title>
      <h1>{title}</h1>
      <p>{t(`${why}.what`)}</p>
      {isAway || error.digest === undefined ? null : (
        <p className="num text-muted">{t('broken.reference', { reference: error.digest })}</p>
      )}
      {/* Every route carries this page, and need not carry all the looks of a button for it. */}
      <button type="button" className="press press-primary press-normal" onClick={reset}>
        {t('broken.again')}
      </button>
    </div>
  )
}
