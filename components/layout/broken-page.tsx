'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { connection } from '@/lib/drafts/connection'
import { useConnection } from '@/lib/drafts/use-connection'

/** A defect: a number for the report and a way on; never the message of the error. When the server or its database is away, that. */
export const BrokenPage = ({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) => {
  const t = useTranslations('layout')
  const isAway = useConnection() !== 'well'
  const wasAway = useRef(false)
  useEffect(() => void connection.look(), [])
  useEffect(() => {
    if (isAway) wasAway.current = true
    else if (wasAway.current) location.reload()
  }, [isAway])
  return (
    <div
      className="mx-auto grid max-w-prose justify-items-start gap-4 px-4 py-12"
      role={isAway ? 'status' : undefined}
    >
      <h1>{t(isAway ? 'awayPage.title' : 'broken.title')}</h1>
      <p>{t(isAway ? 'awayPage.what' : 'broken.what')}</p>
      {isAway || error.digest === undefined ? null : (
        <p className="num text-muted">{t('broken.reference', { reference: error.digest })}</p>
      )}
      <Button onClick={reset}>{t('broken.again')}</Button>
    </div>
  )
}
