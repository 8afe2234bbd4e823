'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

/** A defect: a number for the report and a way on; never the message of the error. */
export const BrokenPage = ({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) => {
  const t = useTranslations('layout')
  return (
    <div className="mx-auto grid max-w-prose justify-items-start gap-4 px-4 py-12">
      <h1>{t('broken.title')}</h1>
      <p>{t('broken.what')}</p>
      {error.digest === undefined ? null : (
        <p className="num text-muted">{t('broken.reference', { reference: error.digest })}</p>
      )}
      <Button onClick={reset}>{t('broken.again')}</Button>
    </div>
  )
}
