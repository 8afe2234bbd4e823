'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'

/** The codes, once. The heading takes the focus, so that no one misses them. */
export const RecoveryCodes = ({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) => {
  const t = useTranslations('accounts.recovery')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <Card as="section" label={t('title')}>
      <h2 ref={heading} tabIndex={-1}>
        {t('title')}
      </h2>
      <p className="mt-2 max-w-prose">{t('intro')}</p>
      <ol className="mt-4 grid gap-x-8 gap-y-1 sm:grid-cols-2" translate="no">
        {codes.map((code) => (
          <li key={code} className="num border-b border-hair py-1 text-read tracking-wide">
            {code}
          </li>
        ))}
      </ol>
      <p className="mt-5 flex flex-wrap gap-3" data-print="no">
        <Button kind="quiet" onClick={() => print()}>
          {t('print')}
        </Button>
        <Button onClick={onKept}>{t('kept')}</Button>
      </p>
    </Card>
  )
}
