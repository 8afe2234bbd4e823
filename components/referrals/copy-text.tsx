'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'

/** The sheet as text, for a secure message that someone writes themselves: the application sends no content by mail. */
export const CopyText = ({ text }: { text: string }) => {
  const t = useTranslations('referrals')
  const [state, setState] = useState<'idle' | 'done' | 'failed'>('idle')
  const copy = (): void =>
    void navigator.clipboard.writeText(text).then(
      () => setState('done'),
      () => setState('failed'),
    )
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3">
      <Button kind="quiet" size="small" onClick={copy}>
        {t('copy')}
      </Button>
      <span role="status" className="text-sm">
        {state === 'idle' ? '' : t(state === 'done' ? 'copied' : 'copyFailed')}
      </span>
    </span>
  )
}
