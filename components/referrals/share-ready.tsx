'use client'
import { useTranslations } from 'next-intl'
import { LinkToCopy } from '@/components/forms/link-to-copy'
import { Button } from '@/components/ui/button'

type Props = {
  readonly href: string
  readonly code: string
  readonly to: string
  readonly onDone: () => void
}

/** Link and code, once. */
export const ShareReady = ({ href, code, to, onDone }: Props) => {
  const t = useTranslations('referrals.share')
  return (
    <div className="grid gap-3">
      <p>{t('ready')}</p>
      <LinkToCopy label={t('link', { to })} href={href} words={{ copy: t('copy'), copied: t('copied') }} />
      <p className="font-semibold">{t('code')}</p>
      {/* In two groups, as one says it. */}
      <p data-share="code" translate="no" className="num text-h2 font-semibold tracking-widest">
        <bdi>{`${code.slice(0, 4)} ${code.slice(4)}`}</bdi>
      </p>
      <p>
        <Button kind="quiet" onClick={onDone}>
          {t('done')}
        </Button>
      </p>
    </div>
  )
}
