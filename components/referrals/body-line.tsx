import { useLocale, useTranslations } from 'next-intl'
import { LOCALES } from '@/lib/i18n/locales'
import type { HelpBody } from '@/lib/referrals/body.data'
import { useBodyLabels } from './body-labels'

/** Whom one can call, with where the number was read and that no one called it, if no one did. */
export const BodyLine = ({ body }: { body: HelpBody }) => {
  const t = useTranslations('referrals')
  const locale = useLocale()
  const { name, phone, role, regions, source } = body
  const { href, read, host, checked } = useBodyLabels()(body)
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <strong translate="no">{name}</strong>
        <span className="text-sm text-muted">
          {regions.length === 3 ? '' : regions.map((region) => t(`region.${region}`)).join(' · ')}
        </span>
      </p>
      {phone === null || href === null ? (
        <p className="text-muted">{t('noPhone')}</p>
      ) : (
        <p>
          <a href={href} className="num inline-flex min-h-11 items-center text-h3 font-semibold">
            <bdi>{phone}</bdi>
          </a>
        </p>
      )}
      <p className="text-sm">{role[LOCALES.read(locale)]}</p>
      <p className="text-sm text-muted">
        {read}{' '}
        {source === null ? null : (
          <a href={source} rel="noreferrer noopener" target="_blank">
            {host}
          </a>
        )}
        {'. '}
        {checked}
      </p>
    </>
  )
}
