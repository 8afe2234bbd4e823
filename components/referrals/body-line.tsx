import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PhoneFold } from '@/components/ui/phone-fold'
import { LOCALES } from '@/lib/i18n/locales'
import type { HelpBody } from '@/lib/referrals/body.data'
import { useBodyLabels } from './body-labels'

/** Whom one can call, with where the number was read and that no one called it, if no one did. */
export const BodyLine = ({
  body,
  isBrief = false,
  isExplained = true,
  children,
}: {
  body: HelpBody
  /** A phone shows what the body does, and where its number was read, after one press. */
  isBrief?: boolean
  /** What the body does; false where the page has said it just before. */
  isExplained?: boolean
  /** What is pressed beside the number. */
  children?: ReactNode
}) => {
  const t = useTranslations('referrals')
  const locale = useLocale()
  const { name, phone, role, regions, source } = body
  const { href, read, host, checked } = useBodyLabels()(body)
  const more = (
    <>
      {isExplained ? <p className="text-sm">{role[LOCALES.read(locale)]}</p> : null}
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
        <div className="flex flex-wrap items-center justify-between gap-x-3">
          <a href={href} className="num inline-flex min-h-11 items-center text-h3 font-semibold">
            <bdi>{phone}</bdi>
          </a>
          {children}
        </div>
      )}
      {phone === null || href === null ? children : null}
      {isBrief ? (
        <>
          {/* That a number may be wrong is never folded away. */}
          <p className="text-sm text-muted sm:hidden">{checked}</p>
          {isExplained ? (
            <PhoneFold
              label={
                <>
                  {t('aboutBody')}
                  <span className="sr-only">: {name}</span>
                </>
              }
            >
              {more}
            </PhoneFold>
          ) : (
            <div className="max-sm:hidden">{more}</div>
          )}
        </>
      ) : (
        more
      )}
    </>
  )
}
