import { useTranslations } from 'next-intl'
import { useBodyLabels } from '@/components/referrals/body-labels'
import type { HelpBody } from '@/lib/referrals/body.data'

/** A number one calls now, and on which day and where it was read. */
export const PhoneLine = ({ body }: { body: HelpBody | null }) => {
  const t = useTranslations('guardianship')
  const labels = useBodyLabels()
  if (body === null || body.phone === null)
    return <span className="block text-sm text-muted">{t('noNumber')}</span>
  const { href, read, host, checked } = labels(body)
  return (
    <span className="block">
      <a href={href ?? ''} className="num inline-flex min-h-11 items-center font-semibold sm:min-h-8">
        <bdi>{body.phone}</bdi>
      </a>{' '}
      <span className="text-sm text-muted">
        {read} {host}. {checked}
      </span>
    </span>
  )
}
