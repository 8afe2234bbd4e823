import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { factPath } from '@/lib/countries/address.rules'
import type { Fact } from '@/lib/countries/fact.rules'
import { inLanguage } from '@/lib/countries/wording.rules'

/** The name of a fact, leading to it. */
export const FactLink = ({ fact }: { fact: Pick<Fact, 'country' | 'slug' | 'label'> }) => {
  const locale = useLocale()
  return <TextLink href={factPath(fact)}>{inLanguage(fact.label, locale)}</TextLink>
}

/** Who the profile names as the origin, or that it names no one. */
export const FactSource = ({ fact: { source } }: { fact: Fact }) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  return source === null ? <span className="text-muted">{t('unnamed')}</span> : inLanguage(source, locale)
}

/** The address at which an entered figure is read; it opens beside the application. */
export const SourceLink = ({
  fact: { address },
  children,
}: {
  fact: { readonly address: string | null }
  children: ReactNode
}) =>
  address === null ? (
    children
  ) : (
    <a href={address} rel="noreferrer noopener" target="_blank" className="wrap-anywhere">
      {children}
    </a>
  )

/** When: as the profile says it, or that it does not. */
export const FactPeriod = ({ fact: { periodText } }: { fact: Fact }) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  return periodText === null ? (
    <span className="text-muted">{t('undated')}</span>
  ) : (
    inLanguage(periodText, locale)
  )
}

/** What to know before using the figure: a second figure exists, or it is our own arithmetic. */
export const FactMarks = ({ fact }: { fact: Fact }) => {
  const t = useTranslations('countries')
  return (
    <>
      {fact.contradictions.length > 0 ? (
        // Not amber: that is time.
        <Tag>
          <span aria-hidden="true">≠</span> {t('disputed')}
        </Tag>
      ) : null}
      {fact.derived ? <Tag kind="info">{t('derived')}</Tag> : null}
    </>
  )
}
